// SPDX-License-Identifier: Apache-2.0
// What counts as an X12 decimal, and its exact value.
#include "grammar/decimal.hpp"

#include <string_view>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;
using grammar::read_decimal;

TEST_CASE("decimals are read exactly, with the scale they were written with", "[decimal]") {
  struct Row {
    std::string_view text;
    Decimal value;
    int scale;
  };
  std::vector<Row> const rows = {
      {"0", {0, 0}, 0},
      {"7", {7, 0}, 0},
      {"007", {7, 0}, 0},
      {"7.", {7, 0}, 0},
      {".5", {5, 1}, 1},
      {"0.5", {5, 1}, 1},
      {"7.00", {7, 0}, 2},
      {"-3.25", {-325, 2}, 2},
      {"-.5", {-5, 1}, 1},
      {"-0", {0, 0}, 0},
      {"-0.00", {0, 0}, 2},
      {".000000000000000001", {1, 18}, 18},
      {"0.000000000000000001", {1, 18}, 18},  // as it is shown
      {"-0.999999999999999999", {-999999999999999999, 18}, 18},
      {"999999999999999999", {999999999999999999, 0}, 0},
      {"-999999999999999999", {-999999999999999999, 0}, 0},
      {"99999999.9999999999", {999999999999999999, 10}, 10},
      {"99999999999999999.9", {999999999999999999, 1}, 1},
  };
  for (auto const &row : rows) {
    INFO(row.text);
    auto const value = read_decimal(row.text);
    REQUIRE(value);
    CHECK(*value == row.value);
    CHECK(value->scale() == row.scale);
    CHECK_FALSE((value->negative() && value->zero()));
  }
}

TEST_CASE("what is no X12 decimal is not read", "[decimal]") {
  for (std::string_view const text : {
           "",
           "-",
           ".",
           "-.",
           "+1",
           "1e3",
           "1E3",
           "1,000",
           " 1",
           "1 ",
           "1 0",
           "--1",
           "1-",
           "1.2.3",
           "..5",
           "0x10",
           "1_0",
           "ONE",
           "NaN",
           "inf",
           "$5",
           "5%",
           "1\n",
           "\t1",
           "\xB2",
           "1'000",
           "1000000000000000000",  // nineteen digits
           "0000000000000000001",  // leading zeros are digits
           "0.0000000000000000001",
           "999999999999999999.9",
       }) {
    INFO('[' << text << ']');
    CHECK_FALSE(read_decimal(text));
  }
  CHECK_FALSE(read_decimal({"1\0", 2}));
}

TEST_CASE("reading what a decimal shows gives the decimal again", "[decimal]") {
  for (int scale = 0; scale <= 6; ++scale) {
    for (int mantissa = -2100; mantissa <= 2100; mantissa += 7) {
      Decimal const value(mantissa, scale);
      INFO(value.to_string());
      CHECK(read_decimal(value.to_string()) == value);
      CHECK(read_decimal(value.to_money()) == value);
    }
  }
}
