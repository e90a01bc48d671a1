// SPDX-License-Identifier: Apache-2.0
// A finding for a person at a terminal, in the manner of a compiler's message.
#pragma once

#include <string>

#include "edits/review.hpp"
#include "output/findings.hpp"

namespace noc837::output {

/// What is wrong, where, the segment with the element marked, before and after or what to type.
/// `review` is the finding's claim; null for a finding about the envelope, which is shown without
/// a segment. Segments are shown of service lines only, without what identifies a person.
[[nodiscard]] std::string finding_text(FindingRecord const &record, edits::Review const *review,
                                       bool color);

}  // namespace noc837::output
