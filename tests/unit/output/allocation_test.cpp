// SPDX-License-Identifier: Apache-2.0
// A clean drug line costs no memory of its own: once the storage is there, judging and counting
// another takes nothing from the heap.
#include <string>

#include "edits/review.hpp"
#include "output/summary.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"
#include "support/counting_new.hpp"

namespace noc837 {
namespace {

/// Allocations while the claim is judged and counted for the third time.
std::size_t allocations_for(std::string const &text, edi::Guide guide, std::size_t findings) {
  grammar::Watch watch;
  watch.add("J3490");
  claims::Unit unit;
  unit.kind = claims::UnitKind::claim;
  unit.bytes = text;
  unit.guide = guide;
  claims::Hierarchy hierarchy;
  edits::Policy const policy;
  profiles::Payers const payers;
  edits::Reviewer reviewer(watch, policy, payers);
  output::Summary summary;
  std::size_t spent = 0;
  for (int round = 0; round < 3; ++round) {
    std::size_t const before = test::allocations();
    auto const &review = reviewer.review(unit, hierarchy);
    summary.count(review, output::context_of("file", review.claim, "default"));
    spent = test::allocations() - before;
    CHECK(review.findings.size() == findings);
  }
  return spent;
}

TEST_CASE("a clean drug line is judged without allocating") {
  std::string const service = "*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1";
  std::string const drug = "LIN**N4*00409379501~CTP****1*ML~";
  CHECK(allocations_for(test::professional_claim("SV1" + service + "***1~", "", drug),
                        edi::Guide::professional, 0) == 0);
  CHECK(allocations_for(test::institutional_claim("SV2*0636" + service + "~", "", drug),
                        edi::Guide::institutional, 0) == 0);
}

TEST_CASE("allocations are counted") {
  std::string const line = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*0***1~";
  CHECK(allocations_for(test::professional_claim(line, "", "LIN**N4*00409379501~CTP****1*ML~"),
                        edi::Guide::professional, 1) > 0);
}

}  // namespace
}  // namespace noc837
