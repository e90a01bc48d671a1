// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "rules/modifier_table.hpp"
#include "support/rule_cases.hpp"

using namespace noc837;
using namespace std::chrono_literals;
using test::check_rule;
using test::ClaimText;
using test::institutional;
using test::institutional_claim;
using test::professional_claim;
using test::replaced;
using test::with_modifiers;

namespace {

profiles::Profile medicare() {
  profiles::Profile profile;
  profile.medicare = true;
  profile.jg_until = grammar::Date(2024y / 12 / 31);
  profile.jw_jz = true;
  return profile;
}

std::string hospital(std::string_view procedure) {
  std::string service = "SV2*0636*HC:";
  return institutional_claim(service.append(procedure).append("*150*UN*1~"));
}

std::string dated(std::string text, std::string_view date) {
  auto const at = text.rfind("20260914");
  return text.replace(at, 8, date);
}

std::string const ndc = "LIN**N4*00409379501~CTP****1*ML~";

/// A line with its NDC, and a second one for comparison.
std::string two(std::string_view first, std::string_view second, std::string_view date = "20260914",
                std::string_view second_drug = ndc) {
  std::string text = professional_claim(first, "", ndc);
  return text.append("LX*3~")
      .append(second)
      .append("DTP*472*D8*")
      .append(date)
      .append("~")
      .append(second_drug);
}

std::string const given = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~";
std::string const attested = "SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1~";
std::string const wasted = "SV1*HC:J3490:JW::::KETOROLAC 15MG WASTE*50*UN*1***1~";

}  // namespace

TEST_CASE("The modifier table has each code once, in two capitals or digits", "[MOD03]") {
  std::set<std::string_view> codes;
  for (auto const &row : rules::modifier_table()) {
    CHECK(row.code.size() == 2);
    CHECK_FALSE(row.use.empty());
    CHECK(codes.insert(row.code).second);
  }
  CHECK(rules::find_modifier("JZ") != nullptr);
  CHECK(rules::find_modifier("ZZ") == nullptr);
}

TEST_CASE("MOD01: JW and JZ on one line", "[MOD01]") {
  check_rule("MOD01", {{"both", with_modifiers(":JW:JZ"), 1},
                       {"both, small letters", with_modifiers(":jz::jw"), 1},
                       {"JW", with_modifiers(":JW"), 0},
                       {"none", with_modifiers(""), 0},
                       {"on two lines", two(given, wasted), 0}});
}

TEST_CASE("MOD02: a repeated modifier is dropped", "[MOD02]") {
  struct Row {
    char const *from;
    char const *to;
  };
  for (auto const &row :
       {Row{":JZ:JZ", ":JZ"}, Row{":JZ:RT:JZ:LT", ":JZ:RT:LT"}, Row{":JZ:JZ:JZ:JZ", ":JZ"},
        Row{":JZ:jz:::TEXT", ":JZ::::TEXT"}, Row{":JZ:JZ:", ":JZ::"}}) {
    INFO(row.from);
    CHECK(ClaimText(with_modifiers(row.from)).corrected_by("MOD02") == with_modifiers(row.to));
  }
  check_rule("MOD02", {{"repeated", with_modifiers(":JZ:JZ:JZ"), 1},
                       {"different", with_modifiers(":RT:LT:JZ"), 0},
                       {"two empty ones", with_modifiers(":::"), 0},
                       {"on two lines", two(attested, attested), 0}});
  auto const found = ClaimText(with_modifiers(":JZ:RT:JZ")).findings("MOD02");
  REQUIRE(found.size() == 1);
  CHECK(found[0].element == "SV101-5");
  CHECK(found[0].before == "JZ:RT:JZ");
  CHECK(found[0].after == "JZ:RT");
}

TEST_CASE("MOD03: case, blanks and gaps are put right", "[MOD03]") {
  struct Row {
    char const *from;
    char const *to;
  };
  for (auto const &row :
       {Row{":jz", ":JZ"}, Row{"::JZ", ":JZ"}, Row{"::jz:::TEXT", ":JZ::::TEXT"},
        Row{":JZ :: rt", ":JZ:RT"}, Row{": :JZ", ":JZ"}, Row{": ::::TEXT", ":::::TEXT"}}) {
    INFO(row.from);
    ClaimText const claim(with_modifiers(row.from));
    CHECK(claim.findings("MOD03").size() == 1);
    CHECK(claim.corrected_by("MOD03") == with_modifiers(row.to));
  }
  check_rule("MOD03", {{"fine", with_modifiers(":JZ:25:E1"), 0},
                       {"none, with a text", with_modifiers(":::::TEXT"), 0},
                       {"unused places", with_modifiers(":JZ:::"), 0},
                       {"too short", with_modifiers(":J"), 1},
                       {"too long", with_modifiers(":JZZ"), 1},
                       {"no letter", with_modifiers(":J-"), 1}});
}

