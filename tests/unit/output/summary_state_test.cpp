// SPDX-License-Identifier: Apache-2.0
#include "output/summary_state.hpp"

#include <string>

#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::output;

namespace {

/// A summary in which every member differs from nothing.
Summary full() {
  Summary s;
  s.files = 1;
  s.bytes = std::uint64_t{1} << 60U;
  s.interchanges = 2;
  s.groups = 3;
  s.sets_professional = 4;
  s.sets_institutional = 5;
  s.sets_passed = 6;
  s.segments = 7;
  s.claims = 100;
  s.lines = 8;
  s.drug_lines = 9;
  s.claims_corrected = 10;
  s.claims_flagged = 11;
  s.rules["NDC05"] = {1, 2, 3};
  s.drug_charges = Decimal(1'234'567, 3);
  // More digits than an element may have.
  s.charges_at_stake = Decimal(Decimal::Mantissa{999'999'999'999'999'999} * 1'000'000, 2);
  s.at_stake_by_payer["99999"] = Decimal(-5, 1);
  s.at_stake_by_rule["NDC05"] = Decimal(100, 0);
  s.drugs_by_text["KETOROLAC \xB5G \"1\""] = {3, Decimal(125, 2)};
  s.drugs_by_ndc["00409379501"] = {4, Decimal(250, 2)};
  s.notices["blanks stand between segments"] = 2;
  s.silent_rules.insert("NDC10");
  s.inputs.push_back({"in.edi", 12, "ab"});
  s.outputs.push_back({"out.edi", 13, ""});
  s.seconds = 0.5;
  s.reconciliation.read = {1, 2, 3, 4};
  s.reconciliation.passed = {5, 6, 7, 8};
  s.standing = {1, 2, 3};
  return s;
}

}  // namespace

TEST_CASE("a summary comes back whole from its state", "[summary]") {
  auto const before = full();
  auto const after = summary_from_state(summary_state(before));
  REQUIRE(after);
  CHECK(summary_json(*after, true) == summary_json(before, true));
  CHECK(summary_text(*after, true) == summary_text(before, true));
  CHECK(after->standing == before.standing);
  CHECK(summary_state(*after) == summary_state(before));
}

TEST_CASE("states add up as their summaries do", "[summary]") {
  auto sum = full();
  sum.add(full());
  auto loaded = *summary_from_state(summary_state(full()));
  loaded.add(*summary_from_state(summary_state(full())));
  CHECK(summary_json(loaded, true) == summary_json(sum, true));
}

TEST_CASE("what is no state of a summary is refused", "[summary]") {
  auto const state = summary_state(full());
  CHECK_FALSE(summary_from_state(""));
  CHECK_FALSE(summary_from_state("{}"));
  for (std::size_t size = 0; size < state.size(); size += 7) {
    INFO(size);
    CHECK_FALSE(summary_from_state(std::string_view(state).substr(0, size)));
  }
}
