// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "rules/places_of_service.hpp"
#include "support/rule_cases.hpp"

using namespace noc837;
using test::check_rule;
using test::ClaimText;
using test::institutional;
using test::institutional_claim;
using test::professional_claim;
using test::replaced;

namespace {

std::string hospital(std::string_view revenue, std::string_view code = "J3490") {
  return institutional_claim("SV2*" + std::string(revenue) + "*HC:" + std::string(code) +
                             ":::::KETOROLAC 15MG IV*150*UN*1~");
}

std::string office(std::string_view claim_place, std::string_view line_place = "") {
  auto const text = professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1*" +
                                       std::string(line_place) + "**1~");
  return replaced(text, "11:B:1", std::string(claim_place) + ":B:1");
}

profiles::Profile medicare() {
  profiles::Profile profile;
  profile.medicare = true;
  profile.preferred_revenue_code = "0636";
  profile.facility_places = {"19", "21", "22", "23", "24"};
  return profile;
}

}  // namespace

TEST_CASE("INS01: a 0636 line has a code", "[INS01]") {
  auto const line = [](std::string_view service) { return institutional_claim(service); };
  check_rule("INS01", {{"no code", line("SV2*0636**150*UN*1~"), 1, institutional},
                       {"empty code", line("SV2*0636*HC:*150*UN*1~"), 1, institutional},
                       {"three digits", line("SV2*636**150*UN*1~"), 1, institutional},
                       {"with a code", hospital("0636"), 0, institutional},
                       {"general pharmacy", line("SV2*0250**150*UN*1~"), 0, institutional}});
  auto const claim = line("SV2*0636**150*UN*1~");
  auto const found = ClaimText(claim, institutional).findings("INS01");
  REQUIRE(found.size() == 1);
  CHECK(found[0].line == "2");
}

TEST_CASE("INS02: drugs belong under pharmacy revenue codes", "[INS02]") {
  check_rule("INS02", {{"emergency room", hospital("0450"), 1, institutional},
                       {"0636", hospital("0636"), 0, institutional},
                       {"636", hospital("636"), 0, institutional},
                       {"0258", hospital("0258"), 0, institutional},
                       {"0891", hospital("0891"), 0, institutional},
                       {"none", hospital(""), 0, institutional}});
}

TEST_CASE("INS03: the leading zero is put back", "[INS03]") {
  CHECK(ClaimText(hospital("636"), institutional).corrected_by("INS03") == hospital("0636"));
  check_rule("INS03", {{"three digits", hospital("636"), 1, institutional},
                       {"four digits", hospital("0636"), 0, institutional},
                       {"a letter", hospital("63A"), 0, institutional},
                       {"two digits", hospital("36"), 0, institutional}});
}

TEST_CASE("INS04: Medicare prefers 0636", "[INS04]") {
  check_rule("INS04",
             {{"0250", hospital("0250"), 1, institutional},
              {"0636", hospital("0636"), 0, institutional},
              {"0259", hospital("0259"), 0, institutional}},
             medicare());
  check_rule("INS04", {{"generic payer", hospital("0250"), 0, institutional}});
}

TEST_CASE("INS05: outpatient drugs without payment of their own", "[INS05]") {
  check_rule("INS05",
             {{"J3490", hospital("0636"), 1, institutional},
              {"C9399", hospital("0636", "C9399"), 0, institutional},
              {"0851", replaced(hospital("0636"), "13:A", "85:A"), 0, institutional},
              {"office", office("11"), 0}},
             medicare());
  check_rule("INS05", {{"generic payer", hospital("0636"), 0, institutional}});
}

TEST_CASE("POS01: the facility supplies the drug", "[POS01]") {
  check_rule("POS01",
             {{"hospital", office("22"), 1},
              {"the line's place counts", office("11", "22"), 1},
              {"the line is at home", office("22", "12"), 0},
              {"office", office("11"), 0}},
             medicare());
  check_rule("POS01", {{"generic payer", office("22"), 0}});
}

TEST_CASE("POS02: places of service that CMS knows", "[POS02]") {
  check_rule("POS02", {{"office", office("11"), 0},
                       {"unassigned", office("29"), 1},
                       {"zero lost", office("2"), 1},
                       {"street outreach", office("27"), 0},
                       {"on the line", office("11", "98"), 1},
                       {"both", office("00", "98"), 2},
                       {"empty", office(""), 0},
                       {"institutional", hospital("0636"), 0, institutional}});
  CHECK(std::is_sorted(rules::places_of_service.begin(), rules::places_of_service.end()));
}
