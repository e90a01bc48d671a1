// SPDX-License-Identifier: Apache-2.0
// Numbers and counts across the units of a set.
#include "snip/set_check.hpp"

#include "unit/snip/validating.hpp"

using namespace noc837;
using namespace noc837::test;
using claims::UnitKind;

namespace {

/// Enters "ST", HL segments, "CLM" and "SE"; says what was found.
Found across(std::initializer_list<std::string_view> segments) {
  snip::SetCheck check;
  snip::Issues issues;
  for (auto const text : segments) {
    auto const kind = text.starts_with("HL")    ? UnitKind::level
                      : text.starts_with("CLM") ? UnitKind::claim
                      : text.starts_with("ST")  ? UnitKind::set
                                                : UnitKind::set_end;
    check.enter(unit_of(kind, text, edi::Guide::professional), issues);
  }
  return brief(issues);
}

}  // namespace

TEST_CASE("levels that hang together", "[snip]") {
  CHECK(across({"ST~", "HL*1**20*1~", "HL*2*1*22*0~", "CLM~", "HL*3*1*22*1~", "HL*4*3*23*0~",
                "CLM~", "CLM~", "HL*5**20*1~", "HL*6*5*22*0~", "CLM~", "SE~"}) == Found{});
}

TEST_CASE("levels that do not", "[snip]") {
  CHECK(across({"ST~", "HL*1**20*1~", "HL*3*1*22*0~", "CLM~", "SE~"}) ==
        Found{"SNP211 2000B HL01"});
  CHECK(across({"ST~", "HL*1**20*1~", "HL*2*9*22*0~", "CLM~", "SE~"}) ==
        Found{"SNP212 2000B HL02"});
  CHECK(across({"ST~", "HL*1**20*1~", "HL*2*1*22*1~", "CLM~", "SE~"}) ==
        Found{"SNP213 2000B HL04"});
  CHECK(across({"ST~", "HL*1**20*1~", "HL*2*1*22*0~", "HL*3*2*23*0~", "CLM~", "SE~"}) ==
        Found{"SNP213 2000B HL04"});
  CHECK(across({"ST~", "HL*1**20*1~", "SE~"}) == Found{"SNP210 2000A HL"});
  CHECK(across({"ST~", "HL*1**20*1~", "HL*2*1*22*0~", "SE~"}) == Found{"SNP210 2000B HL"});
  CHECK(across({"ST~", "SE~"}) == Found{"SNP210 2000A HL"});
  CHECK(across({"ST~", "HL*1**20*1~", "CLM~", "HL*2*1*22*0~", "CLM~", "SE~"}) ==
        Found{"SNP209 2300 CLM"});
}

TEST_CASE("each set is numbered anew", "[snip]") {
  CHECK(across({"ST~", "HL*1**20*1~", "HL*2*1*22*0~", "CLM~", "SE~", "ST~", "HL*1**20*1~",
                "HL*2*1*22*0~", "CLM~", "SE~"}) == Found{});
}

TEST_CASE("at most a hundred claims stand under one level", "[snip]") {
  snip::SetCheck check;
  snip::Issues issues;
  for (std::string_view const text : {"ST~", "HL*1**20*1~", "HL*2*1*22*0~"}) {
    auto const kind = text == "ST~" ? UnitKind::set : UnitKind::level;
    check.enter(unit_of(kind, text, edi::Guide::professional), issues);
  }
  for (int i = 0; i < 100; ++i) {
    check.enter(unit_of(UnitKind::claim, "CLM~", edi::Guide::professional), issues);
  }
  CHECK(issues.empty());
  check.enter(unit_of(UnitKind::claim, "CLM~", edi::Guide::professional), issues);
  CHECK(brief(issues) == Found{"SNP207 2300 CLM"});
}
