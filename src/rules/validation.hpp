// SPDX-License-Identifier: Apache-2.0
// What validation (SNIP) found, as findings of rules.
#pragma once

#include "rules/rule.hpp"
#include "snip/issue.hpp"

namespace noc837::rules {

/// The rule of a check.
[[nodiscard]] Rule const &rule_of(snip::Check const &check);

/// The issue as a finding with the table's severity.
[[nodiscard]] Finding finding_of(snip::Issue const &issue);

}  // namespace noc837::rules
