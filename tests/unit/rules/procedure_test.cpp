// SPDX-License-Identifier: Apache-2.0
#include "support/rule_cases.hpp"

using namespace noc837;
using test::check_rule;
using test::ClaimText;
using test::institutional;
using test::institutional_claim;
using test::professional_claim;
using test::replaced;

namespace {

std::string const plain = professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~");

std::string coded(std::string_view code) {
  return replaced(plain, "J3490", code);
}
std::string dated(std::string text, std::string_view date) {
  auto const at = text.rfind("20260914");
  return text.replace(at, 8, date);
}

}  // namespace

TEST_CASE("COD01: hc and a blank qualifier become HC, others are flagged", "[COD01]") {
  check_rule("COD01", {{"correct", plain, 0},
                       {"lower case", replaced(plain, "HC:J3490", "hc:J3490"), 1},
                       {"padded", replaced(plain, "HC:J3490", "HC :J3490"), 1},
                       {"empty", replaced(plain, "HC:J3490", ":J3490"), 1},
                       {"another list's code", replaced(plain, "HC:J3490", "ER:J3490"), 0},
                       {"unknown", replaced(plain, "HC:J3490", "CJ:J3490"), 1}});
  ClaimText const lower(replaced(plain, "HC:J3490", "hc:J3490"));
  CHECK(lower.corrected_by("COD01") == plain);
  ClaimText const empty(replaced(plain, "HC:J3490", ":J3490"));
  CHECK(empty.corrected_by("COD01") == plain);
  ClaimText const unknown(replaced(plain, "HC:J3490", "CJ:J3490"));
  CHECK(unknown.findings("COD01")[0].edits.empty());
  CHECK(unknown.findings("COD01")[0].suggestion == "HC");
}

TEST_CASE("COD01: an institutional line names SV202", "[COD01]") {
  ClaimText const claim(institutional_claim("SV2*0636*hc:J3490:::::KETOROLAC*150*UN*1~"),
                        institutional);
  auto const found = claim.findings("COD01");
  REQUIRE(found.size() == 1);
  CHECK(found[0].element == "SV202-1");
  CHECK(claim.corrected_by("COD01").find("SV2*0636*HC:J3490:::::KETOROLAC*150*UN*1~") !=
        std::string::npos);
}

TEST_CASE("COD02: the code is written in capitals without blanks", "[COD02]") {
  check_rule("COD02", {{"correct", plain, 0},
                       {"lower case", coded("j3490"), 1},
                       {"padded", coded("J3490 "), 1},
                       {"both", coded(" j3490 "), 1}});
  CHECK(ClaimText(coded(" j3490 ")).corrected_by("COD02") == plain);
}

TEST_CASE("COD03: Q9977 is retired from 2016 on", "[COD03]") {
  check_rule("COD03", {{"2026", coded("Q9977"), 1},
                       {"first day", dated(coded("Q9977"), "20160101"), 1},
                       {"last day before", dated(coded("Q9977"), "20151231"), 0},
                       {"no date", dated(coded("Q9977"), "20261399"), 0},
                       {"J7999", coded("J7999"), 0}});
  CHECK(ClaimText(coded("Q9977")).findings("COD03")[0].suggestion == "J7999");
}

TEST_CASE("COD05: Medicare wants J7999 for a compound", "[COD05]") {
  auto const compound = replaced(plain, "KETOROLAC 15MG", "CMPD MORPHINE 20MG + BUPIVACAINE 5MG");
  auto const noted = professional_claim("SV1*HC:J3490:::::PAIN INJECTION*150*UN*1***1~",
                                        "NTE*ADD*COMPOUND OF TWO~");
  auto const ours = professional_claim("SV1*HC:J3490:::::KETOROLAC*150*UN*1***1~",
                                       "NTE*TPO*NOC837 COD05 COMPOUND~");
  auto const hospital = institutional_claim("SV2*0636*HC:J3490:::::CMPD A + B*150*UN*1~");
  profiles::Profile medicare;
  medicare.medicare = true;
  check_rule("COD05",
             {{"compound", compound, 1},
              {"in the note", noted, 1},
              {"our own annotation", ours, 0},
              {"right code", replaced(compound, "J3490", "J7999"), 0},
              {"a single drug", plain, 0},
              {"hospital outpatient", hospital, 0, institutional}},
             medicare);
  check_rule("COD05", {{"generic payer", compound, 0}});
}

