// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "rules/table.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using rules::Fix;
using test::ClaimText;
using test::professional_claim;

namespace {

std::string claim_with(std::string const &ctp,
                       std::string const &description = "KETOROLAC 15MG IV") {
  return professional_claim("SV1*HC:J3490:::::" + description + "*150*UN*1***1~", "",
                            "LIN**N4*00409379501~" + ctp + "~");
}

/// The ids of the quantity rules that find something in a claim, in the catalogue's order.
std::string found(ClaimText const &claim) {
  rules::Findings all;
  rules::check_claim(claim.claim(), claim.profile, all);
  std::string ids;
  for (auto const &finding : all) {
    if (finding.rule->family != "quantity") continue;
    ids.append(ids.empty() ? "" : " ").append(finding.rule->id);
  }
  return ids;
}

/// The CTP segment of a claim.
std::string ctp_of(std::string const &text) {
  auto const at = text.find("CTP*");
  return text.substr(at, text.find('~', at) - at);
}

struct Row {
  char const *ctp;
  char const *rules;
  char const *corrected = nullptr;  // by the first rule; null where nothing is
  Fix fix = Fix::safe;              // of that correction
};

void check_row(Row const &row) {
  CAPTURE(row.ctp);
  ClaimText const claim(claim_with(row.ctp));
  CHECK(found(claim) == row.rules);
  if (*row.rules == '\0') return;
  std::string const rule = std::string(row.rules).substr(0, 5);
  auto const findings = claim.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].loop == "2410");
  CHECK(findings[0].edits.empty() == (row.corrected == nullptr));
  if (row.corrected == nullptr) return;
  CHECK(findings[0].fix() == row.fix);
  std::string const corrected = claim.corrected_by(rule);
  CHECK(ctp_of(corrected) == row.corrected);
  CHECK(ClaimText(corrected).findings(rule).empty());
}

}  // namespace

TEST_CASE("QTY01 to QTY03: CTP04 is a number above zero", "[QTY01][QTY02][QTY03]") {
  for (Row const &row : {
           Row{"CTP****1*ML", ""},
           {"CTP****7.00*UN", ""},
           {"CTP****.5*ML", ""},
           {"CTP****0.5*ML", ""},
           {"CTP****007*ML", ""},
           {"CTP****12345678*ML", ""},
           {"CTP*****ML", "QTY01"},
           {"CTP**** *ML", "QTY01"},
           {"CTP****0*ML", "QTY01"},
           {"CTP****0.00*ML", "QTY01"},
           {"CTP****-1*ML", "QTY01"},
           {"CTP****-0*ML", "QTY01"},
           {"CTP****1e3*ML", "QTY01"},
           {"CTP****ONE*ML", "QTY01"},
           {"CTP****1.2.3*ML", "QTY01"},
           {"CTP****.*ML", "QTY01"},
           {"CTP****10 MG/ML*ML", "QTY01"},
           {"CTP****1234567890123456789012345*ML", "QTY01"},
           {"CTP", "QTY01 QTY06"},
           // Punctuation.
           {"CTP****1,000*ML", "QTY02", "CTP****1000*ML"},
           {"CTP****+5*ML", "QTY02", "CTP****5*ML"},
           {"CTP****5.*ML", "QTY02", "CTP****5*ML"},
           {"CTP**** 5 *ML", "QTY02", "CTP****5*ML"},
           {"CTP****1,234.50*ML", "QTY02", "CTP****1234.50*ML"},
           {"CTP****+0*ML", "QTY02", "CTP****0*ML"},
           {"CTP****1,5*ML", "QTY02"},
           {"CTP****0,500*ML", "QTY02"},
           {"CTP****1.000,50*ML", "QTY02"},
           {"CTP****1 000*ML", "QTY02"},
           // The unit in the quantity.
           {"CTP****10ML*ML", "QTY03", "CTP****10*ML"},
           {"CTP****ML10*ML", "QTY03", "CTP****10*ML"},
           {"CTP****10 cc*ML", "QTY03", "CTP****10*ML"},
           {"CTP****1,000ML*ML", "QTY03", "CTP****1000*ML"},
           {"CTP****500MG*ME", "QTY03", "CTP****500*ME"},
           {"CTP****1EA*UN", "QTY03", "CTP****1*UN", Fix::opt_in},
           {"CTP****10ML", "QTY03", "CTP****10*ML", Fix::opt_in},
           {"CTP****10ML*", "QTY03", "CTP****10*ML", Fix::opt_in},
           {"CTP****10ML*UN", "QTY03"},
           {"CTP****1VIAL*UN", "QTY03"},
           {"CTP****1VIAL", "QTY03"},
           {"CTP****10XYZ*ML", "QTY01"},
       }) {
    check_row(row);
  }
}

