// SPDX-License-Identifier: Apache-2.0
// Rules that are not asked would have had nothing to say.
#include "rules/given.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "profiles/recognition.hpp"
#include "rules/report.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using test::ClaimText;

namespace {

/// A finding as far as a check decides it.
std::string shown(rules::Finding const &finding) {
  std::string out(finding.rule->id);
  for (auto const &part : {finding.element, finding.before, finding.after, finding.suggestion,
                           finding.message, finding.line, std::to_string(finding.segment)}) {
    out.append("|").append(part);
  }
  return out;
}

std::vector<std::string> sorted(rules::Findings const &findings) {
  std::vector<std::string> out;
  for (auto const &finding : findings) out.push_back(shown(finding));
  std::sort(out.begin(), out.end());
  return out;
}

bool in_scope(rules::Rule const &rule, claims::Claim const &claim) {
  return rule.scope == rules::Scope::both ||
         (rule.scope == rules::Scope::professional) == claim.professional();
}

/// What all rules find that need no tables, each asked about everything.
std::vector<std::string> found_by_asking_all(ClaimText const &text) {
  rules::Findings findings;
  auto const &claim = text.claim();
  rules::Report report(claim, findings);
  profiles::Recognized const payer(text.profile);
  for (rules::Rule const *rule : rules::all_rules()) {
    if (!in_scope(*rule, claim) || rules::needs_tables(*rule)) continue;
    if (rule->check_claim != nullptr) {
      report.begin(*rule, nullptr);
      rule->check_claim({claim, text.profile, payer}, report);
    }
    if (rule->check_line == nullptr) continue;
    for (auto const &line : claim.drug_lines) {
      report.begin(*rule, &claim.service(line));
      rule->check_line({claim, line, claim.service(line), text.profile}, report);
    }
  }
  return sorted(findings);
}

std::vector<std::string> found(ClaimText const &text) {
  rules::Findings findings;
  rules::check_claim(text.claim(), text.profile, findings);
  return sorted(findings);
}

/// Values that turn up in claims, and delimiters, to be put where they do not belong.
std::vector<std::string> const scraps = {"",
                                         " ",
                                         "~",
                                         "*",
                                         ":",
                                         "**",
                                         "J3490",
                                         "J3590",
                                         "C9399",
                                         "J7799",
                                         "Q9977",
                                         "hc",
                                         "HC",
                                         "N4",
                                         "ND",
                                         "UP",
                                         "ON",
                                         "UN",
                                         "ML",
                                         "ml",
                                         "ME",
                                         "VIAL",
                                         "1",
                                         "0",
                                         "0.5",
                                         "2",
                                         "15",
                                         "1,000",
                                         "-1",
                                         "99999",
                                         "JW",
                                         "JZ",
                                         "JZRT",
                                         "xx",
                                         "T509",
                                         "Z79899",
                                         "Z5181",
                                         "m545",
                                         "M54.5",
                                         "ABK",
                                         "BK",
                                         "7245",
                                         "20260914",
                                         "D8",
                                         "RD8",
                                         "00409379501",
                                         "00409-3795-01",
                                         "0409379501",
                                         "99999999999",
                                         "KETOROLAC",
                                         "15MG",
                                         "IV",
                                         "KETOROLAC  15MG IV",
                                         "UNCLASSIFIED DRUG",
                                         "CMPD",
                                         "30MG/ML",
                                         "SEE NOTES",
                                         "\xB5g",
                                         "\n",
                                         "~NTE*ADD*KETOROLAC 15MG IV",
                                         "~LIN**N4*00409379501",
                                         "~CTP****1*ML",
                                         "~REF*XZ*12345",
                                         "~REF*VY*12345",
                                         "~DTP*472*D8*20260914",
                                         "~SVD*1*2*HC:J3490",
                                         "~LX*9"};

}  // namespace

TEST_CASE("what a line lacks keeps only rules away that have nothing to say", "[given]") {
  std::mt19937 random(20260914);
  auto const below = [&](std::size_t size) {
    return std::uniform_int_distribution<std::size_t>(0, size - 1)(random);
  };
  std::vector<std::string> const claims = {
      test::professional_claim("SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1~",
                               "NTE*ADD*GIVEN IN OFFICE~",
                               "LIN**N4*00409379501~CTP****1*ML~REF*XZ*2530001~"),
      test::professional_claim("SV1*HC:J3590:::::CMPD MORPHINE 20MG + KETAMINE 5MG*150*UN*2***1~"),
      test::institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~", "",
                                "LIN**N4*00409379501~CTP****15*UN~"),
  };
  for (int round = 0; round < 3000; ++round) {
    auto const which = below(claims.size());
    std::string text = claims[which];
    for (auto changes = below(4); changes > 0; --changes) {
      // Behind CLM, which has to stay the first segment.
      auto const at = 4 + below(text.size() - 4);
      auto const size = std::min(below(12), text.size() - at);
      text.replace(at, size, scraps[below(scraps.size())]);
    }
    ClaimText claim(text, which == 2 ? edi::Guide::institutional : edi::Guide::professional);
    claim.profile.medicare = below(2) == 0;
    claim.profile.need_strength = below(2) == 0;
    claim.profile.need_route = below(2) == 0;
    claim.profile.upper_case = below(2) == 0;
    claim.profile.ndc = below(2) == 0 ? profiles::Need::required : profiles::Need::recommended;
    INFO(text);
    REQUIRE(found(claim) == found_by_asking_all(claim));
  }
}