TEST_CASE("COD06: C9399 outside hospital outpatient claims", "[COD06]") {
  auto const hospital = institutional_claim("SV2*0636*HC:C9399:::::NEWDRUGUMAB 40MG*150*UN*1~");
  check_rule("COD06", {{"office", coded("C9399"), 1},
                       {"office, J3490", plain, 0},
                       {"0131", hospital, 0, institutional},
                       {"0141", replaced(hospital, "13:A:1", "14:A:1"), 0, institutional},
                       {"0111", replaced(hospital, "13:A:1", "11:A:1"), 1, institutional},
                       {"no type of bill", replaced(hospital, "13:A:1", "::"), 0, institutional}});
  profiles::Profile wide;
  wide.c9399_bill_types = {"13", "85"};
  check_rule("COD06", {{"0851", replaced(hospital, "13:A:1", "85:A:1"), 0, institutional}}, wide);
}

TEST_CASE("COD09: the same drug twice on one day", "[COD09]") {
  std::string const line = "SV1*HC:J3490:RT:JZ:::KETOROLAC 15MG IV*150*UN*1***1~";
  auto const two = [&](std::string_view second) {
    return professional_claim(line) + "LX*3~" + std::string(second);
  };
  std::string const date = "DTP*472*D8*20260914~";
  check_rule("COD09",
             {{"repeated", two(line + date), 1},
              {"modifiers in another order",
               two("SV1*HC:J3490:JZ:RT:::KETOROLAC 15MG IV*150*UN*1***1~" + date), 1},
              {"another day", two(line + "DTP*472*D8*20260915~"), 0},
              {"no date", two(line), 0},
              {"another drug", two(replaced(line, "KETOROLAC", "MORPHINE") + date), 0},
              {"another modifier", two(replaced(line, "JZ", "JW") + date), 0},
              {"an NDC on the second", two(line + date + "LIN**N4*00409379501~CTP****1*ML~"), 0}});
}

TEST_CASE("COD10: an NDC where the procedure code belongs", "[COD10]") {
  auto const line = [](std::string_view procedure) {
    return professional_claim("SV1*" + std::string(procedure) + "*150*UN*1***1~");
  };
  check_rule("COD10", {{"eleven digits", line("HC:00409379501"), 1},
                       {"ten digits", line("HC:0409379501"), 1},
                       {"hyphens", line("HC:0409-3795-01"), 1},
                       {"N4", line("N4:00409379501"), 1},
                       {"no qualifier", line("00409379501"), 1},
                       {"a procedure", line("HC:96372"), 0},
                       {"five digits", line("HC:12345"), 0},
                       {"a drug line", plain, 0},
                       {"another list", line("WK:00409379501"), 0}});
  ClaimText const claim(line("HC:00409379501"));
  auto const found = claim.findings("COD10");
  REQUIRE(found.size() == 1);
  CHECK(found[0].line == "2");
  CHECK(found[0].element == "SV101-2");
}

TEST_CASE("COD11: DME drugs go to the DME contractor", "[COD11]") {
  profiles::Profile medicare;
  medicare.medicare = true;
  claims::Levels part_b;
  part_b.payer_id = {"01112", 5};
  claims::Levels dme;
  dme.payer_id = {"19003", 5};
  check_rule("COD11", {{"J7799", coded("J7799"), 1}, {"J3490", plain, 0}}, medicare, part_b);
  check_rule("COD11", {{"J7799", coded("J7799"), 0}, {"J3490", plain, 1}}, medicare, dme);
  check_rule("COD11", {{"unknown payer id", coded("J7799"), 0}}, medicare);
  check_rule("COD11", {{"generic payer", coded("J7799"), 0}}, {}, part_b);
}
