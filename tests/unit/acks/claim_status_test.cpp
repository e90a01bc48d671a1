// SPDX-License-Identifier: Apache-2.0
#include "acks/claim_status.hpp"

#include <string>

#include "acks/envelope_codes.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"

using namespace noc837;

namespace {

std::string text(acks::ClaimStatuses const &statuses) {
  std::string out;
  for (auto const &status : statuses) {
    out.append(out.empty() ? "" : " ").append(status.category).append(":").append(status.code);
  }
  return out;
}

/// What a finding of a rule with this column says, on a line or not.
std::string of(std::string_view stc, bool on_line = true) {
  rules::Rule rule;
  rule.stc = stc;
  rules::Finding finding;
  finding.rule = &rule;
  if (on_line) finding.line_index = 0;
  return text(acks::statuses_of(finding));
}

acks::EnvelopeCodes codes_of(std::string_view rule, std::string_view element) {
  rules::Finding finding;
  finding.rule = rules::find_rule(rule);
  finding.element = element;
  return acks::envelope_codes(finding);
}

}  // namespace

TEST_CASE("the catalogue's statuses for a 277CA", "[acks]") {
  CHECK(of("A7:218") == "A7:218");
  CHECK(of("A8:454+A8:218") == "A8:454 A8:218");
  CHECK(of("IK403:7,A7:745+A7:218") == "A7:745 A7:218");
  CHECK(of("A6:724,A7:724") == "A6:724");
}

TEST_CASE("a status that asks for another has one", "[acks]") {
  CHECK(of("A7:21") == "A7:21 A7:247");
  CHECK(of("A6:21", false) == "A6:21 A6:481");
  CHECK(of("A7:511") == "A7:511 A7:247");
  CHECK(of("IK304:3") == "A7:21 A7:247");
  CHECK(of("") == "A7:21 A7:247");
}

TEST_CASE("a correction is told with what it was about", "[acks]") {
  rules::Finding finding;
  finding.rule = rules::find_rule("NDC03");
  REQUIRE(finding.rule != nullptr);
  CHECK(text(acks::corrected_statuses(finding)) == "A2:20 A2:748 A2:218");
}

TEST_CASE("every rule that can hold a claim back has a status", "[acks]") {
  for (auto const *rule : rules::all_rules()) {
    INFO(rule->id);
    rules::Finding finding;
    finding.rule = rule;
    auto const statuses = acks::statuses_of(finding);
    REQUIRE(!statuses.empty());
    for (auto const &status : statuses) {
      CHECK(status.category.size() == 2);
      CHECK(!status.code.empty());
      CHECK(status.code.find_first_not_of("0123456789") == std::string_view::npos);
    }
  }
}

TEST_CASE("envelope findings by element and rule", "[acks]") {
  CHECK(codes_of("ENV03", "IEA02").interchange == "001");
  CHECK(codes_of("ENV04", "IEA01").interchange == "021");
  CHECK(codes_of("ENV04", "GE01").group == "5");
  CHECK(codes_of("ENV05", "GE02").group == "4");
  CHECK(codes_of("ENV05", "SE01").set == "4");
  CHECK(codes_of("ENV05", "SE02").set == "3");
  CHECK(codes_of("ENV06", "ISA13").interchange == "025");
  CHECK(codes_of("SNP102", "ISA13").interchange == "018");
  CHECK(codes_of("ENV06", "ST02").set == "23");
  CHECK(codes_of("ENV08", "ST03").set == "19");
  CHECK(codes_of("SNP205", "GS01").group == "1");
  CHECK(codes_of("SNP205", "GS07").interchange == "024");
}
