// SPDX-License-Identifier: Apache-2.0
// Defects of CTP: the quantity and its unit.
#include <fmt/format.h>

#include <string>

#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;

bool liquid(Target const &t) {
  return t.line().drug->liquid;
}
bool powder(Target const &t) {
  return !t.line().drug->liquid;
}

void set_quantity(Target const &t, std::string text) {
  t.loop().quantity = std::move(text);
}
void set_unit(Target const &t, std::string_view unit) {
  t.loop().unit = unit;
}

/// A whole number that is no dose of the catalogue.
std::string whole(Target const &t) {
  return t.random.chance(0.5) ? "3" : "6";
}

constexpr Defect rows[] = {
    {.name = "quantity-empty",
     .expected = {{{"QTY01", flagged}}},
     .apply = [](Target const &t) { set_quantity(t, ""); }},
    {.name = "quantity-zero",
     .expected = {{{"QTY01", flagged}}},
     .apply = [](Target const &t) { set_quantity(t, t.random.chance(0.5) ? "0" : "0.00"); }},
    {.name = "quantity-negative",
     .expected = {{{"QTY01", flagged}}},
     .apply = [](Target const &t) { set_quantity(t, fmt::format("-{}", t.loop().quantity)); }},
    {.name = "quantity-not-a-number",
     .expected = {{{"QTY01", flagged}}},
     .apply = [](Target const &t) { set_quantity(t, t.random.chance(0.5) ? "ONE" : "X"); }},
    {.name = "quantity-thousands-comma",
     .expected = {{{"QTY02", corrected}}},
     .apply = [](Target const &t) { set_quantity(t, "1,250"); },
     .bytes = ","},
    {.name = "quantity-plus-sign",
     .expected = {{{"QTY02", corrected}}},
     .apply = [](Target const &t) { set_quantity(t, fmt::format("+{}", whole(t))); },
     .bytes = "+"},
    {.name = "quantity-trailing-point",
     .expected = {{{"QTY02", corrected}}},
     .apply = [](Target const &t) { set_quantity(t, fmt::format("{}.", whole(t))); }},
    {.name = "quantity-decimal-comma",
     .expected = {{{"QTY02", flagged}}},
     .apply = [](Target const &t) { set_quantity(t, "2,5"); },
     .suits = liquid,
     .bytes = ","},
    {.name = "quantity-with-unit",
     .expected = {{{"QTY03", corrected}}},
     .apply = [](Target const &t) { t.loop().quantity.append(t.loop().unit); }},
    {.name = "quantity-with-only-unit",
     .expected = {{{"QTY03", flagged}}},
     .apply =
         [](Target const &t) {
           t.loop().quantity.append(t.loop().unit);
           t.loop().unit.clear();
         }},
    {.name = "quantity-four-decimals",
     .expected = {{{"QTY04", reported}}},
     .apply = [](Target const &t) { set_quantity(t, "1.2345"); },
     .suits = liquid},
    {.name = "quantity-implied-decimals",
     .expected = {{{"QTY05", reported}}},
     .apply = [](Target const &t) { set_quantity(t, fmt::format("000000{}000", whole(t))); }},
    {.name = "unit-missing",
     .expected = {{{"QTY06", flagged}}},
     .apply = [](Target const &t) { set_unit(t, ""); }},
    {.name = "unit-lower-case",
     .expected = {{{"QTY07", corrected}}},
     .apply = [](Target const &t) { set_unit(t, t.line().drug->liquid ? "ml" : "un"); }},
    {.name = "unit-cc",
     .expected = {{{"QTY07", corrected}}},
     .apply = [](Target const &t) { set_unit(t, t.random.chance(0.5) ? "CC" : "cc"); },
     .suits = liquid},
    {.name = "unit-gm",
     .expected = {{{"QTY07", corrected}}},
     .apply = [](Target const &t) { set_unit(t, t.random.chance(0.5) ? "GM" : "G"); }},
    {.name = "unit-iu",
     .expected = {{{"QTY07", corrected}, {.rule = "QTY08", .wish = Wish::plain_units}}},
     .apply = [](Target const &t) { set_unit(t, "IU"); }},
    {.name = "unit-each",
     .expected = {{{"QTY07", flagged}}},
     .apply = [](Target const &t) { set_unit(t, t.random.chance(0.5) ? "EA" : "U"); }},
    {.name = "unit-container",
     .expected = {{{"QTY07", flagged}}},
     .apply = [](Target const &t) { set_unit(t, t.random.chance(0.5) ? "VL" : "SYR"); }},
    {.name = "unit-microgram",
     .expected = {{{"QTY07", flagged}}},
     .apply = [](Target const &t) { set_unit(t, t.random.chance(0.5) ? "MC" : "UG"); }},
    {.name = "quantity-is-dose",
     .expected = {{{"QTY10", reported}}},
     .apply =
         [](Target const &t) {
           auto const dose = t.line().dose.text;
           set_quantity(t, std::string{dose.substr(0, dose.size() - 2)});
         },
     // One millilitre or vial with one milligram is common.
     .suits = [](Target const &t) { return t.line().dose.text != "1MG"; }},
    {.name = "quantity-fractional-vial",
     .expected = {{{"QTY11", reported}}},
     .apply = [](Target const &t) { set_quantity(t, t.random.chance(0.5) ? "0.5" : "1.25"); },
     .suits = powder},

    // The generic profile takes every unit of the guide.
    {.name = "unit-me-where-refused",
     .expected = {{{"QTY08", reported}}},
     .apply =
         [](Target const &t) {
           auto const dose = t.line().dose.text;
           set_quantity(t, std::string{dose.substr(0, dose.size() - 2)});
           set_unit(t, "ME");
         },
     .suits =
         [](Target const &t) { return wishes(t.subscriber.payer, t.claim(), Wish::plain_units); },
     .family = Family::later,
     .profile = "bcbs MI"},
};

}  // namespace

std::span<Defect const> quantity_defects() {
  return rows;
}

}  // namespace noc837::generator
