// SPDX-License-Identifier: Apache-2.0
// Every rule, in the catalogue's order.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "profiles/profile_set.hpp"
#include "rules/rule.hpp"

namespace noc837::rules {

/// Every rule of the catalogue.
[[nodiscard]] std::vector<Rule const *> const &all_rules();

/// By id or name, in any case; null when there is none.
[[nodiscard]] Rule const *find_rule(std::string_view id_or_name);

/// Ids and names, for profiles that speak of rules.
[[nodiscard]] std::vector<profiles::RuleName> const &rule_names();

/// True where the rule is asked only about lines that have this.
[[nodiscard]] bool needs(Rule const &rule, Given part);
/// True where the rule needs either of the reference tables.
[[nodiscard]] bool needs_tables(Rule const &rule);
/// True where the rule needs a reference table that is not there.
[[nodiscard]] bool silent(Rule const &rule, tables::Tables const *tables);

/// Runs every rule that applies over a claim: the claim checks once, the line checks for each
/// drug line. `payer` says by which profile. Severities are the catalogue's; no correction is
/// applied.
void check_claim(claims::Claim const &claim, profiles::Recognized const &payer, Findings &findings,
                 tables::Tables const *tables = nullptr);

}  // namespace noc837::rules
