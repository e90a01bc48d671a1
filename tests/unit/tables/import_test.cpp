// SPDX-License-Identifier: Apache-2.0
#include "tables/import.hpp"

#include "tables/delimited.hpp"
#include "unit/tables/made_up.hpp"

namespace noc837::tables {
namespace {

using namespace std::chrono_literals;
using test::ScratchFile;

std::vector<std::pair<std::size_t, Fields>> rows_of(std::string_view text, Format format) {
  std::vector<std::pair<std::size_t, Fields>> out;
  auto const done = read_rows(text, format, [&](std::size_t line, Fields const &fields) {
    out.emplace_back(line, fields);
    return Result<void>();
  });
  REQUIRE(done);
  return out;
}

TEST_CASE("Rows of commas: quotes, blank rows, line ends and lines") {
  auto const rows =
      rows_of("a, b ,\"c, \"\"d\"\"\"\r\n,,\r\n\r\n\"two\nlines\",x\nlast", Format::commas);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::pair<std::size_t, Fields>{1, {"a", "b", "c, \"d\""}});
  CHECK(rows[1].second == Fields{"two\nlines", "x"});
  CHECK(rows[2] == std::pair<std::size_t, Fields>{6, {"last"}});
}

TEST_CASE("Rows of tabs: quotes mean nothing") {
  auto const rows = rows_of("a\t\"b\tc\"\t\r\nd\t\te", Format::tabs);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].second == Fields{"a", "\"b", "c\"", ""});
  CHECK(rows[1].second == Fields{"d", "", "e"});
}

TEST_CASE("A quoted field without an end is told with its line") {
  auto const done = read_rows("a,b\nc,\"d\ne\n", Format::commas,
                              [](std::size_t, Fields const &) { return Result<void>(); });
  REQUIRE_FALSE(done);
  CHECK(done.error().what.starts_with("line 2"));
}

TEST_CASE("Text comes in any encoding") {
  auto const read = [](std::string_view bytes) {
    ScratchFile const file(bytes);
    auto text = read_text(file.path());
    REQUIRE(text);
    return *text;
  };
  CHECK(read("plain") == "plain");
  CHECK(read("\xEF\xBB\xBFmark") == "mark");
  CHECK(read("caf\xC3\xA9") == "caf\xC3\xA9");
  CHECK(read("caf\xE9 \x93quoted\x94 \x81") == "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D ?");
  CHECK(read(std::string_view("\xFF\xFE"
                              "a\0\xE9\0",
                              6)) == "a\xC3\xA9");
  CHECK(read("") == "");
}

TEST_CASE("Quarters by name and by title") {
  auto const name = [](std::string_view text) {
    auto const quarter = read_quarter(text);
    return quarter ? quarter_name(*quarter) : "";
  };
  CHECK(name("2026Q3") == "2026Q3");
  CHECK(name("July 2026 ASP NDC-HCPCS Crosswalk") == "2026Q3");
  CHECK(name("section 508 version of October 2025 ASP NDC-HCPCS Crosswalk 091025.csv") == "2025Q4");
  CHECK(name("Effective January 1, 2026 through March 31, 2026") == "2026Q1");
  CHECK(name("april-2024-asp-ndc-hcpcs-crosswalk.csv") == "2024Q2");
  CHECK(name("Updated June 10, 2026") == "");
  CHECK(name("Updated July 14, 2026") == "");
  CHECK(name("2026Q5") == "");
  auto const quarter = read_quarter("2026Q3");
  REQUIRE(quarter);
  CHECK(date_of(quarter->first_day) == 2026y / 7 / 1);
  CHECK(date_of(quarter->last_day) == 2026y / 9 / 30);
}

TEST_CASE("Packages are bound by their header") {
  ScratchFile const file(
      "NDCPACKAGECODE\tProduct Id\tPACKAGEDESCRIPTION\tENDMARKETINGDATE\r\n"
      "0409-3795-01\tA\t25 VIAL in 1 CARTON\t20271231\r\n"
      "63323-162-01\tB\r\n"
      "none\tC\tx\t\r\n");
  auto const packages = import_packages(file.path());
  REQUIRE(packages);
  REQUIRE(packages->rows.size() == 2);
  CHECK(ndc_text(packages->rows[0].ndc) == "00409379501");
  CHECK(packages->rows[0].product_id == "A");
  CHECK(packages->rows[0].first_day == no_first_day);
  CHECK(date_of(packages->rows[0].last_day) == 2027y / 12 / 31);
  CHECK(ndc_text(packages->rows[1].ndc) == "63323016201");
  CHECK(packages->source.rows == 3);
  CHECK(packages->source.left_out == std::vector<std::string>{"line 4: 'none' is no NDC"});
}

