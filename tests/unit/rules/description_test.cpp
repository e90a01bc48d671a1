// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "rules/table.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using profiles::DescriptionPlace;
using rules::Fix;
using test::ClaimText;
using test::institutional_claim;
using test::professional_claim;

namespace {

constexpr auto institutional = edi::Guide::institutional;

std::string described(std::string_view description, std::string_view code = "J3490") {
  std::string out = "SV1*HC:";
  out.append(code).append(":::::").append(description);
  return out.append("*150*UN*1***1~");
}

/// An 837P claim whose drug line has this description, these notes and this drug loop.
std::string claim_with(std::string_view description, std::string_view notes = "",
                       std::string_view drug = "") {
  return professional_claim(described(description), notes, drug);
}

/// Puts a claim note before the first line.
std::string with_claim_note(std::string claim, std::string_view note) {
  return claim.insert(claim.find("LX*1~"), note);
}

/// Adds a third line, a drug too.
std::string with_other_drug(std::string claim, std::string_view service) {
  return claim.append("LX*3~").append(service).append("DTP*472*D8*20260914~");
}

/// The description rules that find something, in the catalogue's order.
std::string found(ClaimText const &claim) {
  rules::Findings all;
  rules::check_claim(claim.claim(), claim.profile, all);
  std::string ids;
  for (auto const &finding : all) {
    if (finding.rule->family != "description") continue;
    ids.append(ids.empty() ? "" : " ").append(finding.rule->id);
  }
  return ids;
}

/// The drug line's SV1 or SV2.
std::string service_of(std::string const &text) {
  auto const line = text.find("LX*2~") + 5;
  return text.substr(line, text.find('~', line) - line);
}

profiles::Profile strict() {
  profiles::Profile profile;
  profile.need_name = profile.need_dose = profile.need_route = true;
  return profile;
}

/// The profile of a payer that wants what was given, not the strength.
profiles::Profile no_concentration() {
  profiles::Profile profile;
  profile.need_dose = profile.reject_mg_per_ml = true;
  return profile;
}

profiles::Profile service_only() {
  profiles::Profile profile;
  profile.description_place = DescriptionPlace::service;
  return profile;
}

}  // namespace

TEST_CASE("DSC01 to DSC11: the generic profile by description", "[DSC01][DSC02][DSC03][DSC06]") {
  struct {
    char const *description;
    char const *ids;
  } const rows[] = {
      {"KETOROLAC 15MG IV", ""},
      {"KETOROLAC 30MG/ML 15MG IV NDC 00409-3795-01", ""},
      {"5-FLUOROURACIL 500MG IVP", ""},
      {"TESTOPEL PELLET 75MG X10 SUBQ INV $1200", ""},
      {"BUPIVACAINE LIPOSOME 1 VIAL", ""},
      {"CMPD KETAMINE 10MG/ML + LIDOCAINE 20MG/ML", ""},
      {"", "DSC01"},
      {"   ", "DSC01"},
      {"15MG IV", "DSC02"},
      {"....", "DSC02 DSC03"},
      {"N400409379501 ML1", "DSC02 DSC03"},
      {"KETOROLAC", "DSC03"},
      {"KETOROLAC 30MG/ML", "DSC03"},
      {"KETOROLAC IV NDC 00409379501", "DSC03"},
      {"UNCLASSIFIED DRUG", "DSC06"},
      {"injection", "DSC06"},
      {"SEE NOTES", "DSC06"},
      {"J3490", "DSC06"},
      {"KETOROLAC  15MG IV", "DSC11"},
      {" KETOROLAC 15MG IV", "DSC11"},
      {"Ketorolac 15mg iv", ""},
  };
  for (auto const &row : rows) {
    CAPTURE(row.description);
    CHECK(found(ClaimText(claim_with(row.description))) == row.ids);
  }
}

