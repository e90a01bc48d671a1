// SPDX-License-Identifier: Apache-2.0
#include "rules/table.hpp"

#include "edi/elements.hpp"
#include "rules/families.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

bool applies(Rule const &rule, edi::Guide guide) {
  switch (rule.scope) {
    case Scope::professional:
      return guide == edi::Guide::professional;
    case Scope::institutional:
      return guide == edi::Guide::institutional;
    case Scope::both:
      break;
  }
  return true;
}

std::vector<Rule const *> collect() {
  std::vector<Rule const *> rules;
  for (auto const family :
       {envelope_rules, structure_rules, procedure_rules, ndc_rules, quantity_rules,
        description_rules, units_rules, charge_rules, modifier_rules, diagnosis_rules, date_rules,
        setting_rules, compound_rules, coordination_rules, provider_rules}) {
    for (Rule const &rule : family()) rules.push_back(&rule);
  }
  return rules;
}

}  // namespace

std::vector<Rule const *> const &all_rules() {
  static std::vector<Rule const *> const rules = collect();
  return rules;
}

Rule const *find_rule(std::string_view id_or_name) {
  for (Rule const *rule : all_rules()) {
    if (edi::equal_folded(rule->id, id_or_name) || edi::equal_folded(rule->name, id_or_name)) {
      return rule;
    }
  }
  return nullptr;
}

std::vector<profiles::RuleName> const &rule_names() {
  static auto const names = [] {
    std::vector<profiles::RuleName> out;
    for (Rule const *rule : all_rules()) {
      out.push_back({rule->id, rule->name, rule->fix != Fix::none});
    }
    return out;
  }();
  return names;
}

void check_claim(claims::Claim const &claim, profiles::Profile const &profile, Findings &findings) {
  Report report(claim, findings);
  for (Rule const *rule : all_rules()) {
    if (!applies(*rule, claim.guide)) continue;
    if (rule->check_claim != nullptr) {
      report.begin(*rule, nullptr);
      rule->check_claim({claim, profile}, report);
    }
    if (rule->check_line == nullptr) continue;
    for (claims::DrugLine const &line : claim.drug_lines) {
      claims::ServiceLine const &service = claim.service(line);
      report.begin(*rule, &service);
      rule->check_line({claim, line, service, profile}, report);
    }
  }
}

}  // namespace noc837::rules
