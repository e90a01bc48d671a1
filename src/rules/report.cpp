// SPDX-License-Identifier: Apache-2.0
#include "rules/report.hpp"

#include "edi/elements.hpp"

namespace noc837::rules {

bool Draft::writable(std::string_view value) {
  if (claim_->delimiters.can_hold(value)) return true;
  finding_.edits.clear();
  finding_.after.clear();
  return false;
}

Draft &Draft::set_element(std::size_t number, std::string_view value) {
  if (!writable(value)) return *this;
  finding_.after = value;
  return set_text_of(
      at_, edi::with_element(claim_->segment(at_).text, number, value, claim_->delimiters));
}

Draft &Draft::set_component(std::size_t number, std::size_t component, std::string_view value) {
  if (!writable(value)) return *this;
  finding_.after = value;
  return set_text_of(at_, edi::with_component(claim_->segment(at_).text, number, component, value,
                                              claim_->delimiters));
}

Draft &Draft::set_text(std::string text, std::string_view shown) {
  finding_.after = shown;
  return set_text_of(at_, std::move(text));
}

Draft &Draft::set_text_of(claims::Index at, std::string text) {
  finding_.edits.push_back({Edit::Kind::replace, at, std::move(text)});
  return *this;
}

Draft &Draft::insert_before(claims::Index at, std::string text) {
  finding_.edits.push_back({Edit::Kind::insert_before, at, std::move(text)});
  return *this;
}

Draft &Draft::erase(claims::Index at) {
  finding_.edits.push_back({Edit::Kind::erase, at, {}});
  return *this;
}

Draft Report::at(claims::Index at, std::string_view loop, std::string_view element) {
  Finding &finding = findings_.emplace_back();
  finding.rule = rule_;
  finding.severity = rule_->severity;
  finding.message = rule_->summary;
  if (line_ != nullptr) {
    finding.line_index = static_cast<std::size_t>(line_ - claim_.lines.data());
    finding.line = line_->number.view();
  }
  finding.loop = loop;
  finding.element = element;
  edi::Segment const &segment = claim_.segment(at);
  finding.offset = segment.offset;
  finding.segment = segment.ordinal;
  return {finding, &claim_, at};
}

}  // namespace noc837::rules
