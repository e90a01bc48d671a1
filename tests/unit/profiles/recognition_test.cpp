// SPDX-License-Identifier: Apache-2.0
#include "profiles/recognition.hpp"

#include "profiles/names.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"

using namespace noc837;
using Against = profiles::Recognized::Against;

namespace {

profiles::Payers shipped() {
  auto set = profiles::ProfileSet::load(profiles::shipped_texts(), rules::rule_names());
  REQUIRE(set);
  profiles::Payers payers;
  payers.profiles = std::make_shared<profiles::ProfileSet const>(std::move(*set));
  return payers;
}

struct Payer {
  std::string_view payer_id;
  std::string_view filing_indicator;
  std::string_view name;
  std::string_view state = "ZZ";
};

edi::Slice slice(std::string_view text) {
  return {text.data(), text.size()};
}

claims::Levels levels_of(Payer const &payer) {
  claims::Levels levels;
  levels.payer_id = slice(payer.payer_id);
  levels.filing_indicator = slice(payer.filing_indicator);
  levels.payer_name = slice(payer.name);
  levels.billing_state = slice(payer.state);
  return levels;
}

}  // namespace

TEST_CASE("a claim is judged by the profile that fits its payer best", "[recognition]") {
  struct Row {
    Payer payer;
    std::string_view profile;
    Against against = Against::nothing;
    std::string_view other = "";
  };
  auto const payers = shipped();
  profiles::Recognizer recognizer(payers);
  std::initializer_list<Row> const rows = {
      // by id
      {{"60054", "CI", "AETNA"}, "aetna"},
      {{"62308", "CI", "CIGNA"}, "cigna"},
      {{"87726", "CI", "UNITEDHEALTHCARE"}, "unitedhealthcare"},
      {{"05102", "MB", "WPS GHA"}, "wps"},
      {{"05101", "MA", "WPS GHA"}, "wps"},
      {{"15202", "MB", "CGS"}, "cgs"},
      {{"11202", "MB", "PALMETTO"}, "palmetto"},
      {{"00882", "MB", "RAILROAD MEDICARE"}, "railroad"},
      {{"13282", "MB", "NGS"}, "ngs"},
      {{"01112", "MB", "NORIDIAN"}, "noridian"},
      {{"09102", "MB", "FIRST COAST"}, "fcso"},
      {{"12502", "MB", "NOVITAS"}, "novitas"},
      {{" 60054 ", "CI", ""}, "aetna"},
      // by filing indicator, and state
      {{"X1", "MB", "MEDICARE"}, "medicare"},
      {{"X1", "MA", "MEDICARE", "IL"}, "medicare"},
      {{"X1", "MB", "MEDICARE", "IL"}, "ngs"},
      {{"X1", "mb", "MEDICARE", "tx"}, "novitas"},
      {{"X1", "MB", "MEDICARE", "FL"}, "fcso"},
      {{"19003", "MB", "DME", "IL"}, "dme"},
      {{"X1", "BL", "SOME PLAN"}, "bcbs"},
      {{"X1", "MC", "STATE PLAN"}, "medicaid"},
      // by name
      {{"X1", "CI", "AETNA HEALTH INC."}, "aetna"},
      {{"X1", "HM", "Cigna Healthcare"}, "cigna"},
      {{"X1", "12", "UHC"}, "unitedhealthcare"},
      {{"X1", "CI", "UNITED-HEALTHCARE"}, "unitedhealthcare"},
      {{"X1", "CI", "BCBS OF IDAHO"}, "bcbs"},
      {{"X1", "CI", "BCBSID"}, "bcbs"},
      {{"X1", "CI", "BLUE CROSS/BLUE SHIELD"}, "bcbs"},
      {{"X1", "CI", "BCBSM"}, "bcbsm"},
      {{"X1", "BL", "BCBS OF TEXAS"}, "bcbstx"},
      {{"X1", "BL", "ANTHEM BLUE CROSS"}, "anthem"},
      {{"X1", "ZZ", "AETNA BETTER HEALTH OF OHIO"}, "medicaid"},
      {{"X1", "", "MASSHEALTH"}, "medicaid"},
      // of several
      {{"87726", "16", "UNITEDHEALTHCARE"}, "unitedhealthcare-medicare"},
      {{"87726", "MC", "UNITEDHEALTHCARE COMMUNITY PLAN"}, "medicaid"},
      {{"87726", "HM", "UNITEDHEALTHCARE COMMUNITY PLAN"}, "medicaid"},
      {{"60054", "MC", "AETNA"}, "medicaid"},
      {{"X1", "MC", "BCBS COMMUNITY"}, "medicaid"},
      // against each other
      {{"60054", "MB", "AETNA"}, "aetna", Against::filing_indicator, "medicare"},
      {{"60054", "BL", "AETNA"}, "aetna", Against::filing_indicator, "bcbs"},
      {{"60054", "CI", "CIGNA"}, "aetna", Against::name, "cigna"},
      {{"X1", "MB", "CIGNA"}, "medicare", Against::name, "cigna"},
      {{"05102", "MC", "WPS"}, "wps"},
      // none
      {{"99901", "CI", "MERIDIAN HEALTH PLAN"}, "default"},
      {{"60055", "CI", "GAETNA"}, "default"},
      {{"", "", ""}, "default"},
  };
  for (int round = 0; round < 2; ++round) {  // the second time from what was remembered
    for (Row const &row : rows) {
      INFO(row.payer.payer_id << " " << row.payer.filing_indicator << " " << row.payer.name);
      auto const levels = levels_of(row.payer);
      auto const &payer = recognizer.recognize(levels);
      CHECK(payer.profile->name == row.profile);
      CHECK(payer.known == (row.profile != "default"));
      CHECK(payer.against == row.against);
      CHECK((payer.other == nullptr ? "" : payer.other->name) == row.other);
    }
  }
}

