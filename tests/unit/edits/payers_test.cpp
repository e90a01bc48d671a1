// SPDX-License-Identifier: Apache-2.0
// One drug line before many payers: each asks for what the sources in its profile say, and the
// same line passes at one and is held back at another.
#include <algorithm>
#include <string>

#include "edits/policy.hpp"
#include "profiles/profile_set.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using test::professional_claim;

namespace {

std::string with(std::string_view service,
                 std::string_view drug = "LIN**N4*00409379501~CTP****1*ML~",
                 std::string_view notes = "") {
  return professional_claim(service, notes, drug);
}

std::string on(std::string text, std::string_view day) {
  std::string_view const date = "20260914";
  for (auto at = text.find(date); at != std::string::npos; at = text.find(date, at)) {
    text.replace(at, date.size(), day);
  }
  return text;
}

/// "NDC01 error, UNT01 warning", as the profile weighs them; empty for a line without findings.
std::string findings(std::string const &text, profiles::Profile const &profile) {
  test::ClaimText claim(text);
  claim.profile = profile;
  rules::Findings found;
  rules::check_claim(claim.claim(), claim.profile, found);
  edits::Policy const policy;
  std::vector<std::string> out;
  for (auto const &finding : found) {
    auto const severity = policy.severity(finding, profile);
    if (!severity) continue;
    out.push_back(std::string(finding.rule->id) + " " + std::string(to_string(*severity)));
  }
  std::sort(out.begin(), out.end());
  std::string list;
  for (auto const &one : out) list += (list.empty() ? "" : ", ") + one;
  return list;
}

struct Wish {
  std::string_view profiles;  ///< separated by blanks
  std::string_view findings;
};

struct Line {
  std::string_view what;
  std::string text;
  std::vector<Wish> wishes;  ///< of every payer not named the line asks nothing
};

constexpr std::string_view payers =
    "medicare wps cgs palmetto novitas ngs noridian fcso railroad dme aetna bcbs anthem bcbsil "
    "bcbsm bcbstx cigna unitedhealthcare unitedhealthcare-medicare medicaid default";

std::vector<std::string> words(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    auto const word = list.substr(0, list.find(' '));
    if (!word.empty()) out.emplace_back(word);
    list.remove_prefix(std::min(list.size(), word.size() + 1));
  }
  return out;
}

}  // namespace

TEST_CASE("the same drug line under every payer", "[payers]") {
  auto const set = profiles::ProfileSet::load(profiles::shipped_texts(), rules::rule_names());
  REQUIRE(set);
  std::string const complete = "SV1*HC:J3490:JZ::::KETOROLAC 30MG/ML 15MG IV*150*UN*1***1~";
  Line const lines[] = {
      {"all that anybody asks for", with(complete), {}},
      {"neither JW nor JZ",
       with("SV1*HC:J3490:::::KETOROLAC 30MG/ML 15MG IV*150*UN*1***1~"),
       {{"medicare wps cgs palmetto novitas ngs noridian fcso railroad dme "
         "unitedhealthcare-medicare",
         "MOD05 warning"}}},
      {"neither JW nor JZ, before they were asked for",
       on(with("SV1*HC:J3490:::::KETOROLAC 30MG/ML 15MG IV*150*UN*1***1~"), "20230630"),
       {}},
      {"no NDC",
       with(complete, ""),
       {{"cgs palmetto bcbs anthem bcbsil bcbsm bcbstx unitedhealthcare "
         "unitedhealthcare-medicare medicaid",
         "NDC01 error"},
        {"medicare wps novitas ngs noridian fcso railroad dme aetna cigna default",
         "NDC02 warning"}}},
      {"no NDC, in 2016",
       on(with("SV1*HC:J3490:::::KETOROLAC 30MG/ML 15MG IV*150*UN*1***1~", ""), "20161231"),
       {{"cgs palmetto bcbs anthem bcbsil bcbsm bcbstx medicaid", "NDC01 error"},
        {"medicare wps novitas ngs noridian fcso railroad dme aetna cigna default "
         "unitedhealthcare unitedhealthcare-medicare",
         "NDC02 warning"}}},
      {"milligrams as the unit",
       with(complete, "LIN**N4*00409379501~CTP****30*ME~"),
       {{"bcbsm", "QTY08 warning"}}},
      {"no route",
       with("SV1*HC:J3490:JZ::::KETOROLAC 30MG/ML 15MG*150*UN*1***1~"),
       {{"wps ngs", "DSC05 warning"}}},
      {"no strength",
       with("SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1~"),
       {{"bcbsil", "DSC03 warning"}}},
      {"an amount per mL and no dose",
       with("SV1*HC:J3490:JZ::::KETOROLAC 30MG/ML IV*150*UN*1***1~"),
       {{"palmetto", "DSC04 error"},
        {"medicare wps cgs novitas ngs noridian fcso railroad dme bcbstx", "DSC03 error"}}},
      {"no drug name",
       with("SV1*HC:J3490:JZ::::30MG/ML 15MG IV*150*UN*1***1~"),
       {{"medicare wps cgs palmetto novitas ngs noridian fcso railroad dme bcbstx", "DSC02 error"},
        {"aetna bcbs anthem bcbsil bcbsm cigna unitedhealthcare unitedhealthcare-medicare "
         "medicaid default",
         "DSC02 warning"}}},
      {"fifteen units",
       with("SV1*HC:J3490:JZ::::KETOROLAC 30MG/ML 15MG IV*150*UN*15***1~"),
       {{"wps", "UNT01 error"},
        {"medicare cgs palmetto novitas ngs noridian fcso railroad dme", "UNT01 warning"}}},
      {"in a hospital",
       with("SV1*HC:J3490:JZ::::KETOROLAC 30MG/ML 15MG IV*150*UN*1*22**1~"),
       {{"medicare wps cgs palmetto novitas ngs noridian fcso railroad dme", "POS01 warning"}}},
      {"described in a note",
       with("SV1*HC:J3490:JZ::::KETOROLAC*150*UN*1***1~", "LIN**N4*00409379501~CTP****1*ML~",
            "NTE*ADD*KETOROLAC 30MG/ML 15MG IV~"),
       {{"wps", "DSC03 error, DSC05 warning, DSC07 warning"}}},
      {"a state's modifier",
       with("SV1*HC:J3490:JZ:UD:::KETOROLAC 30MG/ML 15MG IV*150*UN*1***1~"),
       {{"medicare wps cgs palmetto novitas ngs noridian fcso railroad dme", "MOD11 info"}}},
  };
  for (Line const &line : lines) {
    for (auto const &name : words(payers)) {
      std::string expected;
      for (Wish const &wish : line.wishes) {
        auto const named = words(wish.profiles);
        if (std::find(named.begin(), named.end(), name) != named.end()) expected = wish.findings;
      }
      INFO(line.what << " before " << name);
      REQUIRE(set->find(name) != nullptr);
      CHECK(findings(line.text, *set->find(name)) == expected);
    }
  }
  CHECK(words(payers).size() == set->all().size());  // a new profile belongs into the table
}
