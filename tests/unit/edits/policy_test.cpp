// SPDX-License-Identifier: Apache-2.0
// Which corrections are applied and how much a finding matters.
#include "edits/policy.hpp"

#include "rules/table.hpp"
#include "support/catch.hpp"

using namespace noc837;
using edits::Policy;
using profiles::Profile;

namespace {

rules::Rule made(std::string_view id, rules::Fix fix, bool extended = false) {
  rules::Rule rule;
  rule.id = id;
  rule.fix = fix;
  rule.extended = extended;
  return rule;
}

rules::Rule const &rule(rules::Fix fix) {
  static rules::Rule const none = made("TST01", rules::Fix::none);
  static rules::Rule const safe = made("TST02", rules::Fix::safe);
  static rules::Rule const opt_in = made("TST03", rules::Fix::opt_in);
  switch (fix) {
    case rules::Fix::safe:
      return safe;
    case rules::Fix::opt_in:
      return opt_in;
    case rules::Fix::none:
      break;
  }
  return none;
}

}  // namespace

TEST_CASE("safe corrections are on, others where profile or user say so", "[policy]") {
  struct Row {
    rules::Fix fix;
    bool in_profile;
    std::optional<bool> chosen;
    bool corrects;
  };
  using rules::Fix;
  for (Row const &row : {
           Row{Fix::none, false, {}, false},
           {Fix::none, true, {}, false},
           {Fix::none, true, true, false},
           {Fix::safe, false, {}, true},
           {Fix::safe, false, false, false},
           {Fix::safe, true, false, false},
           {Fix::safe, false, true, true},
           {Fix::opt_in, false, {}, false},
           {Fix::opt_in, true, {}, true},
           {Fix::opt_in, true, false, false},
           {Fix::opt_in, false, true, true},
       }) {
    auto const &subject = rule(row.fix);
    INFO(subject.id << " profile " << row.in_profile);
    Profile profile;
    profile.corrections.clear();
    if (row.in_profile) profile.corrections.emplace_back(subject.id);
    Policy policy;
    if (row.chosen) policy.set_correction(subject, *row.chosen);
    CHECK(policy.corrects(subject, profile) == row.corrects);
    rules::Finding finding;
    finding.rule = &subject;
    CHECK(policy.corrects(finding, profile) == row.corrects);
  }
}

TEST_CASE("an opt-in case of a safe rule waits to be switched on", "[policy]") {
  auto const &safe = rule(rules::Fix::safe);
  rules::Finding finding;
  finding.rule = &safe;
  finding.opt_in = true;
  Profile profile;
  profile.corrections.clear();
  Policy policy;
  CHECK(policy.corrects(safe, profile));
  CHECK_FALSE(policy.corrects(finding, profile));
  policy.set_correction(safe, true);
  CHECK(policy.corrects(finding, profile));
}

TEST_CASE("the last choice for a rule holds, and for no other rule", "[policy]") {
  auto const &safe = rule(rules::Fix::safe);
  auto const &opt_in = rule(rules::Fix::opt_in);
  Profile profile;
  profile.corrections.clear();
  Policy policy;
  policy.set_correction(safe, false);
  policy.set_correction(opt_in, true);
  policy.set_correction(safe, true);
  policy.set_correction(opt_in, false);
  CHECK(policy.corrects(safe, profile));
  CHECK_FALSE(policy.corrects(opt_in, profile));
}

TEST_CASE("a severity is the finding's unless the profile says otherwise", "[policy]") {
  Policy const policy;
  rules::Finding finding;
  finding.rule = &rule(rules::Fix::none);
  finding.severity = Severity::warning;
  Profile profile;
  CHECK(policy.severity(finding, profile) == Severity::warning);
  profile.overrides = {{"TST09", Severity::error}, {"TST01", Severity::info}};
  CHECK(policy.severity(finding, profile) == Severity::info);
  profile.overrides = {{"TST01", std::nullopt}};
  CHECK_FALSE(policy.severity(finding, profile));

  auto const extended = made("TST04", rules::Fix::none, true);
  finding.rule = &extended;
  finding.severity = Severity::error;
  CHECK(policy.severity(finding, Profile{}) == Severity::info);  // extended rules only inform
  profile.overrides = {{"TST04", Severity::error}};
  CHECK(policy.severity(finding, profile) == Severity::error);
}

TEST_CASE("the user's weight of a rule beats the profile's", "[policy]") {
  auto const rule = made("XXX01", rules::Fix::none);
  rules::Finding finding;
  finding.rule = &rule;
  finding.severity = Severity::warning;
  Profile profile;
  profile.overrides = {{"XXX01", Severity::info}};
  Policy policy;
  CHECK(policy.severity(finding, profile) == Severity::info);
  policy.set_severity(rule, Severity::error);
  CHECK(policy.severity(finding, profile) == Severity::error);
  policy.set_severity(rule, std::nullopt);
  CHECK_FALSE(policy.severity(finding, profile));
}

TEST_CASE("a profile can switch a safe correction off", "[policy]") {
  auto const rule = made("XXX01", rules::Fix::safe);
  Profile profile;
  profile.corrections_off = {"XXX01"};
  Policy policy;
  CHECK_FALSE(policy.corrects(rule, profile));
  policy.set_correction(rule, true);
  CHECK(policy.corrects(rule, profile));
}