TEST_CASE("DSC01 to DSC11: the guide's own example is left alone", "[DSC02][DSC03][DSC11]") {
  ClaimText const claim(
      professional_claim("SV1*HC:J3490:::::Sod Chl 0.9% see NDC#*57.12*UN*14.00*12**1~", "",
                         "LIN**N4*00409488810~CTP****7.00*UN~REF*XZ*2530001~"));
  CHECK(found(claim).empty());
}

TEST_CASE("DSC01: the line's own note is copied and stays", "[DSC01]") {
  struct {
    char const *service;
    char const *notes;
    char const *after;  ///< null where nothing is corrected
  } const rows[] = {
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*ADD*KETOROLAC 15MG IV~",
       "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1"},
      {"SV1*HC:J3490:JZ*150*UN*1***1~", "NTE*add* KETOROLAC 15MG IV ~",
       "SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1"},
      {"SV1*HC:J3490:::::  *150*UN*1***1~", "NTE*ADD*SOD CHL 0.9%~",
       "SV1*HC:J3490:::::SOD CHL 0.9%*150*UN*1***1"},
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*TPO*REPRICED~NTE*ADD*KETOROLAC~",
       "SV1*HC:J3490:::::KETOROLAC*150*UN*1***1"},
      // Nothing to copy.
      {"SV1*HC:J3490*150*UN*1***1~", "", nullptr},
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*ADD*SEE ATTACHED INVOICE~", nullptr},
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*ADD*PATIENT TOLERATED PROCEDURE WELL~", nullptr},
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*ADD*NOC837 DSC01 description-missing~", nullptr},
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*DCP*KETOROLAC 15MG IV~", nullptr},
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*TPO*KETOROLAC 15MG IV~", nullptr},
      // Text that the element cannot hold.
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*ADD*KETOROLAC 1:2 15MG~", nullptr},
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*ADD*KETOROLAC*15MG~", nullptr},
      {"SV1*HC:J3490*150*UN*1***1~", "NTE*ADD*KETOROLAC 15\xc2\xb5g~", nullptr},
      {"SV1*HC:J3490*150*UN*1***1~",
       "NTE*ADD*KETOROLAC TROMETHAMINE 15MG GIVEN INTRAVENOUSLY FOR ACUTE PAIN AFTER THE FALL OF "
       "TODAY~",
       nullptr},
      // The text stands one component too far.
      {"SV1*HC:J3490::::::KETOROLAC*150*UN*1***1~", "NTE*ADD*KETOROLAC 15MG IV~", nullptr},
  };
  for (auto const &row : rows) {
    CAPTURE(row.service, row.notes);
    ClaimText const claim(professional_claim(row.service, row.notes));
    auto const findings = claim.findings("DSC01");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].element == "SV101-7");
    CHECK(findings[0].severity == Severity::error);
    CHECK(findings[0].edits.empty() == (row.after == nullptr));
    if (row.after == nullptr) {
      CHECK_FALSE(findings[0].suggestion.empty());
      continue;
    }
    CHECK(findings[0].fix() == Fix::safe);
    std::string const corrected = claim.corrected_by("DSC01");
    CHECK(service_of(corrected) == row.after);
    CHECK(corrected.find(row.notes) != std::string::npos);
    CHECK(ClaimText(corrected).findings("DSC01").empty());
  }
}

TEST_CASE("DSC01: eighty characters are copied, one more is not", "[DSC01]") {
  std::string const note = "KETOROLAC 15MG IV " + std::string(61, 'X');
  for (std::size_t more : {1U, 2U}) {
    ClaimText const claim(professional_claim("SV1*HC:J3490*150*UN*1***1~",
                                             "NTE*ADD*" + note + std::string(more, 'X') + "~"));
    CHECK(claim.findings("DSC01").at(0).edits.empty() == (more == 2));
  }
}