TEST_CASE("MOD03: a wrong length is flagged and kept while the rest is put right", "[MOD03]") {
  ClaimText const claim(with_modifiers("::J:rt"));
  auto const found = claim.findings("MOD03");
  REQUIRE(found.size() == 2);
  CHECK(found[0].edits.empty());
  CHECK(found[0].before == "J");
  CHECK(found[1].after == "J:RT");
  auto const glued = ClaimText(with_modifiers(":JZRT")).findings("MOD03");
  REQUIRE(glued.size() == 1);
  CHECK(glued[0].suggestion == "JZ and RT in two components");
}

TEST_CASE("MOD04: 25 on a drug line is a warning", "[MOD04]") {
  check_rule("MOD04",
             {{"25", with_modifiers(":25"), 1},
              {"59", with_modifiers(":59"), 0},
              {"25 on the visit", replaced(with_modifiers(""), "HC:96372", "HC:99213:25"), 0}});
  CHECK(ClaimText(with_modifiers(":25")).findings("MOD04")[0].severity == Severity::warning);
}

TEST_CASE("MOD05: Medicare wants JW or JZ from 2023-07-01 on", "[MOD05]") {
  auto const plain = professional_claim(given);
  check_rule(
      "MOD05",
      {{"neither", plain, 1},
       {"JZ", with_modifiers(":JZ"), 0},
       {"jw", with_modifiers(":jw"), 0},
       {"first day", dated(plain, "20230701"), 1},
       {"day before", dated(plain, "20230630"), 0},
       {"no date", dated(plain, "2026091"), 0},
       {"multi-dose vial", replaced(plain, "15MG IV", "15MG IV MULTI-DOSE"), 0},
       {"vaccine-like oral code", replaced(plain, "J3490", "J7999"), 0},
       {"dose beside its waste", two(given, wasted), 0},
       {"waste of another day", two(given, wasted, "20260915"), 1},
       {"surgery centre", replaced(plain, "11:B:1", "24:B:1"), 0},
       {"critical access hospital", replaced(hospital("J3490"), "13:A", "85:A"), 1, institutional},
       {"outpatient hospital", hospital("J3490"), 0, institutional}},
      medicare());
  check_rule("MOD05", {{"generic payer", plain, 0}});
  auto later = medicare();
  later.jw_jz_from = grammar::Date(2027y / 1 / 1);
  check_rule("MOD05", {{"before the payer's date", plain, 0}}, later);
}

TEST_CASE("MOD06: waste needs a line with the dose", "[MOD06]") {
  auto const other_ndc = "LIN**N4*00409488810~CTP****1*ML~";
  check_rule("MOD06", {{"alone", professional_claim(wasted), 1},
                       {"with the dose", two(given, wasted), 0},
                       {"dose on another day", two(given, wasted, "20260915"), 1},
                       {"dose of another NDC", two(given, wasted, "20260914", other_ndc), 1},
                       {"waste without NDC", two(given, wasted, "20260914", ""), 0},
                       {"two waste lines", two(wasted, wasted), 2},
                       {"no waste", two(given, given), 0},
                       {"another code", two(given, replaced(wasted, "J3490", "J3590")), 1}});
}

TEST_CASE("MOD07: JZ beside a JW line of the same drug", "[MOD07]") {
  auto const other_ndc = "LIN**N4*00409488810~CTP****1*ML~";
  check_rule("MOD07", {{"same drug", two(attested, wasted), 1},
                       {"another NDC", two(attested, wasted, "20260914", other_ndc), 0},
                       {"NDC unknown", two(attested, wasted, "20260914", ""), 0},
                       {"another day", two(attested, wasted, "20260915"), 0},
                       {"no JZ", two(given, wasted), 0}});
}

