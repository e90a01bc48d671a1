// SPDX-License-Identifier: Apache-2.0
// The checks of validation as rows of the rule table, so that policy, outputs and the command
// `rules` treat them as any other.
#include "rules/validation.hpp"

#include <vector>

#include "rules/families.hpp"

namespace noc837::rules {
namespace {

Scope scope_of(snip::Only only) {
  switch (only) {
    case snip::Only::professional:
      return Scope::professional;
    case snip::Only::institutional:
      return Scope::institutional;
    case snip::Only::both:
      break;
  }
  return Scope::both;
}

Rule row(snip::Check const &check) {
  Rule rule;
  rule.id = check.id;
  rule.name = check.name;
  rule.family = "validation";
  rule.severity = check.severity;
  rule.scope = scope_of(check.only);
  rule.stc = check.stc;
  rule.summary = check.summary;
  rule.explanation = check.explanation;
  rule.source = check.source;
  rule.before = check.before;
  rule.after = check.after;
  return rule;
}

std::vector<Rule> const &rows() {
  static std::vector<Rule> const rules = [] {
    std::vector<Rule> out;
    for (auto const *check : snip::all_checks()) out.push_back(row(*check));
    return out;
  }();
  return rules;
}

}  // namespace

std::span<Rule const> validation_rules() {
  return rows();
}

Rule const &rule_of(snip::Check const &check) {
  auto const &checks = snip::all_checks();
  std::size_t at = 0;
  while (checks[at] != &check) ++at;
  return rows()[at];
}

Finding finding_of(snip::Issue const &issue) {
  Finding finding;
  finding.rule = &rule_of(*issue.check);
  finding.severity = issue.check->severity;
  finding.line = issue.line;
  finding.loop = issue.loop;
  finding.element = issue.element_name();
  finding.offset = issue.offset;
  finding.segment = issue.segment;
  finding.before = issue.value;
  finding.suggestion = issue.suggestion;
  finding.message = issue.message;
  finding.syntax = Syntax{issue.segment_id, issue.segment_code, issue.position, issue.data_element,
                          issue.element_code, issue.trigger};
  return finding;
}

}  // namespace noc837::rules