TEST_CASE("DSC01: a claim note is copied only where that is switched on", "[DSC01]") {
  std::string const bare = professional_claim("SV1*HC:J3490*150*UN*1***1~");
  ClaimText const claim(with_claim_note(bare, "NTE*ADD*KETOROLAC 15MG IV~"));
  auto const findings = claim.findings("DSC01");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].fix() == Fix::opt_in);
  CHECK(findings[0].suggestion == "copy the claim note");
  CHECK(service_of(claim.corrected_by("DSC01")) ==
        "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1");

  SECTION("the line's own note comes first") {
    ClaimText const both(with_claim_note(
        professional_claim("SV1*HC:J3490*150*UN*1***1~", "NTE*ADD*ONDANSETRON 4MG IV~"),
        "NTE*ADD*KETOROLAC 15MG IV~"));
    CHECK(both.findings("DSC01").at(0).fix() == Fix::safe);
    CHECK(both.findings("DSC01").at(0).after == "ONDANSETRON 4MG IV");
  }
  SECTION("with two drug lines nobody can tell which it describes") {
    ClaimText const two(with_claim_note(with_other_drug(bare, described("ONDANSETRON 4MG IV")),
                                        "NTE*ADD*KETOROLAC 15MG IV~"));
    CHECK(two.findings("DSC01").at(0).edits.empty());
  }
  SECTION("a note on something else is not offered") {
    for (auto const *note : {"NTE*ADD*MOTHER OF CLAIMANT PAYS~", "NTE*DGN*KETOROLAC 15MG IV~",
                             "NTE*ADD*NOC837 KETOROLAC 15MG IV~"}) {
      CAPTURE(note);
      ClaimText const other(with_claim_note(bare, note));
      CHECK(other.findings("DSC01").at(0).edits.empty());
    }
  }
}

TEST_CASE("DSC01: in 837I the description is SV202-7", "[DSC01]") {
  ClaimText const claim(
      institutional_claim("SV2*0636*HC:J3490*150*UN*1~", "NTE*ADD*KETOROLAC 15MG IV~"),
      institutional);
  auto const findings = claim.findings("DSC01");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].element == "SV202-7");
  CHECK(findings[0].edits.empty());  // a note that the guide does not have on an 837I line

  ClaimText const remarks(with_claim_note(institutional_claim("SV2*0636*HC:J3490*150*UN*1~"),
                                          "NTE*MED*KETOROLAC 15MG IV~"),
                          institutional);
  CHECK(remarks.findings("DSC01").at(0).fix() == Fix::opt_in);
  CHECK(service_of(remarks.corrected_by("DSC01")) ==
        "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1");
}

TEST_CASE("DSC01: copied text may hold what is no delimiter here", "[DSC01]") {
  edi::Delimiters const others{'|', '>', '^', '~'};
  ClaimText const claim(
      "CLM|PCN1|150|||11>B>1~LX|1~SV1|HC>J3490|150|UN|1|||1~NTE|ADD|KETOROLAC 1:2 15MG~",
      edi::Guide::professional, others);
  CHECK(claim.findings("DSC01").at(0).after == "KETOROLAC 1:2 15MG");
}

TEST_CASE("DSC02 and DSC03: errors where the payer insists", "[DSC02][DSC03]") {
  for (bool const insists : {false, true}) {
    ClaimText claim(claim_with("N400409379501 ML1"));
    claim.profile.need_name = claim.profile.need_dose = insists;
    auto const severity = insists ? Severity::error : Severity::warning;
    CHECK(claim.findings("DSC02").at(0).severity == severity);
    CHECK(claim.findings("DSC03").at(0).severity == severity);
  }
}

