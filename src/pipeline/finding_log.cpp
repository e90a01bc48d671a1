// SPDX-License-Identifier: Apache-2.0
#include "pipeline/finding_log.hpp"

#include <exception>
#include <stdexcept>

#include "rules/table.hpp"

namespace noc837::pipeline {
namespace {

using Json = nlohmann::json;

Json json_of(snip::Position const &position) {
  return {position.element, position.component, position.repetition};
}

snip::Position position_of(Json const &json) {
  snip::Position position;
  json.at(0).get_to(position.element);
  json.at(1).get_to(position.component);
  json.at(2).get_to(position.repetition);
  return position;
}

Json json_of(snip::Trigger const &trigger) {
  return {trigger.segment_id, trigger.segment, trigger.loop, json_of(trigger.position),
          trigger.data_element};
}

Json json_of(rules::Syntax const &syntax) {
  return {syntax.segment_id,        syntax.segment_code,
          json_of(syntax.position), syntax.data_element,
          syntax.element_code,      syntax.trigger ? json_of(*syntax.trigger) : Json()};
}

Json json_of(rules::Finding const &finding) {
  return {finding.rule->id,
          finding.severity,
          finding.status,
          finding.line_index ? Json(*finding.line_index) : Json(),
          finding.loop,
          finding.element,
          finding.segment,
          finding.before,
          finding.syntax ? json_of(*finding.syntax) : Json()};
}

std::string_view view_of(Json const &json) {
  return json.get_ref<std::string const &>();
}

snip::Trigger trigger_of(Json const &json) {
  snip::Trigger trigger;
  json.at(0).get_to(trigger.segment_id);
  json.at(1).get_to(trigger.segment);
  trigger.loop = view_of(json.at(2));
  trigger.position = position_of(json.at(3));
  trigger.data_element = view_of(json.at(4));
  return trigger;
}

rules::Syntax syntax_of(Json const &json) {
  rules::Syntax syntax;
  json.at(0).get_to(syntax.segment_id);
  syntax.segment_code = view_of(json.at(1));
  syntax.position = position_of(json.at(2));
  syntax.data_element = view_of(json.at(3));
  syntax.element_code = view_of(json.at(4));
  if (!json.at(5).is_null()) syntax.trigger = trigger_of(json.at(5));
  return syntax;
}

rules::Finding finding_of(Json const &json) {
  rules::Finding finding;
  finding.rule = rules::find_rule(view_of(json.at(0)));
  if (finding.rule == nullptr) throw std::invalid_argument("rule");
  json.at(1).get_to(finding.severity);
  json.at(2).get_to(finding.status);
  if (!json.at(3).is_null()) finding.line_index = json.at(3).get<std::size_t>();
  finding.loop = view_of(json.at(4));
  json.at(5).get_to(finding.element);
  json.at(6).get_to(finding.segment);
  json.at(7).get_to(finding.before);
  if (!json.at(8).is_null()) finding.syntax = syntax_of(json.at(8));
  return finding;
}

}  // namespace

std::string findings_log(rules::Findings const &findings) {
  auto json = Json::array();
  for (auto const &finding : findings) json.push_back(json_of(finding));
  std::string out;
  Json::to_cbor(json, out);
  return out;
}

Result<void> LoggedFindings::read(std::string_view log) {
  findings_.clear();
  if (log.empty()) return {};
  try {
    json_ = Json::from_cbor(log);
    for (auto const &finding : json_) findings_.push_back(finding_of(finding));
    return {};
  } catch (std::exception const &) {
    return fail(Fault::input, "a part's findings are damaged", "the part as it was written");
  }
}

}  // namespace noc837::pipeline
