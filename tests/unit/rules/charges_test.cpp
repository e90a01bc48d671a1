// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using rules::Fix;
using test::ClaimText;
using test::institutional_claim;
using test::professional_claim;

namespace {

constexpr std::string_view missing = "the charge is missing";
constexpr std::string_view negative = "the charge is negative";
constexpr std::string_view punctuated = "the charge is not written as a plain number";
constexpr std::string_view no_number = "the charge is missing, no number, or negative";

/// An 837P claim whose drug line has this charge; the other line's is 100.
std::string claim_with(std::string_view charge) {
  std::string service = "SV1*HC:J3490:::::KETOROLAC 15MG IV*";
  return professional_claim(service.append(charge).append("*UN*1***1~"));
}

/// A claim of 250 in all with another total in CLM02.
std::string with_total(std::string claim, std::string_view total) {
  return claim.replace(claim.find("*250*") + 1, 3, total);
}

std::string service_of(std::string const &text) {
  auto const line = text.find("LX*2~") + 5;
  return text.substr(line, text.find('~', line) - line);
}

}  // namespace

TEST_CASE("CHG01 and CHG02: the charge is a plain number, zero or more", "[CHG01][CHG02]") {
  struct {
    char const *charge;
    std::string_view message = {};  ///< CHG01's; empty where it finds nothing
    char const *plain = nullptr;    ///< CHG02's correction
  } const rows[] = {
      {.charge = "150"},
      {.charge = "57.12"},
      {.charge = "0"},
      {.charge = "-0"},
      {.charge = "150.00"},
      {.charge = "150."},
      {.charge = ".01"},
      {.charge = "999999999999999999"},
      {.charge = "", .message = missing},
      {.charge = " ", .message = missing},
      {.charge = "-150", .message = negative},
      {.charge = "-.01", .message = negative},
      {.charge = "$1,250.00", .message = punctuated, .plain = "1250.00"},
      {.charge = "$150", .message = punctuated, .plain = "150"},
      {.charge = "$ 150", .message = punctuated, .plain = "150"},
      {.charge = " 150", .message = punctuated, .plain = "150"},
      {.charge = "150 ", .message = punctuated, .plain = "150"},
      {.charge = "1,250", .message = punctuated, .plain = "1250"},
      {.charge = "1,250,000.50", .message = punctuated, .plain = "1250000.50"},
      {.charge = "1,25", .message = no_number},
      {.charge = "1.250,00", .message = no_number},
      {.charge = "12,50.00", .message = no_number},
      {.charge = "$-5", .message = no_number},
      {.charge = "-$5", .message = no_number},
      {.charge = "$", .message = no_number},
      {.charge = "$$5", .message = no_number},
      {.charge = "+150", .message = no_number},
      {.charge = "1e3", .message = no_number},
      {.charge = "FREE", .message = no_number},
      {.charge = "1 250", .message = no_number},
      {.charge = "9999999999999999999", .message = no_number},
      {.charge = "\xff", .message = no_number},
  };
  for (auto const &row : rows) {
    CAPTURE(row.charge);
    ClaimText const claim(claim_with(row.charge));
    auto const invalid = claim.findings("CHG01");
    REQUIRE(invalid.size() == (row.message.empty() ? 0 : 1));
    if (!invalid.empty()) {
      CHECK(invalid[0].message == row.message);
      CHECK(invalid[0].severity == Severity::error);
      CHECK(invalid[0].element == "SV102");
      CHECK(invalid[0].edits.empty());
      CHECK(invalid[0].suggestion == (row.plain == nullptr ? "" : row.plain));
    }
    auto const lexical = claim.findings("CHG02");
    REQUIRE(lexical.size() == (row.plain == nullptr ? 0 : 1));
    if (row.plain == nullptr) continue;
    CHECK(lexical[0].after == row.plain);
    CHECK(lexical[0].fix() == Fix::opt_in);
    std::string const corrected = claim.corrected_by("CHG02");
    CHECK(service_of(corrected) ==
          "SV1*HC:J3490:::::KETOROLAC 15MG IV*" + std::string(row.plain) + "*UN*1***1");
    CHECK(ClaimText(corrected).findings("CHG01").empty());
    CHECK(ClaimText(corrected).findings("CHG02").empty());
  }
}

