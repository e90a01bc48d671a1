// SPDX-License-Identifier: Apache-2.0
// DUP01: a claim that came before, and what happens where there are too many to remember.
#include "rules/duplicates.hpp"

#include <algorithm>

#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using test::ClaimText;

namespace {

std::string claim(std::string const &id, std::string_view drug = "KETOROLAC 15MG IV") {
  auto text = test::professional_claim("SV1*HC:J3490:::::" + std::string(drug) + "*150*UN*1***1~");
  return text.replace(text.find("PCN1001"), 7, id);
}

bool found(rules::DuplicateCheck &check, std::string const &text) {
  return check.enter(ClaimText(text).claim()).has_value();
}

}  // namespace

TEST_CASE("DUP01: the same claim twice", "[DUP01]") {
  rules::DuplicateCheck check;
  CHECK_FALSE(found(check, claim("A1")));
  CHECK_FALSE(found(check, claim("A2")));
  CHECK_FALSE(found(check, claim("A1", "FAMOTIDINE 20MG IV")));
  CHECK_FALSE(found(check, "CLM*A1*100***11:B:1~LX*1~SV1*HC:99213*100*UN*1***1~"));
  CHECK_FALSE(found(check, "CLM*A1*100***11:B:1~LX*1~SV1*HC:99213*100*UN*1***1~"));
  CHECK(found(check, claim("A1")));
  CHECK(found(check, claim("A1")));
  CHECK_FALSE(check.forgets());
}

TEST_CASE("DUP01: what one check passed, another knows by its fingerprints", "[DUP01]") {
  for (std::size_t const bound : {1, 100}) {
    rules::DuplicateCheck whole(bound);
    rules::DuplicateCheck before(bound);
    rules::DuplicateCheck after(bound);
    std::size_t fingerprints = 0;
    for (auto const *id : {"A1", "A1", "A2", "A2", "A3"}) {
      static_cast<void>(found(whole, claim(id)));
      auto const fingerprint = before.pass(ClaimText(claim(id)).claim());
      if (!fingerprint) continue;
      after.pass(*fingerprint);
      ++fingerprints;
    }
    CHECK(fingerprints == std::min<std::size_t>(bound + 1, 3));
    CHECK(after.forgets() == whole.forgets());
    for (auto const *id : {"A1", "A2", "A3", "A4"}) {
      CHECK(found(after, claim(id)) == found(whole, claim(id)));
    }
  }
  rules::DuplicateCheck check;
  CHECK_FALSE(check.pass(ClaimText("CLM*A1*100***11:B:1~LX*1~SV1*HC:99213*100*UN*1***1~").claim()));
}

TEST_CASE("DUP01: beyond the bound claims are compared and not remembered", "[DUP01]") {
  rules::DuplicateCheck check(2);
  CHECK_FALSE(found(check, claim("A1")));
  CHECK_FALSE(found(check, claim("A2")));
  CHECK(found(check, claim("A2")));
  CHECK_FALSE(check.forgets());
  CHECK_FALSE(found(check, claim("A3")));
  CHECK(check.forgets());
  CHECK_FALSE(found(check, claim("A3")));
  CHECK(found(check, claim("A1")));
  CHECK(check.notice() ==
        "DUP01 remembers 2 claims with a drug line: later ones were compared with those only");
}
