// SPDX-License-Identifier: Apache-2.0
#include "rules/billing_units.hpp"

#include <string>

#include "support/catch.hpp"

namespace noc837::rules {
namespace {

/// A vial of 2 ML with 4 units of "15 MG".
tables::Assignment vial() {
  tables::Assignment out;
  out.item_size = {2, 0};
  out.units_per_item = {4, 0};
  return out;
}

std::string units(std::string_view quantity, std::string_view unit,
                  std::string_view dosage = "15 MG", tables::Form form = tables::Form::liquid,
                  tables::Assignment const &assignment = vial()) {
  grammar::Ctp ctp;
  ctp.quantity = {quantity.data(), quantity.size()};
  ctp.unit = {unit.data(), unit.size()};
  auto const value = billing_units(ctp, assignment, dosage, form);
  return value ? value->to_string() : "-";
}

TEST_CASE("Millilitres and vials convert by the package", "[COD04]") {
  CHECK(units("2", "ML") == "4");
  CHECK(units("0.25", "ML") == "0.5");
  CHECK(units("3", "UN") == "12");
  CHECK(units("2", "ml") == "4");
}

TEST_CASE("Milligrams, grams and international units convert by the dosage", "[COD04]") {
  CHECK(units("30", "ME") == "2");
  CHECK(units("0.03", "GR") == "2");
  CHECK(units("5", "ME", "0.5 MG") == "10");
  CHECK(units("1", "ME", "100 MCG") == "10");
  CHECK(units("1", "GR", "1 GM") == "1");
  CHECK(units("2000", "F2", "1000 IU") == "2");
  CHECK(units("2000", "F2", "100 UNITS") == "20");
}

TEST_CASE("What the tables do not tell is not guessed", "[COD04]") {
  CHECK(units("5", "ME") == "-");              // a third of a unit
  CHECK(units("2000", "F2", "15 MG") == "-");  // no units in the dosage
  CHECK(units("2", "ME", "1 ML") == "-");
  CHECK(units("2", "ML", "15 MG", tables::Form::powder) == "-");
  CHECK(units("2", "ML", "15 MG", tables::Form::other) == "-");
  CHECK(units("2", "ML", "15 MG", tables::Form::liquid, tables::Assignment()) == "-");
  CHECK(units("2", "UN", "15 MG", tables::Form::liquid, tables::Assignment()) == "-");
  CHECK(units("", "ML") == "-");
  CHECK(units("0", "ML") == "-");
  CHECK(units("2", "XX") == "-");
}

}  // namespace
}  // namespace noc837::rules
