// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using test::ClaimText;
using test::professional_claim;

TEST_CASE("NDC03: hyphens of a 5-4-2 NDC are taken out", "[NDC03]") {
  ClaimText const claim(professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~", "",
                                           "LIN**N4*00409-3795-01~CTP****1*ML~"));
  auto const found = claim.findings("NDC03");
  REQUIRE(found.size() == 1);
  CHECK(found[0].element == "LIN03");
  CHECK(found[0].before == "00409-3795-01");
  CHECK(found[0].after == "00409379501");
  CHECK(claim.corrected_by("NDC03").find("LIN**N4*00409379501~") != std::string::npos);
}

TEST_CASE("NDC03: eleven digits are left alone", "[NDC03]") {
  ClaimText const claim(professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~", "",
                                           "LIN**N4*00409379501~CTP****1*ML~"));
  CHECK(claim.findings("NDC03").empty());
}
