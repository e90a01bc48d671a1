// SPDX-License-Identifier: Apache-2.0
// Ways through the segments of a unit, for situations that are functions.
#pragma once

#include <string_view>

#include "snip/claim_case.hpp"

namespace noc837::snip {

/// The first segment of this id in a loop that begins so; with `key` as its element 01 where one
/// is given. Null where there is none.
[[nodiscard]] inline Placed const *first(Case const &unit, std::string_view loop, edi::Tag id,
                                         std::string_view key = {}) {
  for (auto const &segment : unit.segments) {
    if (segment.id == id && unit.loop_of(segment).starts_with(loop) &&
        (key.empty() || unit.element(segment, 1) == key)) {
      return &segment;
    }
  }
  return nullptr;
}

/// Visits every such segment.
template <class Visit>
void each(Case const &unit, std::string_view loop, edi::Tag id, Visit visit) {
  for (auto const &segment : unit.segments) {
    if (segment.id == id && unit.loop_of(segment).starts_with(loop)) visit(segment);
  }
}

[[nodiscard]] inline Position at(std::size_t element, std::size_t component = 0) {
  return {static_cast<std::uint8_t>(element), static_cast<std::uint8_t>(component), 0};
}

}  // namespace noc837::snip
