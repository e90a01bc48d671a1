// SPDX-License-Identifier: Apache-2.0
// The segments of a drug line that speak of the drug, and the texts in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.hpp"

namespace noc837::rules {

/// DE352, which SV101-7, SV202-7 and NTE02 are: a description of 1 to 80 characters.
inline constexpr std::size_t longest_text = 80;

/// A segment and the loop that it belongs to.
struct LineSegment {
  claims::Index at = 0;
  std::string_view loop;
};

/// SV1 or SV2, NTE, LIN, CTP and REF*XZ or VY, in the line's order.
[[nodiscard]] std::vector<LineSegment> drug_segments(LineCase const &c);

/// One place where the line says in words what the drug is.
struct LineText {
  claims::Index at = 0;
  std::string_view element;  ///< SV101-7, SV202-7, NTE02
  claims::Slice text;        ///< inside the segment's text
};

/// The description and the notes, but for empty ones and this program's annotations.
[[nodiscard]] std::vector<LineText> line_texts(LineCase const &c);

/// True for a note that this program wrote.
[[nodiscard]] bool is_own_note(grammar::Nte const &note);

/// The number of the element that holds the procedure: SV101 or SV202.
[[nodiscard]] inline std::size_t composite_number(claims::ServiceLine const &service) {
  return service.institutional ? 2 : 1;
}

/// `segment` with `part`, which lies in it, replaced by `value`.
[[nodiscard]] std::string with_part(std::string_view segment, claims::Slice part,
                                    std::string_view value);

}  // namespace noc837::rules
