// SPDX-License-Identifier: Apache-2.0
// A claim whose segments have their places: what the checks of levels 3 to 5 look at.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grammar/guide.hpp"
#include "snip/issue.hpp"
#include "snip/stretch.hpp"

namespace noc837::snip {

struct Case {
  grammar::Guide const &guide;
  Stretch const &stretch;
  grammar::StructureIndex const &index;  ///< of the stretch
  std::vector<Placed> const
      &segments;  ///< in the order of the claim; those without a place left out

  [[nodiscard]] std::string_view loop_of(Placed const &segment) const {
    return guide.loops[segment.loop].id;
  }
  /// Element `number` (from 1) of a segment; empty where there is none.
  [[nodiscard]] std::string_view element(Placed const &segment, std::size_t number) const {
    auto const found = index.element(segment.id_end, number);
    return found ? *found : far_element(segment, number);
  }
  /// Component `component` of element `number`.
  [[nodiscard]] std::string_view component(Placed const &segment, std::size_t number,
                                           std::size_t component) const;

 private:
  [[nodiscard]] std::string_view far_element(Placed const &segment, std::size_t number) const;
};

/// What an element of `segment`, or all of it where `position` is empty, is as a trigger.
[[nodiscard]] Trigger trigger_at(Case const &claim, Placed const &segment, Position position);

/// A new issue of `check` at an element of `segment`; the whole segment where `position` is empty.
Issue &add_issue(Case const &claim, Check const &check, Placed const &segment, Position position,
                 Issues &issues);

/// A new issue of `check`: a segment `id` is missing, told at the place of `near`. Its loop is that
/// of `near` where `loop` is empty.
Issue &add_missing(Case const &claim, Check const &check, Placed const &near, std::string_view id,
                   std::string_view loop, Issues &issues);

}  // namespace noc837::snip
