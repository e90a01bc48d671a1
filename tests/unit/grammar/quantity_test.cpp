// SPDX-License-Identifier: Apache-2.0
#include "grammar/quantity.hpp"

#include "support/catch.hpp"

using namespace noc837::grammar;

TEST_CASE("a typed quantity is split into number and unit", "[quantity]") {
  struct Row {
    char const *text;
    char const *number;  // null where the text is no quantity
    char const *unit;
  };
  for (Row const &row : {Row{"10", "10", ""},
                         {"10ML", "10", "ML"},
                         {"10 ml", "10", "ml"},
                         {" ML10 ", "10", "ML"},
                         {"10F2", "10", "F2"},
                         {"F210", "10", "F2"},
                         {"1,000.5MG", "1,000.5", "MG"},
                         {".5", ".5", ""},
                         {"+5", "+5", ""},
                         {"-5.", "-5.", ""},
                         {"", nullptr, nullptr},
                         {"ML", nullptr, nullptr},
                         {".", nullptr, nullptr},
                         {"1 000", nullptr, nullptr},
                         {"10 MG/ML", nullptr, nullptr},
                         {"1\xB5g", nullptr, nullptr}}) {
    CAPTURE(row.text);
    auto const typed = read_typed_quantity(row.text);
    REQUIRE(typed.has_value() == (row.number != nullptr));
    if (!typed) continue;
    CHECK(typed->number.view() == row.number);
    CHECK(typed->unit.view() == row.unit);
  }
}

TEST_CASE("a number loses its punctuation only where that says nothing", "[quantity]") {
  struct Row {
    char const *text;
    char const *plain;  // null where a comma may be a decimal one or the text is no number
  };
  for (Row const &row : {Row{"1,000", "1000"},  {"12,345,678.5", "12345678.5"},
                         {"-1,000", "-1000"},   {"+5", "5"},
                         {"5.", "5"},           {"1,000.", "1000"},
                         {".5", ".5"},          {"7.00", "7.00"},
                         {"1,5", nullptr},      {"0,500", nullptr},
                         {"1234,567", nullptr}, {"1,000,50", nullptr},
                         {"1.000,50", nullptr}, {"5,", nullptr},
                         {"1.2.3", nullptr},    {"+-5", nullptr},
                         {".", nullptr},        {"", nullptr},
                         {"1e3", nullptr},      {"0191.125594797970901", nullptr}}) {
    CAPTURE(row.text);
    auto const plain = plain_number(row.text);
    REQUIRE(plain.has_value() == (row.plain != nullptr));
    if (plain) CHECK(*plain == row.plain);
  }
}
