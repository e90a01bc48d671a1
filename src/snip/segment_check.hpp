// SPDX-License-Identifier: Apache-2.0
// One segment against its row of the guide: levels 1 and 2 inside the segment.
#pragma once

#include <cstdint>
#include <string_view>

#include "edi/delimiters.hpp"
#include "grammar/guide.hpp"
#include "snip/issue.hpp"

namespace noc837::snip {

/// Takes a fault in an element, with what the element is by the guide (null for none).
class ElementFaults {
 public:
  virtual ~ElementFaults() = default;
  virtual void element_fault(Fault fault, Position position, grammar::ElementUse const *use,
                             std::string_view value) = 0;
};

/// Says what is wrong with a segment that is not clean. `text` is without its terminator.
void explain(grammar::Guide const &guide, grammar::SegmentUse const &use, std::string_view text,
             edi::Delimiters const &delimiters, ElementFaults &faults);

/// True where the condition holds for the elements of `filled`.
[[nodiscard]] inline bool holds(grammar::Condition const &condition, std::uint32_t filled) {
  auto const hit = condition.mask & filled;
  auto const first = std::uint32_t{1} << condition.first;
  switch (condition.kind) {
    case grammar::Condition::Kind::paired:
      return hit == 0 || hit == condition.mask;
    case grammar::Condition::Kind::required:
      return hit != 0;
    case grammar::Condition::Kind::exclusive:
      return (hit & (hit - 1)) == 0;
    case grammar::Condition::Kind::conditional:
      return (hit & first) == 0 || hit == condition.mask;
    case grammar::Condition::Kind::list:
      return (hit & first) == 0 || hit != first;
  }
  return true;
}

}  // namespace noc837::snip
