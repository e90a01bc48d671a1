// SPDX-License-Identifier: Apache-2.0
// HLX01: the numbers of the levels of one transaction set.
#include <string>
#include <vector>

#include "rules/envelope_check.hpp"
#include "support/catch.hpp"

using namespace noc837;

namespace {

/// The elements that HLX01 finds in sets of these levels, a set a list.
std::string found_in(std::vector<std::vector<std::string>> const &sets) {
  rules::EnvelopeCheck check;
  rules::Findings findings;
  auto const enter = [&](claims::UnitKind kind, std::string const &bytes) {
    claims::Unit unit;
    unit.kind = kind;
    unit.bytes = bytes;
    unit.guide = edi::Guide::professional;
    check.enter(unit, findings);
  };
  for (auto const &levels : sets) {
    enter(claims::UnitKind::set, "ST*837*0001*005010X222A1~");
    for (auto const &level : levels) enter(claims::UnitKind::level, level + "~NM1*85~");
  }
  std::string out;
  for (auto const &finding : findings) {
    if (finding.rule->id == "HLX01") out += (out.empty() ? "" : " ") + finding.element;
  }
  return out;
}

}  // namespace

TEST_CASE("HLX01: levels count on and name the level above them", "[HLX01]") {
  struct Row {
    std::string_view what;
    std::vector<std::vector<std::string>> sets;
    std::string_view found;
  };
  for (Row const &row : std::initializer_list<Row>{
           {"subscribers and a patient",
            {{"HL*1**20*1", "HL*2*1*22*0", "HL*3*1*22*1", "HL*4*3*23*0", "HL*5*1*22*0"}},
            ""},
           {"two billing providers",
            {{"HL*1**20*1", "HL*2*1*22*0", "HL*3**20*1", "HL*4*3*22*0"}},
            ""},
           {"every set counts from 1", {{"HL*1**20*1", "HL*2*1*22*0"}, {"HL*1**20*1"}}, ""},
           {"a gap is found once", {{"HL*1**20*1", "HL*3*1*22*0", "HL*4*1*22*0"}}, "HL01"},
           {"no number", {{"HL*1**20*1", "HL**1*22*0", "HL*3*1*22*0"}}, "HL01"},
           {"a parent that is not there", {{"HL*1**20*1", "HL*2*7*22*0"}}, "HL02"},
           {"a parent that is closed",
            {{"HL*1**20*1", "HL*2*1*22*0", "HL*3**20*1", "HL*4*1*22*0"}},
            "HL02"},
           {"a subscriber under a subscriber",
            {{"HL*1**20*1", "HL*2*1*22*0", "HL*3*2*22*0"}},
            "HL02"},
           {"a patient under the billing provider", {{"HL*1**20*1", "HL*2*1*23*0"}}, "HL02"},
           {"a billing provider under something", {{"HL*1*1*20*1"}}, "HL02"},
           {"a subscriber first", {{"HL*1**22*0"}}, "HL02"},
       }) {
    INFO(row.what);
    CHECK(found_in(row.sets) == row.found);
  }
}
