// SPDX-License-Identifier: Apache-2.0
// How a check says what it found.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "rules/rule.hpp"

namespace noc837::rules {

/// Adds detail to a finding: report.at(...).before(...).set_element(...).
class Draft {
 public:
  Draft(Finding &finding, claims::Claim const *claim, claims::Index at)
      : finding_(finding), claim_(claim), at_(at) {}

  /// The value as it came.
  Draft &before(std::string_view value) {
    finding_.before = value;
    return *this;
  }
  /// What to type instead; for where we cannot be sure.
  Draft &suggest(std::string text) {
    finding_.suggestion = std::move(text);
    return *this;
  }
  /// Says more than the rule's summary. No names, member ids or free text.
  Draft &message(std::string text) {
    finding_.message = std::move(text);
    return *this;
  }
  /// The line that a claim check speaks of.
  Draft &line(claims::ServiceLine const &line) {
    finding_.line_index = static_cast<std::size_t>(&line - claim_->lines.data());
    finding_.line = line.number.view();
    return *this;
  }
  /// For rules whose catalogue severity depends on what was found.
  Draft &severity(Severity severity) {
    finding_.severity = severity;
    return *this;
  }

  /// Of a rule whose corrections are safe, one that is not: applied where it is switched on.
  Draft &opt_in() {
    finding_.opt_in = true;
    return *this;
  }

  // Corrections. Each keeps every byte that it does not name. Values that hold a delimiter
  // cannot be written: the correction is then dropped and the finding stands.

  /// Replaces element `number` of the segment.
  Draft &set_element(std::size_t number, std::string_view value);
  /// Replaces component `component` of element `number`.
  Draft &set_component(std::size_t number, std::size_t component, std::string_view value);
  /// Replaces the text of the whole segment; `shown` stands in the log of corrections.
  Draft &set_text(std::string text, std::string_view shown);
  /// The same for another segment.
  Draft &set_text_of(claims::Index at, std::string text);
  /// Puts a new segment before segment `at`.
  Draft &insert_before(claims::Index at, std::string text);
  /// Takes segment `at` out.
  Draft &erase(claims::Index at);
  /// What stands in the log of corrections.
  Draft &after(std::string_view value) {
    finding_.after = value;
    return *this;
  }

 private:
  [[nodiscard]] bool writable(std::string_view value);

  Finding &finding_;
  claims::Claim const *claim_;
  claims::Index at_;
};

/// Collects the findings of one claim. The engine sets rule, claim and line before each check.
class Report {
 public:
  Report(claims::Claim const &claim, Findings &findings) : claim_(claim), findings_(findings) {}

  void begin(Rule const &rule, claims::ServiceLine const *line) {
    rule_ = &rule;
    line_ = line;
  }

  /// A finding at segment `at`, in element `element` ("LIN03") of loop `loop` ("2410"). Most checks
  /// find nothing: the compiler keeps what leads here apart, so that what is left of all checks
  /// together is short.
  [[gnu::cold]] Draft at(claims::Index at, std::string_view loop, std::string_view element);

 private:
  claims::Claim const &claim_;
  Findings &findings_;
  Rule const *rule_ = nullptr;
  claims::ServiceLine const *line_ = nullptr;
};

}  // namespace noc837::rules
