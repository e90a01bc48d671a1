// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "rules/table.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using profiles::MultiNdc;
using profiles::Need;
using rules::Fix;
using test::ClaimText;
using test::institutional_claim;
using test::professional_claim;

namespace {

std::string const described = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~";

std::string service(std::string const &description) {
  return "SV1*HC:J3490:::::" + description + "*150*UN*1***1~";
}

std::string with_loop(std::string const &lin02, std::string const &lin03) {
  return professional_claim(described, "", "LIN**" + lin02 + "*" + lin03 + "~CTP****1*ML~");
}

/// The ids of the NDC rules that find something in a claim, in the catalogue's order.
std::string found(ClaimText const &claim) {
  rules::Findings all;
  rules::check_claim(claim.claim(), claim.profile, all);
  std::string ids;
  for (auto const &finding : all) {
    if (finding.rule->family != "ndc") continue;
    ids.append(ids.empty() ? "" : " ").append(finding.rule->id);
  }
  return ids;
}

bool contains(std::string const &text, std::string const &part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("NDC03 to NDC09, NDC15: LIN03 is read in the form that it has",
          "[NDC03][NDC04][NDC05]"
          "[NDC06][NDC07][NDC09]"
          "[NDC15]") {
  struct Row {
    char const *lin03;
    char const *rules;
    char const *after = "";       // of the first finding
    char const *suggestion = "";  // likewise
  };
  for (Row const &row : {Row{"00409379501", ""},
                         {"00409-3795-01", "NDC03", "00409379501"},
                         {"00409 3795 01", "NDC03", "00409379501"},
                         {" 00409379501", "NDC03", "00409379501"},
                         {"0409-3795-01", "NDC04", "00409379501"},
                         {"63323-249-10", "NDC04", "63323024910"},
                         {"12345-6789-1", "NDC04", "12345678901"},
                         {"0409379501", "NDC05", "", "00409379501 or 04093079501 or 04093795001"},
                         {"6332324910", "NDC05", "", "63323024910 or 63323249100 or 06332324910"},
                         {"1000000003", "NDC05", "", "10000000003 or 01000000003"},
                         {"", "NDC06"},
                         {"409379501", "NDC06"},
                         {"0409-4888-1", "NDC06"},
                         {"004093795-01", "NDC06", "", "00409379501"},
                         {"KETOROLAC", "NDC06"},
                         {"N4KETOROLAC", "NDC06"},
                         {"00300409379501", "NDC06"},
                         {"000409379501", "NDC06 NDC15", "", "00409379501"},
                         {"000409-3795-01", "NDC06 NDC15", "", "00409379501"},
                         {"312345678906", "NDC06 NDC15"},
                         {"N400409379501", "NDC07", "00409379501"},
                         {"N4 0409-3795-01", "NDC07", "0409-3795-01"},
                         {"n4:0409379501", "NDC07", "0409379501"},
                         {"NDC00409379501", "NDC07", "00409379501"},
                         {"NDC NO. 00409379501", "NDC07", "00409379501"},
                         {"N4123", "NDC07", "123"},
                         {"00000000000", "NDC09"},
                         {"99999999999", "NDC09"},
                         {"9999999999", "NDC09"},
                         {"1234567890", "NDC09"},
                         {"12345678901", "NDC09"},
                         {"01234567890", "NDC09"},
                         {"00000000070", "NDC09"},
                         {"00409000000", "NDC09"},
                         {"00409000001", ""},
                         {"99999-9999-99", "NDC03", "99999999999"}}) {
    CAPTURE(row.lin03);
    ClaimText const claim(with_loop("N4", row.lin03));
    CHECK(found(claim) == row.rules);
    std::string const rule = std::string(row.rules).substr(0, 5);
    auto const findings = claim.findings(rule);
    if (findings.empty()) continue;
    CHECK(findings[0].loop == "2410");
    CHECK(findings[0].element == "LIN03");
    CHECK(findings[0].before == row.lin03);
    CHECK(findings[0].after == row.after);
    CHECK(findings[0].suggestion == row.suggestion);
    std::string const after = *row.after != '\0' ? row.after : row.lin03;
    CHECK(contains(claim.corrected_by(rule), "LIN**N4*" + after + "~CTP****1*ML~"));
  }
}

TEST_CASE("NDC04: a star on the label is the missing zero", "[NDC04]") {
  // With * as the element separator a star would end the element.
  std::string text = with_loop("N4", "?0409-3795-01");
  std::replace(text.begin(), text.end(), '*', '|');
  text[text.find('?')] = '*';
  ClaimText const claim(text, edi::Guide::professional, {.element = '|'});
  auto const found = claim.findings("NDC04");
  REQUIRE(found.size() == 1);
  CHECK(found[0].after == "00409379501");
  CHECK(contains(claim.corrected_by("NDC04"), "LIN||N4|00409379501~"));
}

TEST_CASE("NDC08: the qualifier of an NDC is N4", "[NDC08]") {
  struct Row {
    char const *lin02;
    char const *lin03;
    char const *rules;
    char const *after;
    Fix fix;
    Severity severity;
  };
  for (Row const &row : {
           Row{"n4", "00409379501", "NDC08", "N4", Fix::safe, Severity::error},
           {" N4", "00409379501", "NDC08", "N4", Fix::safe, Severity::error},
           {"n4", "00409-3795-01", "NDC03 NDC08", "N4", Fix::safe, Severity::error},
           {"ND", "00409379501", "NDC08", "N4", Fix::opt_in, Severity::error},
           {"", "00409379501", "NDC08", "N4", Fix::opt_in, Severity::error},
           {"", "0409-3795-01", "NDC04 NDC08", "N4", Fix::opt_in, Severity::error},
           {"", "", "NDC06", "", Fix::none, Severity::error},
           {"ND", "KETOROLAC", "NDC06", "", Fix::none, Severity::error},
           {"UP", "0409-3795-01", "NDC08", "", Fix::safe, Severity::warning},
           {"EN", "00409379501", "NDC08", "", Fix::safe, Severity::warning},
           {"XX", "00409379501", "NDC08", "", Fix::safe, Severity::error},
           // Product and order numbers that are what they say: the NDC is missing, no more.
           {"UP", "012345678905", "NDC02", "", Fix::none, Severity::error},
           {"UK", "00312345678906", "NDC02", "", Fix::none, Severity::error},
           {"ON", "00409379501", "NDC02", "", Fix::none, Severity::error},
           {"HI", "+A123BJC5D6E71", "NDC02", "", Fix::none, Severity::error},
       }) {
    CAPTURE(row.lin02, row.lin03);
    ClaimText const claim(with_loop(row.lin02, row.lin03));
    CHECK(found(claim) == row.rules);
    auto const findings = claim.findings("NDC08");
    if (findings.empty()) continue;
    CHECK(findings[0].element == "LIN02");
    CHECK(findings[0].after == row.after);
    CHECK(findings[0].fix() == row.fix);
    CHECK(findings[0].severity == row.severity);
    bool const changed =
        contains(claim.corrected_by("NDC08"), "LIN**N4*" + std::string(row.lin03) + "~");
    CHECK(changed == (*row.after != '\0'));
  }
}

TEST_CASE("NDC08: a product number's qualifier is an error where N4 is the only one or is needed",
          "[NDC08]") {
  ClaimText const outpatient(
      institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~", "",
                          "LIN**UP*0409-3795-01~CTP****1*ML~"),
      edi::Guide::institutional);
  REQUIRE(outpatient.findings("NDC08").size() == 1);
  CHECK(outpatient.findings("NDC08")[0].severity == Severity::error);
  ClaimText required(with_loop("UP", "0409-3795-01"));
  required.profile.ndc = Need::required;
  CHECK(found(required) == "NDC08");
  CHECK(required.findings("NDC08")[0].severity == Severity::error);
}

TEST_CASE("NDC09: a payer's own placeholder is accepted", "[NDC09]") {
  ClaimText claim(with_loop("N4", "00000000070"));
  claim.profile.allowed_pseudo_ndcs = {"00000-0000-70"};
  CHECK(found(claim).empty());
}

TEST_CASE("NDC01, NDC02: a missing NDC weighs what the payer says", "[NDC01][NDC02]") {
  ClaimText claim(professional_claim(described));
  CHECK(found(claim) == "NDC02");
  CHECK(claim.findings("NDC02")[0].severity == Severity::warning);
  CHECK(claim.findings("NDC02")[0].edits.empty());
  claim.profile.ndc = Need::required;
  CHECK(found(claim) == "NDC01");
  CHECK(claim.findings("NDC01")[0].severity == Severity::error);
  claim.profile.ndc = Need::none;
  CHECK(found(claim).empty());
}

TEST_CASE("NDC01: a malformed NDC is not a missing one", "[NDC01]") {
  ClaimText claim(with_loop("N4", "409379501"));
  claim.profile.ndc = Need::required;
  CHECK(found(claim) == "NDC06");
}

TEST_CASE("NDC13: the paper form's text becomes a drug loop", "[NDC13]") {
  struct Row {
    char const *description;
    char const *notes;
    char const *drug_loop;
  };
  for (Row const &row : {
           Row{"N400409379501 ML1 KETOROLAC 15MG IV", "", "LIN**N4*00409379501~CTP****1*ML~"},
           {"N4 00409379501 UN1.5 KETOROLAC", "", "LIN**N4*00409379501~CTP****1.5*UN~"},
           {"KETOROLAC", "NTE*ADD*NDC:0409-3795-01 ml 1~", "LIN**N4*00409379501~CTP****1*ML~"},
           {"N400409379501UN1,000 KETOROLAC", "", "LIN**N4*00409379501~CTP****1000*UN~"},
           {"KETOROLAC 15MG IV NDC# 00409-3795-01 ML 7.00", "",
            "LIN**N4*00409379501~CTP****7.00*ML~"},
           {"KETOROLAC 15MG IV", "NTE*ADD*N400409379501 ML1~", "LIN**N4*00409379501~CTP****1*ML~"},
           {"KETOROLAC N400409379501 ML1", "NTE*ADD*NDC 0409-3795-01~",
            "LIN**N4*00409379501~CTP****1*ML~"},
           {"", "NTE*ADD*N400409379501 F2500, FACTOR VIII~", "LIN**N4*00409379501~CTP****500*F2~"},
       }) {
    CAPTURE(row.description, row.notes);
    ClaimText const claim(professional_claim(service(row.description), row.notes));
    CHECK(found(claim) == "NDC13");
    auto const findings = claim.findings("NDC13");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fix() == Fix::opt_in);
    CHECK(findings[0].edits.size() == 2);
    std::string const expected =
        professional_claim(service(row.description), row.notes) + row.drug_loop;
    CHECK(claim.corrected_by("NDC13") == expected);
    CHECK(found(ClaimText(expected)).empty());
  }
}

