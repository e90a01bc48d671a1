// SPDX-License-Identifier: Apache-2.0
// Values of findings about persons are hidden, those about drugs, providers and payers are not.
#include "output/privacy.hpp"

#include <string>

#include "rules/table.hpp"
#include "support/catch.hpp"

using namespace noc837;

namespace {

std::string shown(std::string_view rule, std::string_view loop, std::string const &element,
                  std::string const &value = "VALUE") {
  rules::Finding finding;
  finding.rule = rules::find_rule(rule);
  finding.loop = loop;
  finding.element = element;
  return std::string(output::shown_value(finding, value));
}

}  // namespace

TEST_CASE("What a finding says of a person is hidden") {
  for (auto const *loop : {"2010BA", "2010CA", "2330A"}) {
    for (auto const *element : {"NM103", "NM109", "NM1", "N301", "N402", "N4", "PER04", "REF02"}) {
      CAPTURE(loop, element);
      CHECK(shown("SNP205", loop, element) == "HIDDEN");
    }
  }
  CHECK(shown("SNP205", "2010BA", "DMG02") == "HIDDEN");
  CHECK(shown("SNP205", "2000B", "SBR03") == "HIDDEN");
  CHECK(shown("SNP205", "2000C", "PAT06") == "HIDDEN");
  CHECK(shown("SNP205", "2310E", "N301") == "HIDDEN");
  CHECK(shown("SNP205", "2300", "REF02") == "HIDDEN");
}

TEST_CASE("Codes, drugs, providers and payers are shown") {
  for (auto const *element : {"NM101", "NM102", "NM108", "REF01", "DMG01", "PER01"}) {
    CAPTURE(element);
    CHECK(shown("SNP205", "2010BA", element) == "VALUE");
  }
  CHECK(shown("SNP205", "2010AA", "NM109") == "VALUE");
  CHECK(shown("SNP205", "2010BB", "N402") == "VALUE");
  CHECK(shown("SNP205", "2000B", "SBR09") == "VALUE");
  CHECK(shown("NDC03", "2410", "LIN03") == "VALUE");
  CHECK(shown("DSC01", "2400", "SV101-7") == "VALUE");
  CHECK(shown("CMP02", "2410", "REF02") == "VALUE");
  CHECK(shown("SNP205", "2010BA", "NM103", "").empty());
}
