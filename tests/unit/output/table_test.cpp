// SPDX-License-Identifier: Apache-2.0
// Values as fields of CSV, for programs and for Excel, and rows of a table.
#include "output/table.hpp"

#include <array>
#include <string>

#include "support/catch.hpp"

using namespace noc837::output;

namespace {

std::string plain(std::string_view value) {
  std::string row = "before,";
  append_csv_field(row, value, Holds::text, CsvFor::programs);
  CHECK(row == "before," + csv_field(value));
  return csv_field(value);
}
std::string excel(std::string_view value, Holds holds = Holds::text) {
  return csv_field(value, holds, CsvFor::excel);
}

struct Line {
  std::string ndc;
  std::string charge;
};
constexpr std::array columns = {
    Column<Line>{"ndc", [](Line const &line) { return line.ndc; }},
    Column<Line>{"charge", [](Line const &line) { return line.charge; }, Holds::amount},
    Column<Line>{"offset", [](Line const &) { return std::string("7"); }, Holds::position},
};

}  // namespace

TEST_CASE("CSV for programs has every value as it is, quoted where needed") {
  CHECK(plain("00409379501") == "00409379501");
  CHECK(plain("1E5") == "1E5");
  CHECK(plain("a,b") == "\"a,b\"");
  CHECK(plain("5\" tube") == "\"5\"\" tube\"");
  CHECK(plain("a\nb") == "a\\x0Ab");
  CHECK(plain("").empty());
  for (int byte = 0; byte < 256; ++byte) {
    plain(std::string(1, static_cast<char>(byte)));
    plain("a" + std::string(1, static_cast<char>(byte)));
  }
}

TEST_CASE("What a spreadsheet would run gets an apostrophe, whoever reads") {
  for (auto const *formula : {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "=\"00409\""}) {
    CHECK(plain(formula).find('\'') <= 1);
    CHECK(excel(formula).find('\'') <= 1);
  }
  CHECK(plain("-5") == "-5");
}

TEST_CASE("Excel is told that codes are texts") {
  CHECK(excel("00409379501") == R"("=""00409379501""")");
  // A number of twelve digits would be rounded for show, one of sixteen for good; a month with a
  // number is a date, two numbers with a colon are a time, digits with an E a power of ten.
  for (std::string const value : {"66979070901", "123456789012", "0409-3795-01", "1:2", "12E3",
                                  "1/2", ".5", "(5)", "$5", " 5", "MAR1", "sept-9", "TRUE", "-5"}) {
    CHECK(excel(value) == "\"=\"\"" + value + "\"\"\"");
  }
  CHECK(excel("J3490") == "J3490");
  CHECK(excel("").empty());
  CHECK(excel("KETOROLAC 15MG") == "KETOROLAC 15MG");
}

TEST_CASE("A text for Excel cannot leave its quotes") {
  CHECK(excel("1\"&cmd|' /C calc'!A0&\"") == R"("=""1""""&cmd|' /C calc'!A0&""""""")");
}

TEST_CASE("No text for Excel is longer than one in a formula may be") {
  CHECK(excel(std::string(255, '1')).starts_with("\"="));
  CHECK(excel(std::string(256, '1')) == std::string(256, '1'));
}

TEST_CASE("Amounts, dates and positions stay what Excel reads them as") {
  CHECK(excel("150.25", Holds::amount) == "150.25");
  CHECK(excel("2026-09-14", Holds::date) == "2026-09-14");
  CHECK(excel("1703", Holds::position) == "1703");
  // What was typed for an amount and is none must not become another.
  CHECK(excel("1E5", Holds::amount) == R"("=""1E5""")");
  CHECK(excel("1,000", Holds::amount) == R"("=""1,000""")");
  CHECK(excel("5|6", Holds::amount) == R"("=""5|6""")");
}

TEST_CASE("A table for Excel begins with the mark of UTF-8") {
  std::span<Column<Line> const> const table = columns;
  CHECK(csv_header(table, CsvFor::programs) == "ndc,charge,offset\n");
  CHECK(csv_header(table, CsvFor::excel) == "\xEF\xBB\xBFndc,charge,offset\n");
  Line const line{"00409379501", "150"};
  CHECK(csv_row(table, line, CsvFor::programs) == "00409379501,150,7\n");
  CHECK(csv_row(table, line, CsvFor::excel) == "\"=\"\"00409379501\"\"\",150,7\n");
  CHECK(json_row(table, line) == "{\"ndc\":\"00409379501\",\"charge\":\"150\",\"offset\":7}\n");
}