TEST_CASE("a profile that is named judges every claim", "[recognition]") {
  auto payers = shipped();
  payers.forced = payers.profiles->find("cigna");
  profiles::Recognizer recognizer(payers);
  for (auto const *id : {"60054", "99901"}) {
    auto const levels = levels_of({id, "MB", "AETNA"});
    auto const &payer = recognizer.recognize(levels);
    CHECK(payer.profile->name == "cigna");
    CHECK(payer.known);
    CHECK(payer.against == Against::nothing);
  }
}

TEST_CASE("many payers one after the other are told apart", "[recognition]") {
  auto const payers = shipped();
  profiles::Recognizer recognizer(payers);
  for (int i = 0; i < 2000; ++i) {
    std::string const id = i % 7 == 0 ? "60054" : std::to_string(10000 + i);
    auto const levels = levels_of({id, "CI", "PLAN"});
    CHECK((recognizer.recognize(levels).profile->name == "aetna") == (id == "60054"));
  }
}

TEST_CASE("names are compared by their words", "[recognition]") {
  CHECK(profiles::comparable_name(" Blue Cross/Blue-Shield of N.J. ") ==
        "BLUE CROSS BLUE SHIELD OF N J");
  CHECK(profiles::stands_in("UHC", "UHC OF TEXAS"));
  CHECK(profiles::stands_in("UHC", "PLAN UHC"));
  CHECK_FALSE(profiles::stands_in("UHC", "UHCX"));
  CHECK_FALSE(profiles::stands_in("UHC", "XUHC"));
  CHECK(profiles::stands_in("BCBS*", "BCBSTX"));
  CHECK_FALSE(profiles::stands_in("BCBS*", "ABCBSTX"));
  CHECK(profiles::stands_in("A", "BA A"));
  CHECK_FALSE(profiles::stands_in("", "ANY"));
  CHECK_FALSE(profiles::stands_in("*", "ANY"));
}
