// SPDX-License-Identifier: Apache-2.0
// Rules for people: the table, one of them, and the page with all explained.
#pragma once

#include <string>

#include "rules/rule.hpp"

namespace noc837::cli {

/// A line for each rule.
[[nodiscard]] std::string rule_table();

/// What the rule means, what to do, an example and its source.
[[nodiscard]] std::string rule_text(rules::Rule const &rule);

/// The page docs/rules.md.
[[nodiscard]] std::string rule_page();

}  // namespace noc837::cli
