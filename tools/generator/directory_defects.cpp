// SPDX-License-Identifier: Apache-2.0
// Defects that only the reference tables show.
#include <algorithm>
#include <string>

#include "tools/generator/defects.hpp"
#include "tools/generator/directory.hpp"

namespace noc837::generator {
namespace {

using enum Status;
constexpr auto tables = Family::tables;

void bill(Target const &t, Sold sold) {
  t.loop().ndc = package_of(t.line().drug->ndc, sold);
}

void count_in_other_unit(Target const &t) {
  t.loop().unit = t.line().drug->liquid ? "UN" : "ML";
  t.loop().quantity = "3";
}

void waste_multi_dose(Target const &t) {
  bill(t, Sold::multi_dose);
  auto &modifiers = t.line().modifiers;
  if (modifiers[0].empty()) modifiers[0] = "JZ";
}

constexpr Defect rows[] = {
    {.name = "ndc-not-listed",
     .expected = {{{"NDC10", reported}}},
     .apply = [](Target const &t) { bill(t, Sold::unlisted); },
     .family = tables},
    {.name = "ndc-withdrawn",
     .expected = {{{"NDC11", reported}}},
     .apply = [](Target const &t) { bill(t, Sold::withdrawn); },
     .family = tables},
    {.name = "ndc-with-own-code",
     .expected = {{{"COD04", reported}}},
     .apply = [](Target const &t) { bill(t, Sold::under_own_code); },
     .family = tables},
    {.name = "ndc-of-biologic",
     .expected = {{{"COD08", reported}}},
     .apply = [](Target const &t) { bill(t, Sold::biologic); },
     .family = tables},
    {.name = "ndc-of-other-drug",
     .expected = {{{"NDC17", reported}}},
     .apply = [](Target const &t) { t.loop().ndc = other_product(t.line().drug->liquid); },
     .family = tables},
    {.name = "unit-against-form",
     .expected = {{{"QTY09", reported}}},
     .apply = count_in_other_unit,
     .family = tables},
    {.name = "waste-of-multi-dose",
     .expected = {{{"MOD09", reported}}},
     .apply = waste_multi_dose,
     .suits = [](Target const &t) { return !t.claim().packaged(); },
     .family = tables},
    // Its remarks are gone, as before every defect.
    {.name = "new-drug-code-for-old-drug",
     .scope = Scope::institutional,
     .expected = {{{"COD07", reported}, {"DSC10", reported, At::claim}}},
     .apply = [](Target const &t) { t.line().code = "C9399"; },
     .suits = [](Target const &t) { return t.claim().packaged(); },
     .family = tables,
     .profile = "medicare"},
};

}  // namespace

std::span<Defect const> directory_defects() {
  return rows;
}

}  // namespace noc837::generator
