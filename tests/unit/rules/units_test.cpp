// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using profiles::NocUnits;
using rules::Fix;
using test::ClaimText;
using test::institutional_claim;
using test::professional_claim;

namespace {

/// An 837P claim whose drug line has this basis and these units.
std::string claim_with(std::string_view units, std::string_view basis = "UN",
                       std::string_view code = "J3490",
                       std::string_view description = "KETOROLAC 15MG IV",
                       std::string_view drug = "") {
  std::string service = "SV1*HC:";
  service.append(code).append(":::::").append(description).append("*150*").append(basis);
  service.append("*").append(units).append("***1~");
  return professional_claim(service, "", drug);
}

std::string service_of(std::string const &text) {
  auto const line = text.find("LX*2~") + 5;
  return text.substr(line, text.find('~', line) - line);
}

profiles::Profile counting(NocUnits units, bool strict = false) {
  profiles::Profile profile;
  profile.noc_units = units;
  profile.units_strict = strict;
  return profile;
}

}  // namespace

TEST_CASE("UNT01: one unit where the payer wants one", "[UNT01]") {
  struct {
    char const *units;
    char const *code;
    bool fires;
  } const rows[] = {
      {"15", "J3490", true},  {"0.5", "J3490", true}, {"14.00", "J3490", true},
      {"2", "j3490", true},   {"1", "J3490", false},  {"1.00", "J3490", false},
      {"01", "J3490", false}, {"15", "J1599", false}, {"0", "J3490", false},
      {"-1", "J3490", false}, {"", "J3490", false},   {"ten", "J3490", false},
  };
  for (auto const &row : rows) {
    CAPTURE(row.units, row.code);
    ClaimText claim(claim_with(row.units, "UN", row.code));
    CHECK(claim.findings("UNT01").empty());
    claim.profile = counting(NocUnits::one);
    auto const findings = claim.findings("UNT01");
    REQUIRE(findings.size() == (row.fires ? 1 : 0));
    if (!row.fires) continue;
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].fix() == Fix::opt_in);
    std::string const corrected = claim.corrected_by("UNT01");
    CHECK(service_of(corrected).find(":KETOROLAC 15MG IV*150*UN*1***1") != std::string::npos);
    ClaimText again(corrected);
    again.profile = counting(NocUnits::one);
    CHECK(again.findings("UNT01").empty());
  }
  ClaimText claim(claim_with("15"));
  claim.profile = counting(NocUnits::one, true);
  CHECK(claim.findings("UNT01").at(0).severity == Severity::error);
}

TEST_CASE("UNT02: units are a number above zero", "[UNT02]") {
  struct {
    char const *units;
    char const *message;  ///< null where the units are right
  } const rows[] = {
      {"1", nullptr},
      {"7.00", nullptr},
      {".5", nullptr},
      {"5.", nullptr},
      {"123456789", nullptr},
      {"9999999999999999999999", nullptr},  // UNT04's
      {"", "the units are missing"},
      {"  ", "the units are missing"},
      {"0", "the units are not more than zero"},
      {"0.00", "the units are not more than zero"},
      {"-1", "the units are not more than zero"},
      {"-0", "the units are not more than zero"},
      {"1e3", "the units are not a number"},
      {"1,000", "the units are not a number"},
      {" 1", "the units are not a number"},
      {"ONE", "the units are not a number"},
      {"1.2.3", "the units are not a number"},
      {".", "the units are not a number"},
      {"0000000000000000000000", "the units are not a number"},
      {"1.1.11111111111111111111", "the units are not a number"},
      {"\xff", "the units are not a number"},
  };
  for (auto const &row : rows) {
    CAPTURE(row.units);
    auto const findings = ClaimText(claim_with(row.units)).findings("UNT02");
    REQUIRE(findings.size() == (row.message == nullptr ? 0 : 1));
    if (row.message == nullptr) continue;
    CHECK(findings[0].message == row.message);
    CHECK(findings[0].element == "SV104");
    CHECK(findings[0].severity == Severity::error);
    CHECK(findings[0].edits.empty());
  }
  CHECK(ClaimText(claim_with("1,000")).findings("UNT02").at(0).suggestion == "1000");
  CHECK(ClaimText(claim_with(" 1")).findings("UNT02").at(0).suggestion == "1");
}

TEST_CASE("UNT02: a service segment that ends early has no units", "[UNT02]") {
  for (auto const *service : {"SV1*HC:J3490~", "SV1*HC:J3490*150~", "SV1*HC:J3490*150*UN~"}) {
    CAPTURE(service);
    CHECK(ClaimText(professional_claim(service)).findings("UNT02").size() == 1);
  }
  ClaimText const claim(institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC*150*UN*0~"),
                        edi::Guide::institutional);
  CHECK(claim.findings("UNT02").at(0).element == "SV205");
}