std::string failure_of_packages(std::string const &text) {
  ScratchFile const file(text, "package.txt");
  auto const packages = import_packages(file.path());
  REQUIRE_FALSE(packages);
  CHECK(packages.error().file == file.path());
  CHECK(packages.error().fault == Fault::usage);
  return packages.error().what;
}

TEST_CASE("What is wrong with a published file is told with its line") {
  CHECK(failure_of_packages("") == "line 1: the file is empty");
  CHECK(failure_of_packages("PRODUCTID\tCODE\n") == "line 1: there is no column NDCPACKAGECODE");
  CHECK(failure_of_packages(test::package_head + "A\tB\t0409-3795-01\tx\t20261301\t\tN\tN\n") ==
        "line 2: STARTMARKETINGDATE '20261301' is no date");
  ScratchFile const product("PRODUCTID\tNAME\nA\tB\n");
  auto const products = import_products(product.path());
  REQUIRE_FALSE(products);
  CHECK(products.error().what == "line 1: there is no column NONPROPRIETARYNAME");
  CHECK_FALSE(import_packages("/nowhere/package.txt"));
}

TEST_CASE("A crosswalk is found below its titles") {
  ScratchFile const file(
      "July 2026 ASP NDC-HCPCS Crosswalk,,\n\"Note, with a comma\",,\n\n" + test::crosswalk_head +
      "j1885,Ketorolac,LAB,00409-3795-01,\"Keto, 15\",15 MG,1,25,\"1,000.50\",25,,\n"
      "J7331,Device,LAB,860003870023,X,1 MG,2,3,20,60,,\n"
      "J0001,Drug,LAB,00409-3796-01,X,1 MG,many,3,20,60,,\n"
      "J0002,Drug,LAB,00409-3796-01,X,1 MG,,,,,,\n"
      "* end of file,,\n");
  auto const crosswalk = import_crosswalk(file.path());
  REQUIRE(crosswalk);
  REQUIRE(crosswalk->rows.size() == 2);
  auto const &row = crosswalk->rows[0];
  CHECK(row.code == "J1885");
  CHECK(ndc_text(row.ndc) == "00409379501");
  CHECK(row.drug == "Keto, 15");
  CHECK(row.dosage == "15 MG");
  CHECK(value_of(row.numbers[2]) == Decimal(10005, 1));
  CHECK(quarter_name(row.quarter) == "2026Q3");
  CHECK_FALSE(value_of(crosswalk->rows[1].numbers[0]));
  CHECK(crosswalk->source.kind == "CMS crosswalk 2026Q3");
  CHECK(crosswalk->source.left_out ==
        std::vector<std::string>{"line 6: '860003870023' of J7331 is no NDC",
                                 "line 7: 'many' of J0001 is no number"});
}

TEST_CASE("The quarter may come from the argument, and has to come from somewhere") {
  ScratchFile const file(test::crosswalk_head +
                         "J1885,Ketorolac,LAB,00409-3795-01,K,15 MG,1,25,1,25,,\n");
  auto const told = import_crosswalk("2025Q1=" + file.path());
  REQUIRE(told);
  CHECK(quarter_name(told->rows.at(0).quarter) == "2025Q1");
  auto const untold = import_crosswalk(file.path());
  REQUIRE_FALSE(untold);
  CHECK(untold.error().message().find("2026Q3=") != std::string::npos);
  ScratchFile const headless("July 2026\nJ1885,Ketorolac,00409-3795-01\n");
  auto const failed = import_crosswalk(headless.path());
  REQUIRE_FALSE(failed);
  CHECK(failed.error().what.find("header row") != std::string::npos);
}

}  // namespace
}  // namespace noc837::tables
