// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "profiles/keys.hpp"
#include "profiles/profile_set.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"

using namespace noc837;
using profiles::Profile;
using profiles::ProfileSet;
using profiles::ProfileText;

namespace {

Result<ProfileSet> load(std::vector<ProfileText> const &more) {
  auto texts = profiles::shipped_texts();
  texts.insert(texts.end(), more.begin(), more.end());
  return ProfileSet::load(texts, rules::rule_names());
}

ProfileText text(std::string name, std::string toml) {
  return {name, name + ".toml", std::move(toml)};
}

/// What is wrong with a profile named "mine" that says this.
std::string mistake_in(std::string toml) {
  auto const set = load({text("mine", std::move(toml))});
  return set ? "nothing" : set.error().message();
}

profiles::Statement const *statement(Profile const &profile, std::string_view key) {
  auto const found = std::find_if(profile.statements.begin(), profile.statements.end(),
                                  [&](auto const &said) { return said.key == key; });
  return found == profile.statements.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the profiles that come with the program load", "[profiles]") {
  auto const set = load({});
  REQUIRE(set);
  for (auto const *name :
       {"default", "medicare", "wps", "cgs", "palmetto", "novitas", "ngs", "noridian", "fcso",
        "aetna", "bcbs", "cigna", "unitedhealthcare", "medicaid"}) {
    INFO(name);
    REQUIRE(set->find(name) != nullptr);
  }
  for (auto const &[name, profile] : set->all()) {
    INFO(name);
    CHECK(profile.title != name);
    CHECK_FALSE(profile.checked.empty());
    CHECK((name == "default") == profile.matches.empty());
  }
}

TEST_CASE("every line of a shipped profile says where it is from", "[profiles]") {
  auto const set = load({});
  REQUIRE(set);
  for (auto const &[name, profile] : set->all()) {
    INFO(name);
    for (auto const &match : profile.matches) CHECK(match.source != "not stated");
    for (auto const *list : {&profile.statements, &profile.remarks}) {
      for (auto const &said : *list) {
        INFO(said.key);
        CHECK(said.source != "not stated");
        CHECK(set->find(said.from) != nullptr);
      }
    }
  }
}

TEST_CASE("the default profile says every key, and what the rules assume without a profile",
          "[profiles]") {
  auto const set = load({});
  REQUIRE(set);
  Profile const &stated = set->fallback();
  Profile const &assumed = profiles::generic_profile();
  for (auto const &key : profiles::keys()) {
    // Without a date there is nothing to say.
    bool const date = key.named.expected.find("date") != std::string_view::npos;
    INFO(key.named.name);
    CHECK((statement(stated, key.named.name) != nullptr) == !date);
  }
  CHECK(stated.ndc == assumed.ndc);
  CHECK(stated.quantity == assumed.quantity);
  CHECK(stated.units_of_measure == assumed.units_of_measure);
  CHECK(stated.quantity_decimals == assumed.quantity_decimals);
  CHECK(stated.market_grace_months == assumed.market_grace_months);
  CHECK(stated.new_drug_months == assumed.new_drug_months);
  CHECK(stated.description_place == assumed.description_place);
  CHECK(stated.noc_units == assumed.noc_units);
  CHECK(stated.multi_ndc == assumed.multi_ndc);
  CHECK(stated.jw_jz == assumed.jw_jz);
  CHECK(stated.jw_jz_bill_types == assumed.jw_jz_bill_types);
  CHECK(stated.packaged_bill_types == assumed.packaged_bill_types);
  CHECK(stated.c9399_bill_types == assumed.c9399_bill_types);
  CHECK(stated.drug_revenue_codes == assumed.drug_revenue_codes);
  CHECK(stated.dme_payer_ids == assumed.dme_payer_ids);
  CHECK(stated.corrections == assumed.corrections);
}

TEST_CASE("a profile holds what it inherits and what it says itself", "[profiles]") {
  auto const set = load({text("mine",
                              "title = \"Mine\"\n"
                              "inherits = \"wps\"\n"
                              "[wants]\n"
                              "need_route = false\n"
                              "jw_jz_from = 2024-02-29\n"
                              "allowed_pseudo_ndcs = [\"00000000070\"]\n"
                              "[severity]\n"
                              "NDC02 = \"error\"\n"
                              "drug-name-missing = { value = \"off\", source = \"wps-noc\" }\n"
                              "[corrections]\n"
                              "UNT01 = true\n"
                              "NDC13 = false\n")});
  REQUIRE(set);
  Profile const &mine = *set->find("mine");
  CHECK(mine.title == "Mine");
  CHECK(mine.medicare);
  CHECK(mine.units_strict);
  CHECK_FALSE(mine.need_route);
  using namespace std::chrono_literals;
  CHECK(mine.jw_jz_from == grammar::Date(2024y / 2 / 29));
  CHECK(mine.allowed_pseudo_ndcs == std::vector<std::string>{"00000000070"});
  CHECK(mine.matches.empty());  // how a parent is told does not tell the child
  CHECK(mine.corrections == std::vector<std::string>{"UNT01"});
  CHECK(mine.corrections_off == std::vector<std::string>{"NDC13"});

  REQUIRE(mine.parent != nullptr);
  CHECK(mine.parent->name == "wps");
  CHECK(mine.is_a(*set->find("medicare")));
  CHECK_FALSE(set->find("medicare")->is_a(mine));

  REQUIRE(statement(mine, "noc_units") != nullptr);
  CHECK(statement(mine, "noc_units")->from == "wps");
  CHECK(statement(mine, "need_route")->from == "mine");
  CHECK(statement(mine, "need_route")->value == "no");
  CHECK(statement(mine, "need_route")->source == "not stated");
  CHECK(statement(mine, "severity.DSC02")->source.find("findacode") != std::string::npos);
  auto const off = std::find_if(mine.overrides.begin(), mine.overrides.end(),
                                [](auto const &o) { return o.rule == "DSC02"; });
  REQUIRE(off != mine.overrides.end());
  CHECK_FALSE(off->severity);
}

TEST_CASE("a profile replaces the one of its name, or builds on it", "[profiles]") {
  auto const replaced = load({text("wps", "title = \"Ours\"\n")});
  REQUIRE(replaced);
  CHECK(replaced->find("wps")->title == "Ours");
  CHECK_FALSE(replaced->find("wps")->medicare);

  auto const extended =
      load({text("wps", "inherits = \"wps\"\n[wants]\nneed_authorization = true\n")});
  REQUIRE(extended);
  Profile const &wps = *extended->find("wps");
  CHECK(wps.need_authorization);
  CHECK(wps.units_strict);
  CHECK(wps.matches.size() == 2);  // still told as before
  CHECK(wps.parent->name == "medicare");

  auto const parent =
      load({text("medicare", "inherits = \"medicare\"\n[wants]\nneed_strength = true\n")});
  REQUIRE(parent);
  CHECK(parent->find("wps")->need_strength);
}

TEST_CASE("a mistake names file, line and the nearest right word", "[profiles]") {
  struct Row {
    std::string_view toml;
    std::string_view message;
  };
  for (Row const &row : std::initializer_list<Row>{
           {"wants = 1", "mine.toml: line 1: wants is no table; expected [wants]"},
           {"titl = \"x\"", "mine.toml: line 1: unknown key 'titl'; did you mean title?"},
           {"title = 3", "mine.toml: line 1: title is no text; expected a text"},
           {"\n[wants]\nneed_dos = true",
            "mine.toml: line 3: unknown key 'need_dos'; did you "
            "mean need_dose?"},
           {"[wants]\nneed_dose = \"yes\"",
            "mine.toml: line 2: need_dose cannot be yes; expected true or false"},
           {"[wants]\nndc = \"needed\"",
            "mine.toml: line 2: ndc cannot be needed; expected none, recommended or required"},
           {"[wants]\nndc = { value = \"needed\" }",
            "mine.toml: line 2: ndc cannot be needed; expected none, recommended or required"},
           {"[wants]\nndc = { source = \"practice\" }",
            "mine.toml: line 2: ndc has no value; expected { value = ..., source = \"...\" }"},
           {"[wants]\nndc = { value = \"none\", sorce = \"practice\" }",
            "mine.toml: line 2: unknown key 'sorce'; did you mean source?"},
           {"[wants]\nndc = { value = \"none\", source = \"practise\" }",
            "mine.toml: line 2: unknown source 'practise'; did you mean practice?; expected a "
            "name from [sources]"},
           {"[wants]\njw_jz_from = 2023-02-30", "mine.toml: line 2: "},
           {"title = \"x\"\n[[[remarks]]\ntext = \"y\"", "mine.toml: line 2: "},
           {"[wants]\njw_jz_from = \"2023-07-01\"",
            "mine.toml: line 2: jw_jz_from cannot be 2023-07-01; expected a date such as "
            "2023-07-01"},
           {"[wants]\nmarket_grace_months = 241",
            "mine.toml: line 2: market_grace_months cannot be 241; expected a number of months "
            "from 0 to 240"},
           {"[wants]\nquantity_decimals = -1",
            "mine.toml: line 2: quantity_decimals cannot be -1; expected a number from 0 to 9"},
           {"[wants]\nunits_of_measure = [\"ML\", 3]",
            "mine.toml: line 2: units_of_measure cannot be ML 3; expected a list of F2, GR, ME, "
            "ML and UN"},
           {"[severity]\nNDC99 = \"error\"",
            "mine.toml: line 2: unknown rule 'NDC99'; did you "
            "mean NDC0"},
           {"[severity]\nNDC02 = \"fatal\"",
            "mine.toml: line 2: NDC02 cannot be fatal; expected info, warning, error or off"},
           {"[corrections]\nNDC06 = true", "mine.toml: line 2: rule NDC06 has no correction"},
           {"[corrections]\nNDC13 = 1",
            "mine.toml: line 2: NDC13 cannot be 1; expected true or false"},
           {"inherits = \"medicar\"",
            "mine.toml: line 1: unknown profile 'medicar'; did you mean medicare?"},
           {"inherits = \"mine\"", "mine.toml: line 1: inherits in a circle: mine > mine"},
           {"inherits = 1", "mine.toml: line 1: inherits is no text"},
           {"checked = \"today\"", "mine.toml: line 1: checked is no date"},
           {"[[match]]\nsource = \"practice\"",
            "mine.toml: line 1: a match that fits every payer; expected payer_ids, "
            "filing_indicators, names or states"},
           {"[[match]]\nnames = []",
            "mine.toml: line 2: names is no list of texts; expected names = [\"...\"]"},
           {"[[match]]\nname = [\"X\"]",
            "mine.toml: line 2: unknown key 'name'; did you mean "
            "names?"},
           {"[[remarks]]\nsource = \"practice\"",
            "mine.toml: line 1: a remark has no text; expected text = ..."},
           {"title = ", "mine.toml: line 1: "},
           {"title = \"µ\"\nµg = 1", "mine.toml: line 2: "},
           {"title = \"x\" µ", "mine.toml: line 1: "},
           {"t=2\"µ", "mine.toml: line 1: "},
       }) {
    INFO(row.toml);
    auto const found = mistake_in(std::string(row.toml));
    INFO(found);
    CHECK(found.starts_with(row.message));
  }
}

TEST_CASE("quoted text and comments have characters of any language", "[profiles]") {
  auto const set = load({text("mine",
                              "\xEF\xBB\xBF# µg\n"
                              "title = \"\\\"µ\\\" #\" # µ\n"
                              "[[remarks]]\ntext = \"\"\"\nµ \"µ\"\"\"\"\n"
                              "[[remarks]]\ntext = '\\' # 'µ")});
  INFO((set ? "" : set.error().message()));
  REQUIRE(set);
  CHECK(set->find("mine")->title == "\"µ\" #");
}

TEST_CASE("profiles that inherit from each other are a mistake", "[profiles]") {
  auto const set = load({text("a", "inherits = \"b\""), text("b", "\ninherits = \"c\""),
                         text("c", "inherits = \"a\"")});
  REQUIRE_FALSE(set);
  CHECK(set.error().message() == "c.toml: line 1: inherits in a circle: a > b > c > a");
}

TEST_CASE("profiles are read from a folder and from a file", "[profiles]") {
  auto const folder = std::filesystem::temp_directory_path() / "noc837-profiles-test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  std::ofstream(folder / "plan-b.toml") << "title = \"B\"";
  std::ofstream(folder / "plan-a.toml") << "title = \"A\"";
  std::ofstream(folder / "notes.txt") << "no profile";
  auto const texts = profiles::texts_in(folder.string());
  REQUIRE(texts);
  REQUIRE(texts->size() == 2);
  CHECK((*texts)[0].name == "plan-a");
  CHECK((*texts)[1].text == "title = \"B\"");
  CHECK_FALSE(profiles::texts_in((folder / "none").string()));
  CHECK_FALSE(profiles::text_of((folder / "none.toml").string()));
  CHECK_FALSE(profiles::text_of(folder.string()));
  std::filesystem::remove_all(folder);
}