TEST_CASE("DSC02 to DSC06: a payer that insists on everything", "[DSC02][DSC03][DSC05][DSC06]") {
  struct {
    char const *description;
    char const *ids;
  } const rows[] = {
      {"KETOROLAC 15MG IV", ""},
      {"", "DSC01"},
      {"UNCLASSIFIED DRUG", "DSC02 DSC03 DSC05 DSC06"},
      {"KETOROLAC", "DSC03 DSC05"},
      {"KETOROLAC 15MG", "DSC05"},
      {"KETOROLAC IM", "DSC03"},
      {"15MG SUBQ", "DSC02"},
  };
  for (auto const &row : rows) {
    CAPTURE(row.description);
    ClaimText claim(claim_with(row.description));
    claim.profile = strict();
    CHECK(found(claim) == row.ids);
  }
}

TEST_CASE("DSC02 and DSC03: notes count where the payer reads them", "[DSC02][DSC03]") {
  struct {
    char const *notes;
    bool counts;
  } const rows[] = {
      {"NTE*ADD*KETOROLAC 15MG IV~", true},
      {"NTE*DCP*KETOROLAC 15MG IV~", true},
      {"NTE*TPO*KETOROLAC 15MG IV~", false},
      {"NTE*ADD*NOC837 KETOROLAC 15MG IV~", false},
      {"", false},
  };
  for (auto const &row : rows) {
    CAPTURE(row.notes);
    ClaimText claim(claim_with("NDC 00409379501", row.notes));
    CHECK(claim.findings("DSC02").empty() == row.counts);
    CHECK(claim.findings("DSC03").empty() == row.counts);
    claim.profile.description_place = DescriptionPlace::service;
    CHECK(claim.findings("DSC02").size() == 1);
    CHECK(claim.findings("DSC03").size() == 1);
  }
}

TEST_CASE("DSC03: a quantity of the NDC is enough where the payer does not insist", "[DSC03]") {
  struct {
    char const *drug;
    bool enough;
  } const rows[] = {
      {"LIN**N4*00409379501~CTP****1*ML~", true},
      {"LIN**N4*00409379501~CTP****0*ML~", false},
      {"LIN**N4*00409379501~CTP*****ML~", false},
      {"LIN**N4*00409379501~", false},
  };
  for (auto const &row : rows) {
    CAPTURE(row.drug);
    ClaimText claim(claim_with("KETOROLAC 30MG/ML", "", row.drug));
    CHECK(claim.findings("DSC03").empty() == row.enough);
    claim.profile.need_dose = true;
    CHECK(claim.findings("DSC03").size() == 1);
  }
}

TEST_CASE("DSC03: the units of a code with a dose tell the dose", "[DSC03]") {
  CHECK(ClaimText(professional_claim(described("IMMUNE GLOBULIN", "J1599")))
            .findings("DSC03")
            .empty());
}

TEST_CASE("DSC04: an amount per mL is no dose for payers that say so", "[DSC04]") {
  struct {
    char const *description;
    char const *code;
    char const *ids;
  } const rows[] = {
      {"KETOROLAC 30MG/ML IV", "J3490", "DSC04"},
      {"KETOROLAC 30 MG PER ML", "J3490", "DSC04"},
      {"KETOROLAC 30MG/ML 15MG IV", "J3490", ""},
      {"KETOROLAC 100MG/VIAL", "J3490", "DSC03"},
      {"KETAMINE 10MG/ML", "J7999", "DSC03"},
      {"CMPD KETAMINE 10MG/ML + LIDOCAINE 20MG/ML", "J3490", ""},
      {"", "J3490", "DSC01"},
  };
  for (auto const &row : rows) {
    CAPTURE(row.description, row.code);
    ClaimText claim(professional_claim(described(row.description, row.code)));
    claim.profile = no_concentration();
    CHECK(found(claim) == row.ids);
  }
  CHECK(ClaimText(claim_with("KETOROLAC 30MG/ML IV")).findings("DSC04").empty());
}

