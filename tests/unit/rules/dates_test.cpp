// SPDX-License-Identifier: Apache-2.0
#include "support/rule_cases.hpp"

using namespace noc837;
using namespace std::chrono_literals;
using test::check_rule;
using test::ClaimText;
using test::institutional;
using test::institutional_claim;
using test::professional_claim;

namespace {

/// The drug line's DTP is the claim's last one.
std::string with_dtp(std::string text, std::string_view dtp) {
  return text.replace(text.rfind("DTP*472"), std::string_view("DTP*472*D8*20260914~").size(), dtp);
}
std::string office(std::string_view dtp) {
  return with_dtp(professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~"), dtp);
}
std::string hospital(std::string_view dtp) {
  return with_dtp(institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC*150*UN*1~"), dtp);
}
std::string inpatient(std::string text) {
  return test::replaced(std::move(text), "13:A", "11:A");
}

}  // namespace

TEST_CASE("DAT01: a line has a date of service", "[DAT01]") {
  check_rule("DAT01", {{"day", office("DTP*472*D8*20260914~"), 0},
                       {"period", office("DTP*472*RD8*20260901-20260907~"), 0},
                       {"none", office(""), 1},
                       {"another date", office("DTP*471*D8*20260914~"), 1},
                       {"no such day", office("DTP*472*D8*20260231~"), 1},
                       {"American order", office("DTP*472*D8*09142026~"), 1},
                       {"format missing", office("DTP*472**20260914~"), 1},
                       {"outpatient", hospital(""), 1, institutional},
                       {"inpatient", inpatient(hospital("")), 0, institutional}});
  auto const missing = ClaimText(office("")).findings("DAT01");
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].severity == Severity::error);
  CHECK(missing[0].element == "DTP");
  auto const outpatient = ClaimText(hospital(""), institutional).findings("DAT01");
  REQUIRE(outpatient.size() == 1);
  CHECK(outpatient[0].severity == Severity::warning);
}

TEST_CASE("DAT02: the date the batch was sent is the last possible day", "[DAT02]") {
  claims::Levels levels;
  levels.sent = grammar::Date(2026y / 9 / 14);
  check_rule("DAT02",
             {{"same day", office("DTP*472*D8*20260914~"), 0},
              {"next day", office("DTP*472*D8*20260915~"), 1},
              {"period into the future", office("DTP*472*RD8*20260910-20260915~"), 1},
              {"reversed", office("DTP*472*RD8*20260910-20260901~"), 1},
              {"unreadable", office("DTP*472*D8*20269999~"), 0}},
             {}, levels);
  check_rule("DAT02", {{"sent is not known", office("DTP*472*D8*29990101~"), 0}});
}

TEST_CASE("DAT03: the statement covers its lines", "[DAT03]") {
  check_rule("DAT03", {{"inside", hospital("DTP*472*D8*20260914~"), 0, institutional},
                       {"after", hospital("DTP*472*D8*20260915~"), 1, institutional},
                       {"before", hospital("DTP*472*RD8*20260913-20260914~"), 1, institutional},
                       {"no line date", hospital(""), 0, institutional},
                       {"professional", office("DTP*472*D8*20260915~"), 0}});
}
