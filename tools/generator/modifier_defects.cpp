// SPDX-License-Identifier: Apache-2.0
// Defects of modifiers.
#include <algorithm>

#include "tools/generator/calendar.hpp"
#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;
constexpr auto later = Family::later;

bool medicare(Target const &t) {
  return t.claim().medicare();
}
bool attested(Target const &t) {
  return t.claim().medicare() && !t.claim().packaged();
}
bool not_packaged(Target const &t) {
  return !t.claim().packaged();
}
bool in_2025(Target const &t) {
  return t.claim().day >= first_day_of_2025;
}

/// Puts a modifier behind those that are there.
void add(Target const &t, std::string_view modifier) {
  auto &all = t.line().modifiers;
  auto const free = std::find_if(all.begin(), all.end(), [](auto const &m) { return m.empty(); });
  if (free != all.end()) *free = modifier;
}

/// Nothing but these.
void set(Target const &t, std::string_view first, std::string_view second = "") {
  t.line().modifiers = {std::string{first}, std::string{second}, "", ""};
}

constexpr Defect rows[] = {
    {.name = "jw-with-jz",
     .expected = {{{"MOD01", flagged}, {"MOD06", flagged}}},
     .apply = [](Target const &t) { set(t, "JW", "JZ"); },
     .suits = not_packaged,
     .family = later},
    {.name = "modifier-twice",
     .expected = {{{"MOD02", corrected}}},
     .apply =
         [](Target const &t) {
           add(t, "TB");
           add(t, "TB");
         },
     .family = later},
    {.name = "modifier-lower-case",
     .expected = {{{"MOD03", corrected}}},
     .apply = [](Target const &t) { add(t, "tb"); },
     .family = later},
    {.name = "modifier-gap",
     .expected = {{{"MOD03", corrected}}},
     .apply = [](Target const &t) { set(t, "", t.line().modifiers[0].empty() ? "TB" : "JZ"); },
     .family = later},
    {.name = "modifier-one-character",
     .expected = {{{"MOD03", flagged}}},
     .apply = [](Target const &t) { add(t, "T"); },
     .family = later},
    {.name = "modifier-25",
     .expected = {{{"MOD04", reported}}},
     .apply = [](Target const &t) { add(t, "25"); },
     .family = later},
    {.name = "waste-not-attested",
     .expected = {{{"MOD05", reported}}},
     .apply = [](Target const &t) { set(t, ""); },
     .suits = attested,
     .family = later,
     .profile = "medicare"},
    {.name = "jw-alone",
     .expected = {{{"MOD06", flagged}}},
     .apply = [](Target const &t) { set(t, "JW"); },
     .suits = not_packaged,
     .family = later},
    {.name = "jz-beside-jw",
     .expected = {{{"MOD07", reported}}},
     .apply =
         [](Target const &t) {
           set(t, "JZ");
           t.add_line().modifiers[0] = "JW";
         },
     .suits = not_packaged,
     .family = later},
    {.name = "jz-on-packaged",
     .expected = {{{"MOD08", reported}}},
     .apply = [](Target const &t) { add(t, "JZ"); },
     .suits = [](Target const &t) { return t.claim().packaged(); },
     .family = later,
     .profile = "medicare"},
    {.name = "jg-with-tb",
     .expected = {{{"MOD10", flagged}}},
     .apply =
         [](Target const &t) {
           add(t, "JG");
           add(t, "TB");
         },
     .suits = [](Target const &t) { return medicare(t) && !in_2025(t); },
     .family = later,
     .profile = "medicare"},
    {.name = "jg-after-2024",
     .expected = {{{"MOD10", reported}}},
     .apply = [](Target const &t) { add(t, "JG"); },
     .suits = [](Target const &t) { return medicare(t) && in_2025(t); },
     .family = later,
     .profile = "medicare"},
    {.name = "medicaid-modifier-elsewhere",
     .expected = {{{"MOD11", reported}}},
     .apply = [](Target const &t) { add(t, t.random.chance(0.5) ? "UD" : "U5"); },
     .suits = [](Target const &t) { return t.claim().payer.kind != PayerKind::medicaid; },
     .family = later},
    {.name = "ga-with-gz",
     .expected = {{{"MOD12", reported}}},
     .apply =
         [](Target const &t) {
           add(t, "GA");
           add(t, "GZ");
         },
     .family = later},
    {.name = "gx-without-gy",
     .expected = {{{"MOD12", reported}}},
     .apply = [](Target const &t) { add(t, "GX"); },
     .family = later},
    {.name = "route-modifier-conflict",
     .expected = {{{"MOD13", reported}, no_strength}},
     .apply =
         [](Target const &t) {
           bool const intravenous = t.random.chance(0.5);
           auto &line = t.line();
           line.description = line.drug->name;
           line.description.append(" ").append(line.dose.text).append(intravenous ? " SC" : " IV");
           add(t, intravenous ? "JA" : "JB");
         },
     .family = later},
    {.name = "hospital-modifier-on-professional",
     .scope = Scope::professional,
     .expected = {{{"MOD14", reported}}},
     .apply = [](Target const &t) { add(t, t.random.chance(0.5) ? "PO" : "PN"); },
     .family = later},
    {.name = "po-with-pn",
     .scope = Scope::institutional,
     .expected = {{{"MOD14", reported}}},
     .apply =
         [](Target const &t) {
           add(t, "PO");
           add(t, "PN");
         },
     .family = later},
    {.name = "pump-drug-without-kd",
     .scope = Scope::professional,
     .expected = {{{"MOD15", reported}}},
     .apply =
         [](Target const &t) {
           t.line().code = "J7799";
           t.line().place = "12";
         },
     .suits = [](Target const &t) { return !medicare(t); },
     .family = later},
};

}  // namespace

std::span<Defect const> modifier_defects() {
  return rows;
}

}  // namespace noc837::generator