TEST_CASE("NDC13: the drug loop goes before the providers of the line", "[NDC13]") {
  std::string const text = professional_claim(service("N400409379501 ML1 KETOROLAC 15MG IV"));
  ClaimText const claim(text + "NM1*82*1*DOE*JANE****XX*1234567893~");
  CHECK(claim.corrected_by("NDC13") ==
        text + "LIN**N4*00409379501~CTP****1*ML~NM1*82*1*DOE*JANE****XX*1234567893~");
  auto const findings = claim.findings("NDC13");
  CHECK(findings[0].loop == "2400");
  CHECK(findings[0].element == "SV101-7");
  CHECK(findings[0].before == "00409379501 ML1");
  CHECK(findings[0].after == "LIN**N4*00409379501 CTP****1*ML");
}

TEST_CASE("NDC13: 837I text is lifted from SV202-7", "[NDC13]") {
  std::string const text =
      institutional_claim("SV2*0636*HC:J3490:::::N400409379501 ML1 KETOROLAC 15MG IV*150*UN*1~");
  ClaimText const claim(text, edi::Guide::institutional);
  CHECK(claim.findings("NDC13").at(0).element == "SV202-7");
  CHECK(claim.corrected_by("NDC13") == text + "LIN**N4*00409379501~CTP****1*ML~");
}

