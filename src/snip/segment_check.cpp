// SPDX-License-Identifier: Apache-2.0
#include "snip/segment_check.hpp"

#include <algorithm>
#include <bit>

#include "edi/elements.hpp"
#include "snip/values.hpp"

namespace noc837::snip {
namespace {

using grammar::Condition;
using grammar::ElementUse;
using grammar::Guide;
using grammar::SegmentUse;
using grammar::Usage;
using grammar::ValueType;

/// The parts of `text` between separators; a separator of 0 parts nothing.
template <class Visit>
void each_part(std::string_view text, char separator, Visit visit) {
  for (std::size_t number = 0;; ++number) {
    auto const end = separator == 0 ? std::string_view::npos : text.find(separator);
    visit(number, text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// The careful look at a segment that the pass found fault with.
class Explainer {
 public:
  Explainer(Guide const &guide, edi::Delimiters const &delimiters, ElementFaults &faults)
      : guide_(guide), delimiters_(delimiters), faults_(faults) {}

  void run(SegmentUse const &segment, std::string_view text) {
    auto const uses = guide_.elements_of(segment);
    auto const count = edi::element_count(text, delimiters_.element);
    std::uint32_t filled = 0;
    std::string_view previous;
    each_part(text, delimiters_.element, [&](std::size_t number, std::string_view value) {
      if (number == 0) return;  // the id
      Position const place{static_cast<std::uint8_t>(std::min<std::size_t>(number, 99)), 0, 0};
      if (number > uses.size()) {
        bool const first = number == uses.size() + 1;
        if (first) faults_.element_fault(Fault::too_many_elements, place, nullptr, value);
        return;
      }
      if (!value.empty()) filled |= std::uint32_t{1} << number;
      bool const missing = uses[number - 1].usage == Usage::required;
      if (number == count && value.empty() && !missing) {
        faults_.element_fault(Fault::trailing_separator, place, nullptr, value);
      }
      element(uses[number - 1], place, value, previous);
      previous = value;
    });
    for (auto number = count + 1; number <= uses.size(); ++number) {
      if (uses[number - 1].usage != Usage::required) continue;
      faults_.element_fault(Fault::element_missing, {static_cast<std::uint8_t>(number), 0, 0},
                            &uses[number - 1], {});
    }
    conditions(segment, filled);
  }

 private:
  void element(ElementUse const &use, Position place, std::string_view value,
               std::string_view previous) {
    if (value.empty()) {
      if (use.usage == Usage::required) {
        faults_.element_fault(Fault::element_missing, place, &use, value);
      }
      return;
    }
    if (use.usage == Usage::not_used) {
      faults_.element_fault(Fault::element_not_used, place, &use, value);
      return;
    }
    each_part(value, delimiters_.repetition, [&](std::size_t number, std::string_view part) {
      Position at = place;
      if (number > 0)
        at.repetition = static_cast<std::uint8_t>(std::min<std::size_t>(number, 98) + 1);
      if (number == use.repeats) {
        faults_.element_fault(Fault::too_many_repetitions, at, &use, part);
      }
      if (number < use.repeats) repetition(use, at, part, previous);
    });
  }

  void repetition(ElementUse const &use, Position place, std::string_view value,
                  std::string_view previous) {
    bool const composite = use.type == ValueType::composite;
    auto const components = guide_.components_of(use);
    auto const most = composite ? components.size() : 1;
    std::size_t count = 0;
    std::string_view before;
    each_part(value, delimiters_.component, [&](std::size_t number, std::string_view part) {
      Position at = place;
      count = number + 1;
      if (composite || number > 0)
        at.component = static_cast<std::uint8_t>(std::min<std::size_t>(count, 99));
      if (count == most + 1) {
        faults_.element_fault(Fault::too_many_components, at, &use, part);
      } else if (count <= most) {
        component(composite ? components[number] : use, at, part, composite ? before : previous);
      }
      before = part;
    });
    if (count > 1 && before.empty()) {
      faults_.element_fault(Fault::trailing_separator, place, nullptr, {});
    }
    for (auto number = count + 1; number <= most; ++number) {
      if (components[number - 1].usage != Usage::required) continue;
      place.component = static_cast<std::uint8_t>(number);
      faults_.element_fault(Fault::element_missing, place, &components[number - 1], {});
    }
  }

  void component(ElementUse const &use, Position place, std::string_view value,
                 std::string_view previous) {
    auto const report = [&](Fault fault) { faults_.element_fault(fault, place, &use, value); };
    if (value.empty()) {
      if (use.usage == Usage::required) report(Fault::element_missing);
    } else if (use.usage == Usage::not_used) {
      report(Fault::element_not_used);
    } else if (auto const fault = fault_of(guide_, use, value, previous)) {
      report(*fault);
    }
  }

  void conditions(SegmentUse const &segment, std::uint32_t filled) {
    for (std::size_t i = 0; i < segment.condition_count; ++i) {
      Condition const &condition = guide_.conditions[segment.conditions + i];
      if (holds(condition, filled)) continue;
      bool const exclusive = condition.kind == Condition::Kind::exclusive;
      // Too much: the last of those filled; too little: the first of those that are not.
      auto const wrong = condition.mask & (exclusive ? filled : ~filled);
      auto const number = exclusive ? 31 - std::countl_zero(wrong) : std::countr_zero(wrong);
      auto const *use = &guide_.elements_of(segment)[static_cast<std::size_t>(number) - 1];
      // What the guide requires or forbids anyway is said by that.
      if (!exclusive && use->usage == Usage::required) continue;
      if (exclusive && use->usage == Usage::not_used) continue;
      faults_.element_fault(exclusive ? Fault::condition_exclusive : Fault::condition_missing,
                            {static_cast<std::uint8_t>(number), 0, 0}, use, {});
    }
  }

  Guide const &guide_;
  edi::Delimiters const &delimiters_;
  ElementFaults &faults_;
};

}  // namespace

void explain(Guide const &guide, SegmentUse const &use, std::string_view text,
             edi::Delimiters const &delimiters, ElementFaults &faults) {
  Explainer(guide, delimiters, faults).run(use, text);
}

}  // namespace noc837::snip
