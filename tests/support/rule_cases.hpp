// SPDX-License-Identifier: Apache-2.0
// Tables of claims and how often a rule fires on each.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/claim_text.hpp"

namespace noc837::test {

inline constexpr auto professional = edi::Guide::professional;
inline constexpr auto institutional = edi::Guide::institutional;

struct RuleCase {
  std::string_view what;
  std::string text;
  std::size_t findings = 0;
  edi::Guide guide = professional;
};

/// Runs one rule over each claim. Corrections are applied until none is left, which also shows
/// that they settle.
inline void check_rule(std::string_view rule, std::initializer_list<RuleCase> cases,
                       profiles::Profile const &profile = {}, claims::Levels const &levels = {}) {
  for (auto const &row : cases) {
    INFO(row.what);
    ClaimText claim(row.text, row.guide);
    claim.profile = profile;
    claim.levels = levels;
    claim.read();
    auto const found = claim.findings(rule);
    CHECK(found.size() == row.findings);
    std::string text = row.text;
    int passes = 0;
    for (; passes < 40; ++passes) {
      ClaimText next(text, row.guide);
      next.profile = profile;
      next.levels = levels;
      next.read();
      std::string corrected = next.corrected_by(rule);
      if (corrected == text) break;
      text = std::move(corrected);
    }
    CHECK(passes < 40);
  }
}

/// `text` with its first `from` replaced by `to`; `from` has to be there.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto const at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// A professional drug line with these modifiers: ":JZ".
inline std::string with_modifiers(std::string_view modifiers) {
  std::string service = "SV1*HC:J3490";
  return professional_claim(service.append(modifiers).append("*150*UN*1***1~"));
}

}  // namespace noc837::test