TEST_CASE("DSC05: the route only where the payer wants it", "[DSC05]") {
  ClaimText claim(claim_with("KETOROLAC 15MG"));
  CHECK(claim.findings("DSC05").empty());
  claim.profile.need_route = true;
  auto const findings = claim.findings("DSC05");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::warning);
  ClaimText noted(claim_with("KETOROLAC 15MG", "NTE*ADD*GIVEN IM~"));
  noted.profile.need_route = true;
  CHECK(noted.findings("DSC05").empty());
}

TEST_CASE("DSC07: a payer that reads no notes", "[DSC07]") {
  struct {
    char const *description;
    char const *notes;
    bool fires;
    char const *after;
  } const rows[] = {
      {"SEE NOTES", "NTE*ADD*KETOROLAC 15MG IV~", true,
       "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1"},
      {"KETOROLAC", "NTE*ADD*15MG IV GIVEN~", true, nullptr},
      {"15MG IV", "NTE*ADD*KETOROLAC~", true, nullptr},
      {"SEE NOTES", "NTE*DCP*KETOROLAC 15MG IV~", true, nullptr},
      {"SEE NOTES", "NTE*ADD*SEE INVOICE~", false, nullptr},
      {"SEE NOTES", "", false, nullptr},
      {"KETOROLAC 15MG IV", "NTE*ADD*ONDANSETRON 4MG~", false, nullptr},
      {"KETOROLAC", "NTE*ADD*KETOROLAC~", false, nullptr},
      {"", "NTE*ADD*KETOROLAC 15MG IV~", false, nullptr},
  };
  for (auto const &row : rows) {
    CAPTURE(row.description, row.notes);
    ClaimText claim(claim_with(row.description, row.notes));
    CHECK(claim.findings("DSC07").empty());
    claim.profile = service_only();
    auto const findings = claim.findings("DSC07");
    REQUIRE(findings.size() == (row.fires ? 1 : 0));
    if (!row.fires) continue;
    CHECK(findings[0].edits.empty() == (row.after == nullptr));
    CHECK(findings[0].fix() == Fix::opt_in);
    if (row.after == nullptr) continue;
    ClaimText again(claim.corrected_by("DSC07"));
    again.profile = service_only();
    CHECK(service_of(claim.corrected_by("DSC07")) == row.after);
    CHECK(again.findings("DSC07").empty());
  }
}

TEST_CASE("DSC08: a claim note among several drug lines", "[DSC08]") {
  std::string const bare = professional_claim("SV1*HC:J3490*150*UN*1***1~");
  std::string const described_line = claim_with("ONDANSETRON 4MG IV");
  std::string const other = described("KETOROLAC 15MG IV");
  std::string const note = "NTE*ADD*KETOROLAC 15MG IV~";
  ClaimText const claim(with_claim_note(with_other_drug(bare, other), note));
  auto const findings = claim.findings("DSC08");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].loop == "2300");
  CHECK(findings[0].element == "NTE02");
  CHECK(findings[0].rule->default_severity() == Severity::info);
  // One drug line; every line described; a note of something else; no note.
  CHECK(ClaimText(with_claim_note(bare, note)).findings("DSC08").empty());
  CHECK(ClaimText(with_claim_note(with_other_drug(described_line, other), note))
            .findings("DSC08")
            .empty());
  CHECK(ClaimText(with_claim_note(with_other_drug(bare, other), "NTE*ADD*CORRECTED CLAIM~"))
            .findings("DSC08")
            .empty());
  CHECK(ClaimText(with_other_drug(bare, other)).findings("DSC08").empty());
}

