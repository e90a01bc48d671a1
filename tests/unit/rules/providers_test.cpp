// SPDX-License-Identifier: Apache-2.0
#include "support/rule_cases.hpp"

using namespace noc837;
using test::check_rule;
using test::ClaimText;
using test::institutional;
using test::institutional_claim;
using test::professional_claim;

namespace {

std::string office(std::string_view claim_names, std::string_view line_names = "") {
  std::string text =
      professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~", "", line_names);
  return text.insert(text.find("LX*1~"), claim_names);
}

claims::Levels billed_by(std::string_view npi) {
  claims::Levels levels;
  levels.billing_npi = {npi.data(), npi.size()};
  return levels;
}

}  // namespace

TEST_CASE("NPI01: the billing provider's number", "[NPI01]") {
  struct Row {
    std::string_view npi;
    std::size_t findings;
  };
  for (auto const &row : {Row{"1234567893", 0}, Row{"1245319599", 0}, Row{"", 0},
                          Row{"1234567890", 1}, Row{"1234567839", 1}, Row{"123456789", 1},
                          Row{"12345678930", 1}, Row{"0000000006", 1}, Row{"12345A7893", 1}}) {
    INFO(row.npi);
    check_rule("NPI01", {{"billing", office(""), row.findings}}, {}, billed_by(row.npi));
  }
}

TEST_CASE("NPI01: the other providers of claim and drug line", "[NPI01]") {
  check_rule(
      "NPI01",
      {{"rendering", office("NM1*82*1*SAMPLE*PAT****XX*1234567890~"), 1},
       {"referring", office("NM1*DN*1*SAMPLE*PAT****XX*1234567890~"), 1},
       {"right", office("NM1*82*1*SAMPLE*PAT****XX*1234567893~"), 0},
       {"of the line", office("", "NM1*82*1*SAMPLE*PAT****XX*1234567890~"), 1},
       {"no NPI", office("NM1*82*1*SAMPLE*PAT~"), 0},
       {"another kind of number", office("NM1*82*1*SAMPLE*PAT****24*123456789~"), 0},
       {"a place", office("NM1*77*2*SAMPLE CLINIC*****XX*1234567890~"), 0},
       {"another payer's provider", office("SBR*S*18~NM1*82*1*SAMPLE*PAT****XX*1234567890~"), 0}});
  ClaimText const claim(office("", "NM1*82*1*SAMPLE*PAT****XX*1234567890~"));
  auto const found = claim.findings("NPI01");
  REQUIRE(found.size() == 1);
  CHECK(found[0].loop == "2420A");
  CHECK(found[0].line == "2");
  std::string text = institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC*150*UN*1~");
  text.insert(text.find("LX*1~"), "NM1*71*1*SAMPLE*PAT****XX*1234567890~");
  ClaimText const attending(text, institutional);
  REQUIRE(attending.findings("NPI01").size() == 1);
  CHECK(attending.findings("NPI01")[0].loop == "2310A");
}
