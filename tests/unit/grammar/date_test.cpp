// SPDX-License-Identifier: Apache-2.0
// Dates and periods of DTP: only days that the calendar has.
#include "grammar/date.hpp"

#include <string_view>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;
using namespace std::chrono;

TEST_CASE("a date is eight digits that name a day", "[date]") {
  struct Row {
    std::string_view text;
    grammar::Date date;
  };
  std::vector<Row> const rows = {
      {"20260914", 2026y / 9 / 14}, {"20240229", 2024y / 2 / 29},  {"20000229", 2000y / 2 / 29},
      {"19000101", 1900y / 1 / 1},  {"99991231", 9999y / 12 / 31},
  };
  for (auto const &row : rows) {
    INFO(row.text);
    CHECK(grammar::read_date(row.text) == row.date);
  }
  for (std::string_view const text :
       {"", "2026091", "202609141", "20260931", "20250229", "19000229", "20261301", "20260001",
        "20260100", "2026-9-1", "260914", " 20260914", "20260914 ", "2026091A", "+0260914",
        "-0260914", "20260914-20260915"}) {
    INFO('[' << text << ']');
    CHECK_FALSE(grammar::read_date(text));
  }
}

TEST_CASE("a period is read by its format", "[date]") {
  struct Row {
    std::string_view format;
    std::string_view text;
    grammar::Date first;
    grammar::Date last;
  };
  std::vector<Row> const rows = {
      {"D8", "20260914", 2026y / 9 / 14, 2026y / 9 / 14},
      {"RD8", "20260914-20260920", 2026y / 9 / 14, 2026y / 9 / 20},
      {"RD8", "20260920-20260914", 2026y / 9 / 20, 2026y / 9 / 14},
      {"DT", "202609141530", 2026y / 9 / 14, 2026y / 9 / 14},
  };
  for (auto const &row : rows) {
    INFO(row.format << ' ' << row.text);
    auto const period = grammar::read_period(row.format, row.text);
    REQUIRE(period);
    CHECK(period->first == row.first);
    CHECK(period->last == row.last);
  }
}

TEST_CASE("a period that does not fit its format is not read", "[date]") {
  struct Row {
    std::string_view format;
    std::string_view text;
  };
  std::vector<Row> const rows = {
      {"D8", ""},
      {"D8", "20260914-20260920"},
      {"D8", "202609141530"},
      {"RD8", "20260914"},
      {"RD8", "20260914-"},
      {"RD8", "-20260914"},
      {"RD8", "20260914 20260920"},
      {"RD8", "20260914-20260931"},
      {"RD8", "20260931-20260914"},
      {"RD8", "20260914-20260920-"},
      {"DT", "20260914"},
      {"DT", "2026091415"},
      {"DT", "20260931153000"},
      {"", "20260914"},
      {"d8", "20260914"},
      {"TM", "1530"},
  };
  for (auto const &row : rows) {
    INFO(row.format << ' ' << row.text);
    CHECK_FALSE(grammar::read_period(row.format, row.text));
  }
}
