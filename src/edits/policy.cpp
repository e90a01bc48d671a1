// SPDX-License-Identifier: Apache-2.0
#include "edits/policy.hpp"

#include <algorithm>

namespace noc837::edits {
namespace {

bool has(std::vector<std::string> const &rules, std::string_view id) {
  return std::find(rules.begin(), rules.end(), id) != rules.end();
}

}  // namespace

void Policy::set_correction(rules::Rule const &rule, bool on) {
  std::erase_if(choices_, [&](Choice const &choice) { return choice.rule == &rule; });
  choices_.push_back({&rule, on});
}

void Policy::set_severity(rules::Rule const &rule, std::optional<Severity> severity) {
  std::erase_if(weights_, [&](Weight const &weight) { return weight.rule == &rule; });
  weights_.push_back({&rule, severity});
}

bool Policy::corrects(rules::Rule const &rule, profiles::Profile const &profile) const {
  return corrects(rule, rule.fix, profile);
}

bool Policy::corrects(rules::Finding const &finding, profiles::Profile const &profile) const {
  return corrects(*finding.rule, finding.fix(), profile);
}

bool Policy::corrects(rules::Rule const &rule, rules::Fix fix,
                      profiles::Profile const &profile) const {
  if (fix == rules::Fix::none) return false;
  for (Choice const &choice : choices_) {
    if (choice.rule == &rule) return choice.on;
  }
  if (fix == rules::Fix::safe) return !has(profile.corrections_off, rule.id);
  return has(profile.corrections, rule.id);
}

std::optional<Severity> Policy::severity(rules::Finding const &finding,
                                         profiles::Profile const &profile) const {
  for (Weight const &weight : weights_) {
    if (weight.rule == finding.rule) return weight.severity;
  }
  for (auto const &override : profile.overrides) {
    if (override.rule == finding.rule->id) return override.severity;
  }
  return finding.rule->extended ? finding.rule->default_severity() : finding.severity;
}

}  // namespace noc837::edits
