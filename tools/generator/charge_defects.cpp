// SPDX-License-Identifier: Apache-2.0
// Defects of units and charges.
#include <fmt/format.h>

#include <string>

#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;

void set_units(Target const &t, std::string_view units) {
  t.line().units = units;
}
void set_unit_code(Target const &t, std::string_view code) {
  t.line().unit_code = code;
}

/// What another payer paid follows from the charge, and would make no sense beside these.
bool primary(Target const &t) {
  return !t.claim().secondary;
}

/// A charge of four digits, as the office prints it: the amount itself stays right.
void format_charge(Target const &t) {
  auto const dollars = t.random.between(1, 9);
  auto const rest = t.random.between(100, 999);
  t.line().set_charge(Money::cents(std::int64_t{dollars} * 100'000 + std::int64_t{rest} * 100));
  t.line().charge = fmt::format("${},{}.00", dollars, rest);
}

/// What payers that want one unit say besides.
constexpr Expected not_one{.rule = "UNT01", .wish = Wish::one_unit};

constexpr Defect rows[] = {
    {.name = "units-empty",
     .expected = {{{"UNT02", flagged}}},
     .apply = [](Target const &t) { set_units(t, ""); }},
    {.name = "units-zero",
     .expected = {{{"UNT02", flagged}}},
     .apply = [](Target const &t) { set_units(t, "0"); }},
    {.name = "units-negative",
     .expected = {{{"UNT02", flagged}}},
     .apply = [](Target const &t) { set_units(t, "-1"); }},
    {.name = "units-not-a-number",
     .expected = {{{"UNT02", flagged}}},
     .apply = [](Target const &t) { set_units(t, t.random.chance(0.5) ? "1EA" : "ONE"); }},
    {.name = "unit-code-of-time",
     .expected = {{{"UNT03", flagged}}},
     .apply = [](Target const &t) { set_unit_code(t, t.claim().professional() ? "MJ" : "DA"); }},
    {.name = "unit-code-of-volume",
     .expected = {{{"UNT03", flagged}}},
     .apply = [](Target const &t) { set_unit_code(t, t.random.chance(0.5) ? "ML" : "F2"); }},
    {.name = "units-nine-digits",
     .expected = {{{"UNT04", reported}, not_one}},
     .apply = [](Target const &t) { set_units(t, "100000001"); }},
    {.name = "units-four-decimals",
     .expected = {{{"UNT04", reported}, {"UNT05", reported}, not_one}},
     .apply = [](Target const &t) { set_units(t, "1.0005"); }},
    {.name = "units-fractional",
     .expected = {{{"UNT05", reported}, not_one}},
     .apply = [](Target const &t) { set_units(t, "1.5"); }},
    {.name = "charge-negative",
     .expected = {{{"CHG01", flagged}}},
     .apply = [](Target const &t) { t.line().set_charge(Money::cents(-1250)); },
     .suits = primary},
    {.name = "charge-not-a-number",
     .expected = {{{"CHG01", flagged}}},
     // CLM02 counts what was meant: a reader that cannot read the charge cannot sum either.
     .apply = [](Target const &t) { t.line().charge = "12O.00"; },
     .suits = primary},
    {.name = "charge-formatted",
     .expected = {{{"CHG01", flagged}, {"CHG02", reported}}},
     .apply = format_charge,
     .suits = primary,
     .bytes = "$,"},
    {.name = "charge-three-decimals",
     .expected = {{{"CHG03", reported}}},
     .apply = [](Target const &t) { t.line().set_charge(t.line().counted + Money{5}); },
     .suits = primary},
    {.name = "charge-zero",
     .expected = {{{"CHG04", reported}}},
     .apply = [](Target const &t) { t.line().set_charge({}); },
     .suits = primary},
    {.name = "charge-one-cent",
     .expected = {{{"CHG04", reported}}},
     .apply = [](Target const &t) { t.line().set_charge(Money::cents(1)); },
     .suits = primary},
    {.name = "total-out-of-balance",
     .expected = {{{"CHG05", flagged, At::claim}}},
     .apply =
         [](Target const &t) { t.claim().misstated = Money::cents(t.random.between(1, 5000)); }},
    {.name = "noncovered-above-charge",
     .scope = Scope::institutional,
     .expected = {{{"CHG06", reported}}},
     .apply =
         [](Target const &t) {
           t.line().noncovered = money_text(t.line().counted + Money::cents(1000));
         }},

    {.name = "units-not-one",
     .scope = Scope::professional,
     .expected = {{not_one}},
     .apply = [](Target const &t) { set_units(t, std::to_string(t.random.between(2, 40))); },
     .suits = [](Target const &t) { return t.claim().medicare(); },
     .family = Family::later,
     .profile = "medicare"},
};

}  // namespace

std::span<Defect const> charge_defects() {
  return rows;
}

}  // namespace noc837::generator
