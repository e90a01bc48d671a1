// SPDX-License-Identifier: Apache-2.0
#include "snip/claim_case.hpp"

#include "edi/elements.hpp"
#include "snip/disclosure.hpp"

namespace noc837::snip {
namespace {

/// The line that a segment belongs to: LX01 of the last LX before it.
std::string_view line_of(Case const &claim, Placed const &segment) {
  std::string_view line;
  for (auto const &other : claim.segments) {
    if (other.ordinal > segment.ordinal) break;
    if (other.id == edi::tag("LX")) line = claim.element(other, 1);
  }
  return line;
}

/// An element of a segment by the guide; null where the whole segment is meant, or the guide gives
/// it no such element.
grammar::ElementUse const *use_at(Case const &claim, Placed const &segment, Position position) {
  auto const &use = claim.guide.segments[segment.use];
  if (position.element == 0 || position.element > use.element_count) return nullptr;
  auto const *element = &claim.guide.elements_of(use)[position.element - 1U];
  if (position.component != 0 && position.component <= element->component_count) {
    element = &claim.guide.components_of(*element)[position.component - 1U];
  }
  return element;
}

/// The number of a data element; empty for a composite.
std::string_view number_of(Case const &claim, grammar::ElementUse const &element) {
  if (element.type == grammar::ValueType::composite) return {};
  return claim.guide.data_elements[element.data_element].number;
}

}  // namespace

/// The element of a segment with many values.
std::string_view Case::far_element(Placed const &segment, std::size_t number) const {
  char const separator = stretch.delimiters.element;
  char const *at = segment.text.data();
  char const *const end = at + segment.text.size();
  for (; number > 0; --number) {
    at = grammar::find_near(at, end, separator);
    if (at == end) return {};
    ++at;
  }
  return {at, static_cast<std::size_t>(grammar::find_near(at, end, separator) - at)};
}

std::string_view Case::component(Placed const &segment, std::size_t number,
                                 std::size_t component) const {
  return edi::component(element(segment, number), component, stretch.delimiters.component);
}

Trigger trigger_at(Case const &claim, Placed const &segment, Position position) {
  Trigger trigger;
  trigger.segment_id = code_text(segment.id);
  trigger.segment = claim.stretch.ordinal + segment.ordinal;
  trigger.loop = claim.loop_of(segment);
  trigger.position = position;
  if (auto const *element = use_at(claim, segment, position); element != nullptr) {
    trigger.data_element = number_of(claim, *element);
  }
  return trigger;
}

Issue &add_issue(Case const &claim, Check const &check, Placed const &segment, Position position,
                 Issues &issues) {
  Issue &issue = issues.emplace_back();
  issue.check = &check;
  issue.segment_id = code_text(segment.id);
  issue.segment = claim.stretch.ordinal + segment.ordinal;
  issue.loop = claim.loop_of(segment);
  issue.position = position;
  issue.segment_code = check.segment_code;
  issue.element_code = check.element_code;
  issue.offset = claim.stretch.offset +
                 static_cast<std::uint64_t>(segment.text.data() - claim.stretch.bytes.data());
  issue.line = line_of(claim, segment);
  issue.message = check.summary;
  auto const *element = use_at(claim, segment, position);
  if (element == nullptr) return issue;
  issue.data_element = number_of(claim, *element);
  auto const number = claim.guide.data_elements[element->data_element].number;
  if (may_show(*element, number, issue.segment_id)) {
    auto const value = position.component == 0
                           ? claim.element(segment, position.element)
                           : claim.component(segment, position.element, position.component);
    issue.value = value.substr(0, longest_shown);
  }
  return issue;
}

Issue &add_missing(Case const &claim, Check const &check, Placed const &near, std::string_view id,
                   std::string_view loop, Issues &issues) {
  Issue &issue = add_issue(claim, check, near, {}, issues);
  issue.segment_id = id;
  if (!loop.empty()) issue.loop = loop;
  issue.segment_code = "I6";
  issue.element_code = {};
  return issue;
}

}  // namespace noc837::snip