TEST_CASE("QTY02: a decimal comma is suggested, not corrected", "[QTY02]") {
  CHECK(ClaimText(claim_with("CTP****1,5*ML")).findings("QTY02").at(0).suggestion == "1.5");
  CHECK(ClaimText(claim_with("CTP****1.000,50*ML")).findings("QTY02").at(0).suggestion.empty());
}

TEST_CASE("QTY06, QTY07: CTP05 is one of five units", "[QTY06][QTY07]") {
  for (Row const &row : {
           Row{"CTP****1*F2", ""},
           {"CTP****1*GR", ""},
           {"CTP****1*ME", ""},
           {"CTP****10", "QTY06"},
           {"CTP****10* ", "QTY06"},
           {"CTP****10*:1", "QTY06"},
           {"CTP****10*ml", "QTY07", "CTP****10*ML"},
           {"CTP****10* ML", "QTY07", "CTP****10*ML"},
           {"CTP****10*cc:1", "QTY07", "CTP****10*ML:1"},
           {"CTP****10*GM", "QTY07", "CTP****10*GR"},
           {"CTP****10*MG", "QTY07", "CTP****10*ME"},
           {"CTP****10*IU", "QTY07", "CTP****10*F2"},
           {"CTP****10*EA", "QTY07", "CTP****10*UN", Fix::opt_in},
           {"CTP****10*Units", "QTY07", "CTP****10*UN", Fix::opt_in},
           {"CTP****10*VIAL", "QTY07"},
           {"CTP****10*MCG", "QTY07"},
           {"CTP****10*XX", "QTY07"},
           {"CTP****10*ML10", "QTY07", "CTP****10*ML"},
           {"CTP****10.0*10ML", "QTY07", "CTP****10.0*ML"},
           {"CTP****10*10EA", "QTY07", "CTP****10*UN", Fix::opt_in},
           {"CTP*****ML10", "QTY07", "CTP****10*ML", Fix::opt_in},
           {"CTP****5*ML10", "QTY07"},
           {"CTP*****1VIAL", "QTY07"},
       }) {
    check_row(row);
  }
}

TEST_CASE("QTY04, QTY05, QTY11: odd quantities are worth a look", "[QTY04][QTY05][QTY11]") {
  for (Row const &row : {
           Row{"CTP****1.125*ML", ""},
           {"CTP****1.12500*ML", ""},
           {"CTP****1.1255*ML", "QTY04"},
           {"CTP****99999999.999*ML", ""},
           {"CTP****123456789*ML", "QTY05"},
           {"CTP****0000010000*ML", "QTY05"},
           {"CTP****000001.000*ML", ""},
           {"CTP****0.5*UN", "QTY11"},
           {"CTP****1.00*UN", ""},
           {"CTP****0.5*ML", ""},
           {"CTP****0.5*un", "QTY07", "CTP****0.5*UN"},
       }) {
    check_row(row);
  }
  CHECK(ClaimText(claim_with("CTP****0000010000*ML")).findings("QTY05").at(0).suggestion == "10");
  for (auto const *id : {"QTY04", "QTY05", "QTY11"}) {
    CHECK(rules::find_rule(id)->default_severity() == Severity::info);
  }
}

TEST_CASE("QTY04: a payer may keep two decimals", "[QTY04]") {
  ClaimText claim(claim_with("CTP****1.125*ML"));
  claim.profile.quantity_decimals = 2;
  CHECK(found(claim) == "QTY04");
}

