// SPDX-License-Identifier: Apache-2.0
#include "rules/table.hpp"
#include "support/rule_cases.hpp"

using namespace noc837;
using test::check_rule;
using test::ClaimText;
using test::institutional;
using test::institutional_claim;
using test::professional_claim;
using test::replaced;

namespace {

std::string const drug = "LIN**N4*00409379501~CTP****1*ML~";
std::string const plain = professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~");

std::string decided(std::string_view procedure) {
  return professional_claim(
      "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~", "",
      drug + "SVD*12345*80*" + std::string(procedure) + "**1~DTP*573*D8*20260920~");
}

/// Puts segments before the first service line.
std::string with_claim_segments(std::string text, std::string_view segments) {
  return text.insert(text.find("LX*1~"), segments);
}

}  // namespace

TEST_CASE("COB01: the code under which another payer decided", "[COB01]") {
  check_rule("COB01", {{"same", decided("HC:J3490"), 0},
                       {"same, small letters", decided("HC:j3490"), 0},
                       {"another", decided("HC:J1885"), 1},
                       {"none", decided(""), 0}});
}

TEST_CASE("COB02: replacements and voids name the first claim", "[COB02]") {
  auto const replacement = replaced(plain, "11:B:1", "11:B:7");
  check_rule("COB02",
             {{"original", plain, 0},
              {"replacement", replacement, 1},
              {"void", replaced(plain, "11:B:1", "11:B:8"), 1},
              {"with the number", replaced(replacement, "HI*", "REF*F8*202609140001~HI*"), 0},
              {"an empty number", replaced(replacement, "HI*", "REF*F8~HI*"), 1},
              {"the number of another payer",
               with_claim_segments(replacement, "SBR*P*18~NM1*PR*2*OTHER~REF*F8*1~"), 1}});
}

TEST_CASE("COB03: Medicaid wants the NDC that Medicare did without", "[COB03]") {
  profiles::Profile medicaid;
  medicaid.medicaid = true;
  auto const medicare_first = "SBR*P*18*******MB~";
  auto const crossover = with_claim_segments(plain, medicare_first);
  auto const with_ndc = with_claim_segments(
      professional_claim("SV1*HC:J3490:::::KETOROLAC*150*UN*1***1~", "", drug), medicare_first);
  check_rule("COB03",
             {{"crossover", crossover, 1},
              {"with the NDC", with_ndc, 0},
              {"a commercial payer first", with_claim_segments(plain, "SBR*P*18*******CI~"), 0},
              {"no other payer", plain, 0}},
             medicaid);
  check_rule("COB03", {{"generic payer", crossover, 0}});
}

TEST_CASE("AUT01: a payer that asks for prior authorization", "[AUT01]") {
  profiles::Profile strict;
  strict.need_authorization = true;
  check_rule(
      "AUT01",
      {{"none", plain, 1},
       {"on the claim", replaced(plain, "HI*", "REF*G1*A1~HI*"), 0},
       {"on the line", professional_claim("SV1*HC:J3490*150*UN*1***1~", "REF*G1*A1~"), 0},
       {"another reference", replaced(plain, "HI*", "REF*9F*A1~HI*"), 1},
       {"institutional", institutional_claim("SV2*0636*HC:J3490*150*UN*1~"), 1, institutional}},
      strict);
  check_rule("AUT01", {{"generic payer", plain, 0}});
}

TEST_CASE("Rules beyond one claim have rows and no check", "[DUP01][DUP02][HLX01]") {
  for (auto const *id : {"DUP01", "DUP02", "HLX01"}) {
    INFO(id);
    auto const *rule = rules::find_rule(id);
    REQUIRE(rule != nullptr);
    CHECK(rule->check_line == nullptr);
    CHECK(rule->check_claim == nullptr);
    CHECK_FALSE(rule->explanation.empty());
  }
}
