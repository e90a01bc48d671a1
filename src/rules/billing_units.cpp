// SPDX-License-Identifier: Apache-2.0
#include "rules/billing_units.hpp"

#include "claims/drug_text.hpp"
#include "edi/elements.hpp"
#include "grammar/decimal.hpp"

namespace noc837::rules {
namespace {

/// Decimals of SV104 and SV205.
constexpr int most_decimals = 3;

Decimal const one(1, 0);

/// A code's dosage as a factor and what it counts.
struct Dosage {
  Decimal amount;
  enum class Of { milligrams, units, other } of = Of::other;
};

std::optional<Dosage> read_dosage(std::string_view text) {
  auto const read = claims::read_drug_text(text);
  auto const amount = grammar::read_decimal(read.dose_value.view());
  if (!amount || !(*amount > Decimal{})) return std::nullopt;
  auto const is = [&](std::initializer_list<std::string_view> words) {
    for (auto const word : words) {
      if (edi::equal_folded(read.dose_unit.view(), word)) return true;
    }
    return false;
  };
  if (is({"MG"})) return Dosage{*amount, Dosage::Of::milligrams};
  if (is({"MCG", "UG"})) {
    return Dosage{amount->divided_by_power_of_ten(3), Dosage::Of::milligrams};
  }
  if (is({"G", "GM", "GRAM"})) {
    return Dosage{amount->divided_by_power_of_ten(-3), Dosage::Of::milligrams};
  }
  if (is({"IU", "UNIT", "UNITS", "U"})) return Dosage{*amount, Dosage::Of::units};
  return Dosage{*amount, Dosage::Of::other};
}

}  // namespace

std::optional<Decimal> billing_units(grammar::Ctp const &ctp, tables::Assignment const &assignment,
                                     std::string_view dosage, tables::Form form) {
  auto const quantity = grammar::read_decimal(edi::trim(ctp.quantity.view()));
  if (!quantity || !(*quantity > Decimal{})) return std::nullopt;
  auto const is = [&](std::string_view unit) { return edi::is(ctp.unit.view(), unit); };
  if (is("UN") || is("ML")) {
    auto const per_item = tables::value_of(assignment.units_per_item);
    if (!per_item) return std::nullopt;
    if (is("UN")) return exact_ratio(*quantity, *per_item, one, most_decimals);
    auto const size = tables::value_of(assignment.item_size);
    if (!size || form != tables::Form::liquid) return std::nullopt;
    return exact_ratio(*quantity, *per_item, *size, most_decimals);
  }
  auto const dose = read_dosage(dosage);
  if (!dose) return std::nullopt;
  if (is("F2") && dose->of == Dosage::Of::units) {
    return exact_ratio(*quantity, one, dose->amount, most_decimals);
  }
  if (dose->of != Dosage::Of::milligrams) return std::nullopt;
  if (is("ME")) return exact_ratio(*quantity, one, dose->amount, most_decimals);
  if (is("GR")) return exact_ratio(*quantity, Decimal(1000, 0), dose->amount, most_decimals);
  return std::nullopt;
}

}  // namespace noc837::rules