TEST_CASE("NDC13: text that leaves something to guess is flagged and not lifted", "[NDC13]") {
  struct Row {
    char const *description;
    char const *notes;
    char const *drug;
  };
  for (Row const &row : {
           Row{"N400409379501 ML1", "", ""},                                   // no name
           {"N400409379501 ML0 KETOROLAC", "", ""},                            // nothing used
           {"N400409379501 ML1.2345 KETOROLAC", "", ""},                       // four decimals
           {"N400409379501 ML123456789 KETOROLAC", "", ""},                    // nine digits
           {"N400409379501 ML1 KETOROLAC N463323016201 ML2", "", ""},          // two drugs
           {"N400409379501 ML1 KETOROLAC", "NTE*ADD*N400409379501 ML2~", ""},  // two quantities
           {"N400409379501 ML1 KETOROLAC", "", "CTP****1*ML~"},                // a stray CTP
       }) {
    CAPTURE(row.description, row.notes, row.drug);
    ClaimText const claim(professional_claim(service(row.description), row.notes, row.drug));
    CHECK(found(claim) == "NDC13");
    auto const findings = claim.findings("NDC13");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].edits.empty());
    CHECK(findings[0].message != findings[0].rule->summary);
  }
}

TEST_CASE("NDC13: nothing is lifted where the form is not the paper form's", "[NDC13]") {
  struct Row {
    char const *description;
    char const *rules;
  };
  for (Row const &row : {
           Row{"N40409379501 ML1 KETOROLAC", "NDC02"},        // ten digits
           {"00409379501 ML1 KETOROLAC", "NDC02"},            // no N4
           {"CALL 18005551234 UN 1 KETOROLAC", "NDC02"},      // a telephone number
           {"N400409379501 ML 10 MG/ML KETOROLAC", "NDC14"},  // a strength
           {"N400409379501 UN 1-2 KETOROLAC", "NDC14"},       // a range
           {"N400409379501 UN 1 X10 KETOROLAC", "NDC14"},     // ten times
           {"KETOROLAC 15MG IV NDC 00409-3795-01", "NDC14"},  // no quantity
           {"KETOROLAC 15MG IV 00409-3795-01", "NDC14"},      //
           {"N400409379501 VIAL 1 KETOROLAC", "NDC14"},       // no unit of the five
       }) {
    CAPTURE(row.description);
    ClaimText const claim(professional_claim(service(row.description)));
    CHECK(found(claim) == row.rules);
    CHECK(claim.corrected_by(row.rules) == professional_claim(service(row.description)));
  }
}

