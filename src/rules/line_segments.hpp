// SPDX-License-Identifier: Apache-2.0
// The segments of a drug line that speak of the drug.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <string>
#include <string_view>

#include "rules/rule.hpp"

namespace noc837::rules {

/// DE352, which SV101-7, SV202-7 and NTE02 are: a description of 1 to 80 characters.
inline constexpr std::size_t longest_text = 80;

/// A segment and the loop that it belongs to.
struct LineSegment {
  claims::Index at = 0;
  std::string_view loop;
};

/// Room for what a line has by the guides: SV1, two notes, LIN, CTP, REF.
using LineSegments = boost::container::small_vector<LineSegment, 6>;

/// SV1 or SV2, NTE, LIN, CTP and REF*XZ or VY, in the line's order.
[[nodiscard]] LineSegments drug_segments(LineCase const &c);

/// `segment` with `part`, which lies in it, replaced by `value`.
[[nodiscard]] std::string with_part(std::string_view segment, std::string_view part,
                                    std::string_view value);

}  // namespace noc837::rules