TEST_CASE("UNT03: drugs are billed in units", "[UNT03]") {
  struct {
    char const *basis;
    bool fires;
  } const rows[] = {{"UN", false}, {"un", false}, {" UN ", false}, {"MJ", true},  {"ML", true},
                    {"F2", true},  {"DA", true},  {"", true},      {"UNIT", true}};
  for (auto const &row : rows) {
    CAPTURE(row.basis);
    ClaimText const claim(claim_with("1", row.basis));
    auto const findings = claim.findings("UNT03");
    REQUIRE(findings.size() == (row.fires ? 1 : 0));
    if (!row.fires) continue;
    CHECK(findings[0].fix() == Fix::opt_in);
    CHECK(findings[0].element == "SV103");
    CHECK(service_of(claim.corrected_by("UNT03")) ==
          "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1");
    CHECK(ClaimText(claim.corrected_by("UNT03")).findings("UNT03").empty());
  }
  ClaimText const claim(institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC*150*DA*1~"),
                        edi::Guide::institutional);
  CHECK(claim.findings("UNT03").at(0).element == "SV204");
  CHECK(service_of(claim.corrected_by("UNT03")) == "SV2*0636*HC:J3490:::::KETOROLAC*150*UN*1");
}

TEST_CASE("UNT04 and UNT05: long and fractional units", "[UNT04][UNT05]") {
  struct {
    char const *units;
    bool too_precise;
    bool fraction;
  } const rows[] = {
      {"1", false, false},        {"1.0000", false, false},
      {"14.00", false, false},    {"0.125", false, true},
      {"1.2345", true, true},     {"12345678", false, false},
      {"123456789", true, false}, {"12345.678", false, true},
      {"123456.789", true, true}, {"99999999999999999999", true, false},
      {"0", false, false},        {"one", false, false},
      {"", false, false},
  };
  for (auto const &row : rows) {
    CAPTURE(row.units);
    ClaimText const claim(claim_with(row.units));
    CHECK(claim.findings("UNT04").size() == (row.too_precise ? 1 : 0));
    CHECK(claim.findings("UNT05").size() == (row.fraction ? 1 : 0));
  }
  CHECK(ClaimText(claim_with("0.5")).findings("UNT05").at(0).rule->default_severity() ==
        Severity::info);
}

TEST_CASE("UNT05: J1599 counts 500 mg", "[UNT05]") {
  struct {
    char const *units;
    char const *description;
    bool fires;
  } const rows[] = {
      {"20", "IMMUNE GLOBULIN 10 GM IV", false},   {"20", "IMMUNE GLOBULIN 10,000 MG IV", false},
      {"2.5", "IMMUNE GLOBULIN 1250MG IV", false}, {"3", "IMMUNE GLOBULIN 1250MG IV", false},
      {"4", "IMMUNE GLOBULIN 1250MG IV", true},    {"2", "IMMUNE GLOBULIN 1250MG IV", true},
      {"10", "IMMUNE GLOBULIN 10G IV", true},      {"10", "IMMUNE GLOBULIN 100ML IV", false},
      {"10", "IMMUNE GLOBULIN 500MG X10", false},  {"10", "IMMUNE GLOBULIN", false},
      {"0.5", "IMMUNE GLOBULIN", false},
  };
  for (auto const &row : rows) {
    CAPTURE(row.units, row.description);
    ClaimText const claim(claim_with(row.units, "UN", "J1599", row.description));
    CHECK(claim.findings("UNT05").size() == (row.fires ? 1 : 0));
  }
}

TEST_CASE("UNT06: no more units than containers", "[UNT06]") {
  struct {
    char const *units;
    char const *drug;
    bool fires;
  } const rows[] = {
      {"3", "LIN**N4*00409379501~CTP****2*UN~", true},
      {"3", "LIN**N4*00409379501~CTP****2*un~", true},
      {"2", "LIN**N4*00409379501~CTP****2*UN~", false},
      {"1", "LIN**N4*00409379501~CTP****2*UN~", false},
      {"2", "LIN**N4*00409379501~CTP****2.00*UN~", false},
      {"3", "LIN**N4*00409379501~CTP****2*ML~", false},
      {"3", "LIN**N4*00409379501~CTP****X*UN~", false},
      {"3", "LIN**N4*00409379501~", false},
      {"3", "", false},
      {"3", "LIN**N4*00409379501~CTP****2*UN~LIN**N4*00409379501~CTP****2*UN~", false},
  };
  for (auto const &row : rows) {
    CAPTURE(row.units, row.drug);
    ClaimText claim(claim_with(row.units, "UN", "J3490", "KETOROLAC 15MG IV", row.drug));
    CHECK(claim.findings("UNT06").empty());
    claim.profile = counting(NocUnits::containers);
    CHECK(claim.findings("UNT06").size() == (row.fires ? 1 : 0));
  }
}