TEST_CASE("NDC13: this program's annotations are no narrative", "[NDC13]") {
  ClaimText const claim(professional_claim(described, "NTE*TPO*NOC837 NDC13 N400409379501 ML1~"));
  CHECK(found(claim) == "NDC02");
}

TEST_CASE("NDC14: where the payer requires the NDC, NDC01 is the one finding", "[NDC14][NDC01]") {
  ClaimText claim(professional_claim(service("KETOROLAC 15MG IV NDC 00409-3795-01")));
  REQUIRE(claim.findings("NDC14").size() == 1);
  CHECK(claim.findings("NDC14")[0].suggestion == "LIN**N4*00409379501");
  CHECK(claim.findings("NDC14")[0].rule->default_severity() == Severity::info);
  claim.profile.ndc = Need::required;
  CHECK(found(claim) == "NDC01");
  CHECK(claim.findings("NDC01")[0].suggestion == "LIN**N4*00409379501");
}

TEST_CASE("NDC12: LIN03 and the narrative agree", "[NDC12]") {
  struct Row {
    char const *description;
    char const *notes;
    char const *lin03;
    char const *suggestion;  // null where they agree
  };
  for (Row const &row : {
           Row{"KETOROLAC 15MG NDC 00409-3795-01", "", "00409379501", nullptr},
           {"KETOROLAC 15MG NDC 0409-3795-01", "", "00409379501", nullptr},
           {"KETOROLAC 15MG NDC 0409379501", "", "00409379501", nullptr},
           {"KETOROLAC 15MG SEE NDC#", "", "00409379501", nullptr},
           {"KETOROLAC CALL 18005551234", "", "00409379501", nullptr},
           // A second NDC besides the right one is another matter.
           {"KETOROLAC NDC 00409-3795-01", "NTE*ADD*NDC 00409-3796-01~", "00409379501", nullptr},
           {"KETOROLAC 15MG", "NTE*TPO*NOC837 NDC 63323-162-01~", "00409379501", nullptr},
           {"KETOROLAC NDC 63323-162-01", "", "00409-3795-01", nullptr},  // NDC03 comes first
           {"KETOROLAC NDC 63323-162-01", "", "00409379501", "00409379501 or 63323016201"},
           {"KETOROLAC 15MG", "NTE*ADD*N463323016201 ML1~", "00409379501",
            "00409379501 or 63323016201"},
           {"KETOROLAC NDC 6332316201", "", "00409379501",
            "00409379501 or 63323016201 or 63323162001 or 06332316201"},
       }) {
    CAPTURE(row.description, row.notes, row.lin03);
    ClaimText const claim(
        professional_claim(service(row.description), row.notes,
                           "LIN**N4*" + std::string(row.lin03) + "~CTP****1*ML~"));
    auto const findings = claim.findings("NDC12");
    REQUIRE(findings.size() == (row.suggestion != nullptr ? 1 : 0));
    if (findings.empty()) continue;
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].before == row.lin03);
    CHECK(findings[0].suggestion == row.suggestion);
    CHECK(findings[0].edits.empty());
  }
}

