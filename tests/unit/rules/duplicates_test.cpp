// SPDX-License-Identifier: Apache-2.0
// DUP01: a claim that came before, and what happens where there are too many to remember.
#include "rules/duplicates.hpp"

#include <algorithm>
#include <vector>

#include "rules/fingerprint.hpp"
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
  ClaimText const read(text);
  auto const fingerprint = rules::Fingerprinter().of(read.claim());
  return fingerprint && check.enter(read.claim(), *fingerprint);
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
      auto const fingerprint = rules::Fingerprinter().of(ClaimText(claim(id)).claim());
      if (!before.pass(fingerprint.value())) continue;
      after.pass(*fingerprint);
      ++fingerprints;
    }
    CHECK(fingerprints == std::min<std::size_t>(bound + 1, 3));
    CHECK(after.forgets() == whole.forgets());
    for (auto const *id : {"A1", "A2", "A3", "A4"}) {
      CHECK(found(after, claim(id)) == found(whole, claim(id)));
    }
  }
}

TEST_CASE("DUP01: a claim without drug line has no fingerprint", "[DUP01]") {
  ClaimText const text("CLM*A1*100***11:B:1~LX*1~SV1*HC:99213*100*UN*1***1~");
  CHECK_FALSE(rules::Fingerprinter().of(text.claim()));
}

TEST_CASE("DUP01: a set of fingerprints holds each once, however many", "[DUP01]") {
  rules::FingerprintSet set;
  CHECK_FALSE(set.contains(0));
  set.expect(7);
  // Some with the same lower bits, and those next to them.
  std::vector<std::uint64_t> numbers = {0, 1023, 1024, 1025};
  for (std::uint64_t i = 1; i < 5000; ++i) numbers.push_back(i << 40U | i % 3);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    REQUIRE_FALSE(set.contains(numbers[i]));
    REQUIRE(set.add(numbers[i]));
    REQUIRE_FALSE(set.add(numbers[i]));
    REQUIRE(set.size() == i + 1);
  }
  for (auto const number : numbers) REQUIRE(set.contains(number));
  CHECK_FALSE(set.contains(2));
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
