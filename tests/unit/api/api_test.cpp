// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "api/noc837.hpp"
#include "support/catch.hpp"

namespace noc837::api {
namespace {

std::string demo() {
  std::ifstream file(NOC837_FIXTURES "/demo/clinic.edi", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<Claim> claims_of(std::string const &bytes, Options const &options = {}) {
  std::vector<Claim> claims;
  check_bytes(bytes, options, [&](Claim const &claim) { claims.push_back(claim); });
  return claims;
}

TEST_CASE("claims come with their drug lines, findings and EDI") {
  auto const claims = claims_of(demo());
  REQUIRE(claims.size() == 3);
  auto const &first = claims[0];
  CHECK(first.id == "RB-1001");
  CHECK(first.guide == "837P");
  CHECK(first.payer == "87726");
  REQUIRE(first.drug_lines.size() == 1);
  CHECK(first.drug_lines[0].number == "2");
  CHECK(first.drug_lines[0].procedure == "J3490");
  CHECK(first.drug_lines[0].charge == "85");
  CHECK(first.drug_lines[0].service_from == "2026-09-14");
  CHECK(first.drug_lines[0].text_name == "KETOROLAC");
  CHECK(first.corrected);
  CHECK_FALSE(first.flagged);
  CHECK(first.edi.find("LIN**N4*00409379501~") != std::string::npos);
  auto const &last = claims[2];
  CHECK(last.flagged);
  REQUIRE_FALSE(last.findings.empty());
  CHECK(last.findings[0].status == "flagged");
}

TEST_CASE("totals count what was read") {
  auto const bytes = demo();
  auto const totals = check_bytes(bytes, {}, {});
  CHECK(totals.bytes == bytes.size());
  CHECK(totals.claims == 3);
  CHECK(totals.lines == 4);
  CHECK(totals.drug_lines == 3);
  CHECK(totals.claims_corrected == 1);
  CHECK(totals.claims_flagged == 1);
}

TEST_CASE("a file is read as the same bytes in memory are") {
  std::size_t seen = 0;
  auto const totals =
      check_file(NOC837_FIXTURES "/demo/clinic.edi", {}, [&](Claim const &) { ++seen; });
  CHECK(seen == 3);
  CHECK(totals.bytes == demo().size());
}

TEST_CASE("options are those of the command line") {
  CHECK(claims_of(demo(), {.codes = {"62323"}}).size() == 1);
  auto const claims = claims_of(demo(), {.no_fix = {"NDC04"}});
  CHECK(claims.at(0).flagged);
}

TEST_CASE("failures say who has to act, and where") {
  try {
    check_bytes("no X12 at all", {}, {});
    FAIL("text was read as X12");
  } catch (Failure const &failure) {
    CHECK(failure.kind() == Failure::Kind::input);
    CHECK(failure.offset());
  }
  try {
    check_bytes(demo(), {.fix = {"NDC99"}}, {});
    FAIL("a rule that is not there was switched on");
  } catch (Failure const &failure) {
    CHECK(failure.kind() == Failure::Kind::usage);
  }
  CHECK_THROWS_AS(check_file("/nonexistent/file", {}, {}), Failure);
}

TEST_CASE("what a callback throws passes through") {
  CHECK_THROWS_AS(check_bytes(demo(), {}, [](Claim const &) { throw std::logic_error("enough"); }),
                  std::logic_error);
}

TEST_CASE("findings about the envelope have a callback of their own") {
  auto bytes = demo();
  bytes.replace(bytes.find("SE*61"), 5, "SE*62");
  std::vector<std::string> found;
  check_bytes(bytes, {}, {}, [&](Finding const &finding) { found.push_back(finding.rule); });
  CHECK(found == std::vector<std::string>{"ENV05"});
}

TEST_CASE("every rule explains itself") {
  auto const all = rules();
  CHECK(all.size() > 120);
  for (auto const &rule : all) {
    CHECK_FALSE(rule.id.empty());
    CHECK_FALSE(rule.explanation.empty());
    CHECK_FALSE(rule.source.empty());
  }
  CHECK_FALSE(version().empty());
}

}  // namespace
}  // namespace noc837::api
