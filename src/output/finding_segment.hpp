// SPDX-License-Identifier: Apache-2.0
// The segment that a finding speaks of.
#pragma once

#include <algorithm>

#include "claims/claim.hpp"
#include "rules/rule.hpp"

namespace noc837::output {

/// The segment at the finding's offset, as it came; null where the claim has none there.
[[nodiscard]] inline edi::Segment const *segment_of(rules::Finding const &finding,
                                                    claims::Claim const &claim) {
  auto const &segments = *claim.segments;
  auto const at = std::partition_point(
      segments.begin(), segments.end(),
      [&](edi::Segment const &segment) { return segment.offset < finding.offset; });
  return at != segments.end() && at->offset == finding.offset ? &*at : nullptr;
}

}  // namespace noc837::output