TEST_CASE("CHG01: in 837I the charge is SV203", "[CHG01]") {
  ClaimText const claim(institutional_claim("SV2*0636*HC:J3490:::::KETOROLAC*-1*UN*1~"),
                        edi::Guide::institutional);
  CHECK(claim.findings("CHG01").at(0).element == "SV203");
}

TEST_CASE("CHG03 and CHG04: fractions of a cent, and no charge", "[CHG03][CHG04]") {
  struct {
    char const *charge;
    bool decimals;
    bool zero;
  } const rows[] = {
      {"150", false, false},    {"150.10", false, false}, {"150.100", false, false},
      {"150.125", true, false}, {"0", false, true},       {"0.00", false, true},
      {"0.01", false, true},    {"0.02", false, false},   {"0.005", true, true},
      {"-1", false, false},     {"", false, false},       {"$0", false, false},
  };
  for (auto const &row : rows) {
    CAPTURE(row.charge);
    ClaimText const claim(claim_with(row.charge));
    CHECK(claim.findings("CHG03").size() == (row.decimals ? 1 : 0));
    CHECK(claim.findings("CHG04").size() == (row.zero ? 1 : 0));
  }
}

TEST_CASE("CHG05: the total is the sum of all lines", "[CHG05]") {
  struct {
    char const *charge;
    char const *total;
    char const *suggestion;  ///< null where the claim is in balance, or cannot be added up
  } const rows[] = {
      {"150", "250", nullptr},
      {"150", "250.00", nullptr},
      {"150.00", "250.", nullptr},
      {"57.12", "157.12", nullptr},
      {"0.005", "100.005", nullptr},
      {"150", "150", "check total and lines: the lines add up to 250.00"},
      {"150", "249.99", "check total and lines: the lines add up to 250.00"},
      {"57.1", "157", "check total and lines: the lines add up to 157.10"},
      {"150", "", "check total and lines: the lines add up to 250.00"},
      {"150", "$250", "check total and lines: the lines add up to 250.00"},
      {"-50", "50", nullptr},
      // CHG01 speaks of charges that cannot be read.
      {"", "250", nullptr},
      {"$150", "250", nullptr},
      {"ONE", "250", nullptr},
      {".000000000000000001", "250", nullptr},
      {"150", "1.00000000000000000", nullptr},
  };
  for (auto const &row : rows) {
    CAPTURE(row.charge, row.total);
    auto const findings =
        ClaimText(with_total(claim_with(row.charge), row.total)).findings("CHG05");
    REQUIRE(findings.size() == (row.suggestion == nullptr ? 0 : 1));
    if (row.suggestion == nullptr) continue;
    CHECK(findings[0].suggestion == row.suggestion);
    CHECK(findings[0].before == row.total);
    CHECK(findings[0].element == "CLM02");
    CHECK(findings[0].loop == "2300");
    CHECK(findings[0].edits.empty());
  }
}

TEST_CASE("CHG05: a line without its service segment is not added up", "[CHG05]") {
  CHECK(ClaimText(claim_with("150") + "LX*3~DTP*472*D8*20260914~").findings("CHG05").empty());
}

TEST_CASE("CHG06: no more is not covered than is charged", "[CHG06]") {
  struct {
    char const *noncovered;
    bool fires;
  } const rows[] = {{"200", true}, {"150.01", true}, {"150.00", false}, {"20", false},
                    {"", false},   {"X", false},     {"0", false}};
  for (auto const &row : rows) {
    CAPTURE(row.noncovered);
    std::string service = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1**";
    ClaimText const claim(institutional_claim(service.append(row.noncovered).append("~")),
                          edi::Guide::institutional);
    CHECK(claim.findings("CHG06").size() == (row.fires ? 1 : 0));
  }
}