TEST_CASE("QTY08: a payer may refuse milligrams", "[QTY08]") {
  struct Case {
    char const *ctp;
    char const *rules;
    char const *corrected = nullptr;
  };
  for (Case const &row : {
           Case{"CTP****500*ME", "QTY08", "CTP****0.5*GR"},
           {"CTP****1,000*ME", "QTY02 QTY08"},  // after the comma is gone
           {"CTP****7.00*ME", "QTY08", "CTP****0.007*GR"},
           {"CTP****1.5*ME", "QTY08"},  // more decimals than payers keep
           {"CTP****0*ME", "QTY01 QTY08"},
           {"CTP****5*F2", "QTY08"},
           {"CTP****500*MG", "QTY07"},  // becomes ME first
           {"CTP****5*ML", ""},
       }) {
    CAPTURE(row.ctp);
    ClaimText claim(claim_with(row.ctp));
    claim.profile.units_of_measure = {"GR", "ML", "UN"};
    CHECK(found(claim) == row.rules);
    auto const findings = claim.findings("QTY08");
    if (findings.empty()) continue;
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].fix() == Fix::opt_in);
    CHECK(findings[0].edits.empty() == (row.corrected == nullptr));
    if (row.corrected != nullptr) CHECK(ctp_of(claim.corrected_by("QTY08")) == row.corrected);
  }
  ClaimText without_grams(claim_with("CTP****500*ME"));
  without_grams.profile.units_of_measure = {"ML", "UN"};
  REQUIRE(without_grams.findings("QTY08").size() == 1);
  CHECK(without_grams.findings("QTY08")[0].edits.empty());
}

TEST_CASE("QTY10: the dose in milligrams is not the quantity", "[QTY10]") {
  struct Case {
    char const *ctp;
    char const *description;
    bool fires;
  };
  for (Case const &row : {
           Case{"CTP****500*ML", "IBUPROFEN 500MG IV", true},
           {"CTP****500.0*UN", "IBUPROFEN 500 MG IV", true},
           {"CTP****1000*UN", "IBUPROFEN 1,000 MG IV", true},
           {"CTP****500*ME", "IBUPROFEN 500MG IV", false},
           {"CTP****5*ML", "IBUPROFEN 500MG IV", false},
           {"CTP****500*ML", "IBUPROFEN 500MCG IV", false},
           {"CTP****1*UN", "GRANISETRON 1MG IV", false},
           {"CTP****4*ML", "GRANISETRON 1MG/ML 4MG IV", false},
           {"CTP****5*ML", "MIDAZOLAM 5MG/5ML 5MG IV", false},
           {"CTP****5*UN", "TESTOPEL 5MG 5 PELLETS", false},
           {"CTP****500*ml", "IBUPROFEN 500MG IV", false},  // QTY07 comes first
       }) {
    CAPTURE(row.ctp, row.description);
    ClaimText const claim(claim_with(row.ctp, row.description));
    auto const findings = claim.findings("QTY10");
    REQUIRE(findings.size() == (row.fires ? 1 : 0));
    if (row.fires) CHECK(findings[0].severity == Severity::warning);
  }
}

TEST_CASE("QTY: a CTP astray is looked at too", "[QTY]") {
  ClaimText const claim(
      professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~", "", "CTP****1*CC~"));
  CHECK(found(claim) == "QTY07");
}

TEST_CASE("QTY09: a rule that needs tables is silent", "[QTY09]") {
  auto const *rule = rules::find_rule("QTY09");
  REQUIRE(rule != nullptr);
  CHECK(rules::needs(*rule, rules::Given::directory));
  CHECK(rules::silent(*rule, nullptr));
  CHECK(rule->check_line != nullptr);
}

TEST_CASE("QTY: the guide's home infusion example is right", "[QTY]") {
  ClaimText const claim(
      professional_claim("SV1*HC:J3490:::::Sod Chl 0.9% see NDC#*57.12*UN*14.00*12**1~", "",
                         "LIN**N4*00409488810~CTP****7.00*UN~REF*XZ*2530001~"));
  CHECK(found(claim).empty());
}