TEST_CASE("DSC09: a drug in a note for something else", "[DSC09]") {
  struct {
    char const *notes;
    std::size_t findings;
  } const rows[] = {
      {"NTE*TPO*KETOROLAC 15MG IV~", 1},         {"NTE*DCP*KETOROLAC 15MG IV~", 1},
      {"NTE*tpo*KETOROLAC NDC 00409379501~", 1}, {"NTE*ADD*KETOROLAC 15MG IV~", 0},
      {"NTE*TPO*REPRICED BY CONTRACT 1234~", 0}, {"NTE*TPO*NOC837 NDC05 KETOROLAC 15MG IV~", 0},
      {"NTE*DCP*WALK WITHOUT AID~", 0},
  };
  for (auto const &row : rows) {
    CAPTURE(row.notes);
    CHECK(ClaimText(claim_with("KETOROLAC 15MG IV", row.notes)).findings("DSC09").size() ==
          row.findings);
  }
  CHECK(ClaimText(institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
                                      "NTE*TPO*KETOROLAC 15MG IV~"),
                  institutional)
            .findings("DSC09")
            .empty());
}

TEST_CASE("DSC10: remarks for C9399", "[DSC10]") {
  struct {
    char const *note;
    char const *message;  ///< null where the remarks are complete
  } const rows[] = {
      {"NTE*ADD*ZENOPAMAB 200MG IV NDC 55513-0137-01 09/14/2026~", nullptr},
      {"NTE*ADD*N455513013701 UN1 ZENOPAMAB 200MG IV 20260914~", nullptr},
      {"NTE*ADD*ZENOPAMAB 200MG IV~", "the remarks lack: NDC, date"},
      {"NTE*ADD*NDC 55513013701 09/14/2026~", "the remarks lack: drug name, dose, route"},
      {"NTE*MED*ZENOPAMAB 200MG IV NDC 55513-0137-01 09/14/2026~",
       "the remarks lack: drug name, NDC, dose, route, date"},
      {"", "the remarks lack: drug name, NDC, dose, route, date"},
  };
  for (auto const &row : rows) {
    CAPTURE(row.note);
    ClaimText const claim(
        with_claim_note(institutional_claim("SV2*0636*HC:C9399:::::ZENOPAMAB 200MG IV*150*UN*1~"),
                        row.note),
        institutional);
    auto const findings = claim.findings("DSC10");
    REQUIRE(findings.size() == (row.message == nullptr ? 0 : 1));
    if (row.message == nullptr) continue;
    CHECK(findings[0].message == row.message);
    CHECK(findings[0].severity == Severity::warning);
  }
  CHECK(ClaimText(institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~"),
                  institutional)
            .findings("DSC10")
            .empty());
}

TEST_CASE("DSC11: blanks, and small letters where the payer wants capitals", "[DSC11]") {
  struct {
    char const *description;
    bool upper;
    char const *after;
  } const rows[] = {
      {"KETOROLAC  15MG   IV", false, "KETOROLAC 15MG IV"},
      {" KETOROLAC 15MG IV ", false, "KETOROLAC 15MG IV"},
      {"ketorolac 15mg iv", false, nullptr},
      {"ketorolac 15mg iv", true, "KETOROLAC 15MG IV"},
      {" ketorolac  15mg ", true, "KETOROLAC 15MG"},
      {"KETOROLAC 15MG IV", true, nullptr},
      {"   ", false, nullptr},
      {"", true, nullptr},
  };
  for (auto const &row : rows) {
    CAPTURE(row.description, row.upper);
    ClaimText claim(claim_with(row.description));
    claim.profile.upper_case = row.upper;
    auto const findings = claim.findings("DSC11");
    REQUIRE(findings.size() == (row.after == nullptr ? 0 : 1));
    if (row.after == nullptr) continue;
    CHECK(findings[0].after == row.after);
    CHECK(findings[0].fix() == Fix::opt_in);
    ClaimText again(claim.corrected_by("DSC11"));
    again.profile.upper_case = row.upper;
    CHECK(again.findings("DSC11").empty());
  }
  ClaimText const noted(claim_with("KETOROLAC 15MG IV", "NTE*ADD*LOT  A1~"));
  CHECK(noted.findings("DSC11").at(0).element == "NTE02");
  CHECK(noted.corrected_by("DSC11").find("NTE*ADD*LOT A1~") != std::string::npos);
}
