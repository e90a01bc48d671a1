// SPDX-License-Identifier: Apache-2.0
// Which corrections are applied and how much each finding matters: the table, the payer's
// profile and the user's wishes, in that order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/severity.hpp"
#include "profiles/profile.hpp"
#include "rules/rule.hpp"

namespace noc837::edits {

class Policy {
public:
  /// Switches one rule's correction on or off, whatever its default.
  void set_correction(rules::Rule const &rule, bool on);

  /// True if a correction of this rule is to be applied.
  [[nodiscard]] bool corrects(rules::Rule const &rule, profiles::Profile const &profile) const;
  /// The severity that holds for a finding; nothing where the rule is off.
  [[nodiscard]] std::optional<Severity> severity(rules::Finding const &finding,
                                                 profiles::Profile const &profile) const;

private:
  struct Choice {
    rules::Rule const *rule;
    bool on;
  };
  std::vector<Choice> choices_;
};

}  // namespace noc837::edits