TEST_CASE("MOD08: waste on what Medicare packages", "[MOD08]") {
  check_rule("MOD08",
             {{"JZ on J3490", hospital("J3490:JZ"), 1, institutional},
              {"JW on C9399", hospital("C9399:JW"), 1, institutional},
              {"JZ on C9399", hospital("C9399:JZ"), 0, institutional},
              {"none", hospital("J3490"), 0, institutional},
              {"0851", replaced(hospital("J3490:JZ"), "13:A", "85:A"), 0, institutional},
              {"office", with_modifiers(":JZ"), 0}},
             medicare());
  check_rule("MOD08", {{"generic payer", hospital("J3490:JZ"), 0, institutional}});
}

TEST_CASE("MOD10: JG and TB", "[MOD10]") {
  auto const before = dated(with_modifiers(":JG"), "20241231");
  check_rule("MOD10",
             {{"both", with_modifiers(":JG:TB"), 1},
              {"JG in 2026", with_modifiers(":JG"), 1},
              {"JG in 2024", before, 0},
              {"TB", with_modifiers(":TB"), 0}},
             medicare());
  check_rule("MOD10", {{"generic payer", with_modifiers(":JG:TB"), 0}});
  ClaimText claim(with_modifiers(":JG:TB"));
  claim.profile = medicare();
  CHECK(claim.findings("MOD10")[0].severity == Severity::error);
  ClaimText late(with_modifiers(":JG"));
  late.profile = medicare();
  CHECK(late.findings("MOD10")[0].severity == Severity::warning);
}

TEST_CASE("MOD11: a Medicaid modifier elsewhere", "[MOD11]") {
  claims::Levels commercial;
  commercial.filing_indicator = {"CI", 2};
  claims::Levels state;
  state.filing_indicator = {"MC", 2};
  check_rule("MOD11",
             {{"UD", with_modifiers(":UD"), 1},
              {"U1 and U9", with_modifiers(":U1:U9"), 2},
              {"UN is none of them", with_modifiers(":UN"), 0}},
             {}, commercial);
  check_rule("MOD11", {{"Medicaid", with_modifiers(":UD"), 0}}, {}, state);
  check_rule("MOD11", {{"unknown payer", with_modifiers(":UD"), 0}});
  check_rule("MOD11", {{"Medicare", with_modifiers(":UD"), 1}}, medicare());
}

TEST_CASE("MOD12: notices of non-coverage", "[MOD12]") {
  check_rule("MOD12", {{"GA and GZ", with_modifiers(":GA:GZ"), 1},
                       {"GX alone", with_modifiers(":GX"), 1},
                       {"GX and GY", with_modifiers(":GX:GY"), 0},
                       {"GA", with_modifiers(":GA"), 0}});
  CHECK(ClaimText(with_modifiers(":GX")).findings("MOD12")[0].severity == Severity::warning);
}

TEST_CASE("MOD13: the route of the modifier and of the text", "[MOD13]") {
  check_rule("MOD13", {{"JA, text SC", with_modifiers(":JA::::DRUG 15MG SC"), 1},
                       {"JB, text IV push", with_modifiers(":JB::::DRUG 15MG IVP"), 1},
                       {"JA, text IV", with_modifiers(":JA::::DRUG 15MG IV"), 0},
                       {"both routes", with_modifiers(":JA::::DRUG 15MG SC 5MG IV"), 0},
                       {"no route", with_modifiers(":JA::::DRUG 15MG"), 0},
                       {"another route", with_modifiers(":JA::::DRUG 15MG IM"), 0}});
}

TEST_CASE("MOD14: hospital departments", "[MOD14]") {
  check_rule("MOD14", {{"PO in an office", with_modifiers(":PO"), 1},
                       {"ER in an office", with_modifiers(":ER"), 1},
                       {"JZ", with_modifiers(":JZ"), 0},
                       {"hospital, both", hospital("J3490:PO:PN"), 1, institutional},
                       {"hospital, PO", hospital("J3490:PO"), 0, institutional}});
}

TEST_CASE("MOD15: J7799 at home without KD", "[MOD15]") {
  auto const pump = [](std::string_view procedure, std::string_view place) {
    return professional_claim("SV1*HC:" + std::string(procedure) + "*150*UN*1*" +
                              std::string(place) + "**1~");
  };
  check_rule("MOD15", {{"at home", pump("J7799", "12"), 1},
                       {"with KD", pump("J7799:KD", "12"), 0},
                       {"in the office", pump("J7799", ""), 0},
                       {"another code", pump("J3490", "12"), 0}});
}
