// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.hpp"

#include "support/catch.hpp"

using noc837::suggestion;

TEST_CASE("the nearest name is suggested, or none", "[suggest]") {
  std::vector<std::string_view> const known = {"bcbs", "medicare", "medicaid", "ndc-hyphenated"};
  struct {
    char const *typed;
    char const *nearest;
  } const rows[] = {
      {"medicar", "medicare"},
      {"MEDICADI", "medicaid"},
      {"bcb", "bcbs"},
      {"bcsb", "bcbs"},               // two letters swapped
      {"ndc-hyp", "ndc-hyphenated"},  // not typed to its end
      {"xyz", nullptr},
      {"", nullptr},
      {"nd", nullptr},
  };
  for (auto const &row : rows) {
    CAPTURE(row.typed);
    auto const expected =
        row.nearest == nullptr ? std::string() : "; did you mean " + std::string(row.nearest) + "?";
    CHECK(suggestion(row.typed, known) == expected);
  }
}
