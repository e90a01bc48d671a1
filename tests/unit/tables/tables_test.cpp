// SPDX-License-Identifier: Apache-2.0
#include "tables/tables.hpp"

#include "support/counting_new.hpp"
#include "unit/tables/made_up.hpp"

namespace noc837::tables {
namespace {

using namespace std::chrono_literals;
using test::ScratchFile;

/// Two thousand packages of as many products, and a crosswalk of two quarters.
Inputs many() {
  Inputs inputs;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    std::string const id = "P" + std::to_string(i);
    ProductRow product;
    product.id = id;
    product.proprietary = "Drug " + std::to_string(i);
    product.nonproprietary = "substance " + std::to_string(i % 7);
    product.form = i % 2 == 0 ? "INJECTION, SOLUTION" : "INJECTION, POWDER, FOR SOLUTION";
    product.category = i % 3 == 0 ? "BLA" : "ANDA";
    product.first_day = day_of(2020y / 1 / 1);
    inputs.products.push_back(product);
    PackageRow package;
    package.ndc = 10'000'000'000 + (i * 7919) % 2000 * 100;
    package.product_id = id;
    package.text = "1 VIAL, " + std::string(i % 5 == 0 ? "MULTI-DOSE" : "SINGLE-DOSE") +
                   " in 1 CARTON " + std::to_string(i);
    inputs.packages.push_back(package);
  }
  for (unsigned quarter = 1; quarter <= 2; ++quarter) {
    CrosswalkRow row;
    row.ndc = 10'000'000'000;
    row.code = "J0001";
    row.dosage = "15 MG";
    row.numbers = {StoredDecimal{25, 1}, StoredDecimal{10, 0}, StoredDecimal{5, 0},
                   StoredDecimal{50, 0}};
    row.quarter = *read_quarter(quarter == 1 ? "2026Q1" : "2026Q2");
    inputs.crosswalk.push_back(row);
    row.ndc = 10'000'000'100;
    row.dosage = quarter == 1 ? "15 MG" : "30 MG";
    inputs.crosswalk.push_back(row);
  }
  inputs.sources = {{"/somewhere/package.txt", "NDC packages", 2000, {}}};
  return inputs;
}

Result<Tables> opened(std::string const &bytes) {
  ScratchFile const file(bytes);
  return Tables::open(file.path());
}

std::string failure(std::string const &bytes) {
  auto const tables = opened(bytes);
  REQUIRE_FALSE(tables);
  CHECK(tables.error().fault == Fault::usage);
  CHECK_FALSE(tables.error().file.empty());
  return tables.error().what;
}

bool holds(std::string const &text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("What was built is found again") {
  auto const tables = opened(compile(many()));
  REQUIRE(tables);
  REQUIRE(tables->all_packages().size() == 2000);
  for (std::uint64_t i = 0; i < 2000; ++i) {
    auto const found = tables->packages(10'000'000'000 + i * 100);
    REQUIRE(found.size() == 1);
    auto const number = tables->product_text(found[0]).proprietary.substr(5);
    CHECK(tables->package_text(found[0]).ends_with("CARTON " + number));
    auto const made = std::stoul(number);
    auto const &product = tables->product(found[0]);
    CHECK(tables->names(product) ==
          "DRUG " + number + " |SUBSTANCE " + std::to_string(made % 7) + "|");
    CHECK(product.form == (made % 2 == 0 ? Form::liquid : Form::powder));
    CHECK(product.licence == (made % 3 == 0 ? Licence::biologic : Licence::drug));
    CHECK(found[0].is(Package::multi_dose) == (made % 5 == 0));
    CHECK(found[0].is(Package::single_dose) == (made % 5 != 0));
    CHECK(date_of(found[0].first_day) == 2020y / 1 / 1);
    CHECK(found[0].last_day == no_last_day);
  }
  CHECK(tables->packages("10000000001").empty());
  CHECK(tables->packages("99999999999").empty());
  CHECK(tables->packages("").empty());
  CHECK(tables->packages("1000000000X").empty());
  CHECK(tables->sources() == std::vector<std::string>{"NDC packages: 2000 rows of package.txt"});
}

TEST_CASE("Quarters that say the same are one assignment, others are not") {
  auto const tables = opened(compile(many()));
  REQUIRE(tables);
  auto const same = tables->assignments("10000000000");
  REQUIRE(same.size() == 1);
  CHECK(same[0].hcpcs() == "J0001");
  CHECK(date_of(same[0].first_day) == 2026y / 1 / 1);
  CHECK(date_of(same[0].last_day) == 2026y / 6 / 30);
  CHECK(value_of(same[0].item_size) == Decimal(25, 1));
  auto const changed = tables->assignments("10000000100");
  REQUIRE(changed.size() == 2);
  CHECK(tables->assignment_text(changed[0]).dosage == "15 MG");
  CHECK(tables->assignment_text(changed[1]).dosage == "30 MG");
  CHECK(tables->covers(day_of(2026y / 1 / 1)));
  CHECK(tables->covers(day_of(2026y / 6 / 30)));
  CHECK_FALSE(tables->covers(day_of(2026y / 7 / 1)));
  CHECK_FALSE(tables->covers(day_of(2025y / 12 / 31)));
}

TEST_CASE("A look-up allocates nothing") {
  auto const tables = opened(compile(many()));
  REQUIRE(tables);
  std::string_view const eleven = "10000123400";
  std::size_t const before = test::allocations();
  auto const packages = tables->packages(eleven);
  auto const names = tables->names(tables->product(packages.front()));
  auto const assignments = tables->assignments("10000000000");
  bool const covered = tables->covers(assignments.front().first_day);
  std::size_t const after = test::allocations();
  CHECK(packages.size() == 1);
  CHECK_FALSE(names.empty());
  CHECK(covered);
  CHECK(after == before);
  (void)tables->package_text(packages.front());
  CHECK(test::allocations() > after);  // the counter counts
}

TEST_CASE("The same inputs give the same bytes") {
  CHECK(compile(many()) == compile(many()));
}

TEST_CASE("Either half may be missing") {
  auto inputs = many();
  inputs.crosswalk.clear();
  auto const directory = opened(compile(inputs));
  REQUIRE(directory);
  CHECK(directory->has_directory());
  CHECK_FALSE(directory->has_crosswalk());
  inputs = many();
  inputs.products.clear();
  inputs.packages.clear();
  auto const crosswalk = opened(compile(inputs));
  REQUIRE(crosswalk);
  CHECK_FALSE(crosswalk->has_directory());
  CHECK(crosswalk->has_crosswalk());
}

TEST_CASE("A package without its product has no names") {
  auto inputs = many();
  inputs.products.erase(inputs.products.begin());
  auto const tables = opened(compile(inputs));
  REQUIRE(tables);
  auto const found = tables->packages("10000000000");
  REQUIRE(found.size() == 1);
  CHECK(tables->names(tables->product(found[0])).empty());
  CHECK(tables->product_text(found[0]).proprietary.empty());
}

TEST_CASE("A file that is not as it was written is refused") {
  std::string const good = compile(many());
  CHECK(holds(failure(""), "too short"));
  CHECK(holds(failure(good.substr(0, 100)), "too short"));
  CHECK(holds(failure(std::string(1000, 'x')), "no tables file"));
  CHECK(holds(failure(good.substr(0, good.size() - 1)), "bytes and was written with"));
  CHECK(holds(failure(good + "x"), "bytes and was written with"));

  auto const changed = [&](std::size_t at, std::string_view bytes) {
    std::string out = good;
    out.replace(at, bytes.size(), bytes);
    return out;
  };
  CHECK(holds(failure(changed(8, std::string_view("\x01\x02\x03\x04", 4))), "byte order"));
  CHECK(holds(failure(changed(12, std::string_view("\x02\0\0\0", 4))), "version 2"));
  CHECK(holds(failure(changed(12, std::string_view("\0\0\0\0", 4))), "another version"));
  // One bit anywhere behind the checksum.
  for (std::size_t at = unsummed_bytes; at < good.size(); at += 997) {
    std::string out = good;
    out[at] = static_cast<char>(out[at] ^ 1);
    CHECK(holds(failure(out), "damaged"));
  }
}

TEST_CASE("No file, a folder: an error that names it") {
  auto const none = Tables::open("/nowhere/tables.noc");
  REQUIRE_FALSE(none);
  CHECK(none.error().message() == "/nowhere/tables.noc: cannot be read: No such file or directory");
  auto const folder = Tables::open("/");
  REQUIRE_FALSE(folder);
  CHECK(folder.error().fault == Fault::usage);
}

}  // namespace
}  // namespace noc837::tables
