// SPDX-License-Identifier: Apache-2.0
// Decimals add up exactly and show the digits that they need.
#include "base/decimal.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using noc837::Decimal;

TEST_CASE("a decimal shows the fewest digits, and as money at least two", "[decimal]") {
  struct Row {
    Decimal value;
    std::string text;
    std::string money;
    int significant_scale;
    int integer_digits;
  };
  std::vector<Row> const rows = {
      {{0, 0}, "0", "0.00", 0, 0},
      {{0, 3}, "0", "0.00", 0, 0},
      {{7, 0}, "7", "7.00", 0, 1},
      {{700, 2}, "7", "7.00", 0, 1},
      {{5, 1}, "0.5", "0.50", 1, 0},
      {{5, 3}, "0.005", "0.005", 3, 0},
      {{1005, 3}, "1.005", "1.005", 3, 1},
      {{1050, 3}, "1.05", "1.05", 2, 1},
      {{-325, 2}, "-3.25", "-3.25", 2, 1},
      {{-5, 1}, "-0.5", "-0.50", 1, 0},
      {{-100, 0}, "-100", "-100.00", 0, 3},
      {{999999999999999999, 0}, "999999999999999999", "999999999999999999.00", 0, 18},
      {{999999999999999999, 18}, "0.999999999999999999", "0.999999999999999999", 18, 0},
  };
  for (auto const &row : rows) {
    INFO(row.text);
    CHECK(row.value.to_string() == row.text);
    CHECK(row.value.to_money() == row.money);
    CHECK(row.value.significant_scale() == row.significant_scale);
    CHECK(row.value.integer_digits() == row.integer_digits);
    CHECK(row.value.whole() == (row.significant_scale == 0));
  }
}

TEST_CASE("decimals of different scales compare by value", "[decimal]") {
  std::vector<Decimal> const ascending = {{-2, 0}, {-19, 1}, {-1, 2}, {0, 5},
                                          {1, 18}, {99, 2},  {1, 0},  {1001, 3}};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      INFO(i << " and " << j);
      CHECK((ascending[i] < ascending[j]) == (i < j));
      CHECK((ascending[i] == ascending[j]) == (i == j));
      CHECK((ascending[i] > ascending[j]) == (i > j));
    }
  }
  CHECK(Decimal(700, 2) == Decimal(7, 0));
  CHECK(Decimal(0, 0) == Decimal(0, 9));
}

TEST_CASE("sums are exact whatever the scales and the order", "[decimal]") {
  Decimal tenths;
  for (int i = 0; i < 1000; ++i) tenths += Decimal(1, 1);
  CHECK(tenths == Decimal(100, 0));
  CHECK(tenths.to_string() == "100");

  std::vector<Decimal> const parts = {{1, 18}, {999999999999999999, 0}, {-5, 1}, {25, 2}, {333, 3}};
  Decimal forward;
  for (auto const &part : parts) forward += part;
  Decimal backward;
  for (auto at = parts.rbegin(); at != parts.rend(); ++at) backward += *at;
  CHECK(forward == backward);
  CHECK(forward.to_string() == "999999999999999999.083000000000000001");
  CHECK((Decimal(325, 2) + Decimal(-325, 2)).zero());
}

TEST_CASE("a million of the largest amounts still add up", "[decimal]") {
  Decimal sum;
  for (int i = 0; i < 1'000'000; ++i) sum += Decimal(999999999999999999, 2);
  CHECK(sum.to_string() == "9999999999999999990000");
}

TEST_CASE("the sign and the zero of a decimal are told by its value", "[decimal]") {
  CHECK(Decimal(0, 3).zero());
  CHECK_FALSE(Decimal(0, 3).negative());
  CHECK_FALSE(Decimal(-0, 0).negative());
  CHECK(Decimal(-1, 3).negative());
  CHECK_FALSE(Decimal(-1, 3).zero());
  CHECK(Decimal(700, 2).scale() == 2);
}

TEST_CASE("a decimal divides by powers of ten without loss", "[decimal]") {
  CHECK(Decimal(500, 0).divided_by_power_of_ten(3).to_string() == "0.5");
  CHECK(Decimal(15, 1).divided_by_power_of_ten(3).to_string() == "0.0015");
  CHECK(Decimal(-7, 0).divided_by_power_of_ten(0).to_string() == "-7");
}

TEST_CASE("a ratio is exact or nothing", "[decimal]") {
  auto const ratio = [](Decimal a, Decimal b, Decimal c) {
    auto const value = exact_ratio(a, b, c, 3);
    return value ? value->to_string() : "-";
  };
  CHECK(ratio({25, 1}, {10, 0}, {5, 0}) == "5");
  CHECK(ratio({1, 0}, {1, 0}, {8, 0}) == "0.125");
  CHECK(ratio({1, 0}, {1, 0}, {3, 0}) == "-");
  CHECK(ratio({1, 0}, {1, 0}, {16, 0}) == "-");  // 0.0625 has a decimal too many
  CHECK(ratio({9, 0}, {5, 1}, {15, 1}) == "3");
  CHECK(ratio({1, 0}, {1, 0}, {0, 0}) == "-");
  CHECK(ratio({5, -3}, {1, 0}, {2, 0}) == "2500");
  CHECK(ratio({999999999999999999, 0}, {999999999999999999, 0}, {1, 0}) == "-");
}