TEST_CASE("NDC16: two packages of one drug are billed the payer's way", "[NDC16]") {
  std::string const loop = "LIN**N4*00409379501~CTP****1*ML~";
  std::string const other_line = "LX*3~" + described + "DTP*472*D8*20260914~";
  std::string const other_loop = "LIN**N4*00409379601~CTP****1*ML~";
  std::string const one_line =
      professional_claim(described, "NTE*ADD*NDC 00409-3795-01 AND 00409-3796-01~", loop);
  std::string const two_lines = professional_claim(described, "", loop) + other_line + other_loop;
  std::string const linked = professional_claim(described, "", loop + "REF*XZ*77~") + other_line +
                             other_loop + "REF*XZ*77~";
  std::string const other_drug = professional_claim(described, "", loop) + "LX*3~" +
                                 service("FAMOTIDINE 20MG IV") + "DTP*472*D8*20260914~" +
                                 other_loop;
  struct Row {
    std::string text;
    MultiNdc way;
    std::size_t findings;
  };
  for (Row const &row : {Row{one_line, MultiNdc::any, 0},
                         {two_lines, MultiNdc::any, 0},
                         {one_line, MultiNdc::note, 0},
                         {two_lines, MultiNdc::note, 1},
                         {linked, MultiNdc::note, 0},
                         {other_drug, MultiNdc::note, 0},
                         {one_line, MultiNdc::split, 1},
                         {two_lines, MultiNdc::split, 0}}) {
    CAPTURE(row.text, static_cast<int>(row.way));
    ClaimText claim(row.text);
    claim.profile.multi_ndc = row.way;
    CHECK(claim.findings("NDC16").size() == row.findings);
  }
}

TEST_CASE("NDC10, NDC11, NDC17: rules that need tables are silent", "[NDC10][NDC11][NDC17]") {
  for (auto const *id : {"NDC10", "NDC11", "NDC17"}) {
    auto const *rule = rules::find_rule(id);
    REQUIRE(rule != nullptr);
    CHECK(rules::needs(*rule, rules::Given::directory));
    CHECK(rules::silent(*rule, nullptr));
    CHECK(rule->check_line != nullptr);
  }
}

TEST_CASE("NDC: the guide's home infusion example is right", "[NDC]") {
  ClaimText claim(professional_claim("SV1*HC:J3490:::::Sod Chl 0.9% see NDC#*57.12*UN*14.00*12**1~",
                                     "", "LIN**N4*00409488810~CTP****7.00*UN~REF*XZ*2530001~"));
  CHECK(found(claim).empty());
  claim.profile.ndc = Need::required;
  CHECK(found(claim).empty());
}
