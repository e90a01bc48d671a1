// SPDX-License-Identifier: Apache-2.0
// Which corrections are applied and how much each finding matters: the table, the payer's
// profile and the user's wishes, in that order; and the words that the user adds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/severity.hpp"
#include "claims/vocabulary.hpp"
#include "profiles/profile.hpp"
#include "rules/rule.hpp"

namespace noc837::edits {

class Policy {
 public:
  /// Switches one rule's correction on or off, whatever its default.
  void set_correction(rules::Rule const &rule, bool on);

  /// Weighs one rule, whatever its finding or profile says; nothing switches it off.
  void set_severity(rules::Rule const &rule, std::optional<Severity> severity);

  /// The words by which narratives are read.
  [[nodiscard]] claims::Vocabulary const &vocabulary() const { return vocabulary_; }
  [[nodiscard]] claims::Vocabulary &vocabulary() { return vocabulary_; }

  /// True if the correction of this finding is to be applied.
  [[nodiscard]] bool corrects(rules::Finding const &finding,
                              profiles::Profile const &profile) const;
  /// True if the corrections of this rule are to be applied, its opt-in cases aside.
  [[nodiscard]] bool corrects(rules::Rule const &rule, profiles::Profile const &profile) const;
  /// The severity that holds for a finding; nothing where the rule is off.
  [[nodiscard]] std::optional<Severity> severity(rules::Finding const &finding,
                                                 profiles::Profile const &profile) const;

 private:
  [[nodiscard]] bool corrects(rules::Rule const &rule, rules::Fix fix,
                              profiles::Profile const &profile) const;

  struct Choice {
    rules::Rule const *rule;
    bool on;
  };
  std::vector<Choice> choices_;
  struct Weight {
    rules::Rule const *rule;
    std::optional<Severity> severity;
  };
  std::vector<Weight> weights_;
  claims::Vocabulary vocabulary_;
};

}  // namespace noc837::edits
