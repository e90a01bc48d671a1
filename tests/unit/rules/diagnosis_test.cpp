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

std::string diagnosed(std::string_view hi, std::string_view pointers = "1") {
  auto const claim = professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***" +
                                        std::string(pointers) + "~");
  return replaced(claim, "HI*ABK:G8918*ABF:M545~", hi);
}

std::string hospital(std::string_view hi) {
  return replaced(institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC*150*UN*1~"), "HI*ABK:G8918~",
                  hi);
}

}  // namespace

TEST_CASE("DX01: dots, blanks and small letters go", "[DX01]") {
  struct Row {
    char const *from;
    char const *to;
  };
  for (auto const &row :
       {Row{"HI*ABK:Z79.899~", "HI*ABK:Z79899~"}, Row{"HI*ABK:m545~", "HI*ABK:M545~"},
        Row{"HI*ABK:M545 ~", "HI*ABK:M545~"}, Row{"HI*ABK:I10.~", "HI*ABK:I10~"},
        Row{"HI*BK:E850.0~", "HI*BK:E8500~"}, Row{"HI*ABK:M54.5:::::::Y~", "HI*ABK:M545:::::::Y~"},
        Row{"HI*ABK:M545*ABF:Z79 899~", "HI*ABK:M545*ABF:Z79899~"}}) {
    INFO(row.from);
    CHECK(ClaimText(diagnosed(row.from)).corrected_by("DX01") == diagnosed(row.to));
  }
  check_rule("DX01", {{"correct", diagnosed("HI*ABK:Z79899*ABF:M545~"), 0},
                      {"two of three", diagnosed("HI*ABK:M54.5*ABF:I10*ABF:Z79.899~"), 2},
                      {"not a diagnosis", diagnosed("HI*ABK:M545~HI*BG:a.1~"), 0},
                      {"no code", diagnosed("HI*ABK~"), 0}});
}

TEST_CASE("DX01: a dot in the wrong place is left for the biller", "[DX01]") {
  for (auto const *hi : {"HI*ABK:M5.45~", "HI*ABK:.~", "HI*ABK:E116.5~", "HI*ABK:M54.5.1~"}) {
    INFO(hi);
    auto const found = ClaimText(diagnosed(hi)).findings("DX01");
    REQUIRE(found.size() == 1);
    CHECK(found[0].edits.empty());
  }
}

TEST_CASE("DX01: the tenth diagnosis is named HI10", "[DX01]") {
  std::string hi = "HI*ABK:M545";
  for (int i = 0; i < 8; ++i) hi += "*ABF:I10";
  auto const found = ClaimText(diagnosed(hi + "*ABF:e119~")).findings("DX01");
  REQUIRE(found.size() == 1);
  CHECK(found[0].element == "HI10-2");
}

TEST_CASE("DX02: a line points to a diagnosis of the claim", "[DX02]") {
  auto const two = "HI*ABK:M545*ABF:I10~";
  check_rule("DX02",
             {{"first", diagnosed(two, "1"), 0},
              {"both", diagnosed(two, "2:1"), 0},
              {"two digits", diagnosed(two, "02"), 0},
              {"none", diagnosed(two, ""), 1},
              {"beyond", diagnosed(two, "1:3"), 1},
              {"zero", diagnosed(two, "0"), 1},
              {"a letter", diagnosed(two, "A"), 1},
              {"negative", diagnosed(two, "-1"), 1},
              {"huge", diagnosed(two, "99999999999999999999999"), 1},
              {"first left out", diagnosed(two, ":1"), 1},
              {"an empty place in HI", diagnosed("HI*ABK:M545**ABF:I10~", "2"), 1},
              {"a condition code is none", diagnosed("HI*ABK:M545~HI*BG:01*BG:02~", "2"), 1},
              {"no HI", replaced(diagnosed(two), two, ""), 1},
              {"institutional", hospital("HI*ABK:M545~"), 0, institutional}});
}

TEST_CASE("DX03: monitoring codes alone do not support a drug", "[DX03]") {
  check_rule("DX03",
             {{"only Z79", diagnosed("HI*ABK:Z79899*ABF:M545~", "1"), 1},
              {"Z79 with a dot", diagnosed("HI*ABK:Z79.899~", "1"), 1},
              {"Z79 and Z51.81", diagnosed("HI*ABK:Z79899*ABF:Z5181~", "1:2"), 1},
              {"with an indication", diagnosed("HI*ABK:M545*ABF:Z79899~", "2:1"), 0},
              {"Z51.11 is another code", diagnosed("HI*ABK:Z5111~", "1"), 0},
              {"no pointer", diagnosed("HI*ABK:Z79899~", ""), 0},
              {"institutional", hospital("HI*ABK:Z79899~"), 1, institutional},
              {"institutional, with an indication", hospital("HI*ABK:Z79899~HI*ABF:M545~"), 0,
               institutional},
              {"admitting is none", hospital("HI*ABK:Z79899~HI*ABJ:M545~"), 1, institutional}});
}

TEST_CASE("DX04: an adverse effect is not the principal diagnosis", "[DX04]") {
  check_rule("DX04", {{"T50905A first", diagnosed("HI*ABK:T50905A*ABF:L270~"), 1},
                      {"T36.95XA first", diagnosed("HI*ABK:T36.95XA*ABF:L270~"), 1},
                      {"second", diagnosed("HI*ABK:L270*ABF:T50905A~"), 0},
                      {"a poisoning", diagnosed("HI*ABK:T50901A~"), 0},
                      {"poisoning with a 5 before", diagnosed("HI*ABK:T43651A~"), 0},
                      {"outside the chapter", diagnosed("HI*ABK:T51505A~"), 0},
                      {"short", diagnosed("HI*ABK:T50~"), 0}});
}

TEST_CASE("DX05: T codes have a seventh character", "[DX05]") {
  check_rule("DX05", {{"six", diagnosed("HI*ABK:L270*ABF:T50905~"), 1},
                      {"seven", diagnosed("HI*ABK:L270*ABF:T50905A~"), 0},
                      {"dotted", diagnosed("HI*ABK:L270*ABF:T50.905~"), 1},
                      {"burn by extent", diagnosed("HI*ABK:T310~"), 0},
                      {"transplant", diagnosed("HI*ABK:T8610~"), 0},
                      {"not a T code", diagnosed("HI*ABK:M545~"), 0}});
  auto const found = ClaimText(diagnosed("HI*ABK:L270*ABF:T887~")).findings("DX05");
  REQUIRE(found.size() == 1);
  CHECK(found[0].suggestion.find("T887XXA") == 0);
}

TEST_CASE("DX06: ICD-9 ended with September 2015", "[DX06]") {
  auto const old = diagnosed("HI*BK:7245*BF:4019~");
  check_rule("DX06", {{"2026", old, 1},
                      {"2015-09-30",
                       replaced(replaced(old, "20260914", "20150930"), "20260914", "20150930"), 0},
                      {"ICD-10", diagnosed("HI*ABK:M545~"), 0}});
}

TEST_CASE("DX07: Z51.81 goes with a Z79 code", "[DX07]") {
  check_rule("DX07", {{"alone", diagnosed("HI*ABK:M545*ABF:Z5181~"), 1},
                      {"paired", diagnosed("HI*ABK:M545*ABF:Z5181*ABF:Z79899~"), 0},
                      {"neither", diagnosed("HI*ABK:M545~"), 0}});
}
