// SPDX-License-Identifier: Apache-2.0
#include "snip/values.hpp"

#include "support/catch.hpp"

using namespace noc837::snip;

TEST_CASE("numbers", "[snip]") {
  for (auto const *good : {"0", "12", "-5", "007"}) CHECK(is_integer(good));
  for (auto const *bad : {"", "-", "+1", "1.0", "1 ", "A"}) CHECK_FALSE(is_integer(bad));
  for (auto const *good : {"0", "12.5", ".5", "5.", "-0.75", "7.00"}) CHECK(is_decimal(good));
  for (auto const *bad : {"", "-", ".", "1,000", "$5", "+5", "1.2.3", "1E3", "--1"}) {
    INFO(bad);
    CHECK_FALSE(is_decimal(bad));
  }
}

TEST_CASE("dates exist in the calendar", "[snip]") {
  for (auto const *good : {"20260914", "20240229", "20000229", "260914"}) CHECK(is_date(good));
  for (auto const *bad :
       {"20230229", "19000229", "20261301", "20260931", "20260900", "2026091", "2026-9-1", ""}) {
    INFO(bad);
    CHECK_FALSE(is_date(bad));
  }
}

TEST_CASE("times", "[snip]") {
  for (auto const *good : {"0000", "2359", "235959", "23595999", "1200001"}) CHECK(is_time(good));
  for (auto const *bad : {"2400", "1260", "123", "12345", "12:00", "120060"}) {
    INFO(bad);
    CHECK_FALSE(is_time(bad));
  }
}

TEST_CASE("periods follow their format", "[snip]") {
  struct Row {
    char const *format;
    char const *value;
    bool good;
  };
  constexpr Row rows[] = {
      {"D8", "20260914", true},
      {"D8", "260914", false},
      {"D8", "20260914-20260915", false},
      {"RD8", "20260914-20260915", true},
      {"RD8", "20260914-20260914", true},
      {"RD8", "20260915-20260914", false},
      {"RD8", "20260914", false},
      {"RD8", "2026091420260915", false},
      {"DT", "202609141530", true},
      {"DT", "20260914", false},
      {"DT", "202609142530", false},
      {"TM", "1530", true},
      {"TM", "2530", false},
      {"D6", "260914", true},
      {"XX", "anything", true},
  };
  for (auto const &row : rows) {
    INFO(row.format << ' ' << row.value);
    CHECK(is_period(row.format, row.value) == row.good);
  }
}
