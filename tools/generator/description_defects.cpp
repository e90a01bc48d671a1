// SPDX-License-Identifier: Apache-2.0
// Defects of the text that describes the drug: SV101-7, SV202-7 and the notes.
#include <array>
#include <string>

#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;

constexpr std::array<std::string_view, 5> empty_words{"UNCLASSIFIED DRUG", "INJECTION", "SEE NOTES",
                                                      "J3490", "MISC MEDICATION"};

bool several_lines(Target const &t) {
  return t.claim().lines.size() > 1;
}

bool several_drug_lines(Target const &t) {
  return t.drug_lines() > 1;
}

bool medicare_at(Target const &t, Contractor contractor) {
  return t.claim().medicare() && t.claim().location->contractor == contractor;
}
bool palmetto(Target const &t) {
  return medicare_at(t, Contractor::palmetto);
}
bool wps(Target const &t) {
  return medicare_at(t, Contractor::wps);
}
bool wants_route(Target const &t) {
  return wps(t) || medicare_at(t, Contractor::ngs);
}

std::string join(std::string_view a, std::string_view b, std::string_view c = "") {
  std::string text{a};
  text.append(" ").append(b);
  if (!c.empty()) text.append(" ").append(c);
  return text;
}

std::string name_and_dose(ServiceLine const &line) {
  return join(line.drug->name, line.dose.text);
}

void describe(Target const &t, std::string text) {
  t.line().description = std::move(text);
}

void put_into_claim_note(Target const &t) {
  t.claim().note = t.line().description;
  t.line().description.clear();
}

constexpr Defect rows[] = {
    {.name = "description-only-in-note",
     .scope = Scope::professional,
     .expected = {{{"DSC01", corrected}}},
     .apply =
         [](Target const &t) {
           t.line().notes.push_back({"ADD", t.line().description});
           t.line().description.clear();
         }},
    {.name = "description-missing",
     .expected = {{{"DSC01", flagged}}},
     .apply = [](Target const &t) { t.line().description.clear(); }},
    {.name = "description-only-in-claim-note",
     .expected = {{{"DSC01", flagged}}},
     .apply = put_into_claim_note,
     .suits = [](Target const &t) { return several_lines(t) && !several_drug_lines(t); }},
    {.name = "descriptions-in-claim-note",
     .expected = {{{"DSC01", flagged}, {"DSC08", reported, At::claim}}},
     .apply = put_into_claim_note,
     .suits = several_drug_lines},
    {.name = "drug-name-missing",
     .expected = {{{"DSC02", reported}}},
     .apply = [](Target const &t) { describe(t, join(t.line().dose.text, t.line().route)); }},
    // The quantity of an NDC tells how much was given: without one only the text does.
    {.name = "dose-missing",
     .expected = {{{"DSC03", reported}, no_ndc, no_ndc_on_crossover}},
     .apply =
         [](Target const &t) {
           t.line().loops.clear();
           describe(t, join(t.line().drug->name, t.line().route));
         }},
    {.name = "strength-without-dose",
     .expected = {{{"DSC03", reported}, no_ndc, no_ndc_on_crossover}},
     .apply =
         [](Target const &t) {
           t.line().loops.clear();
           describe(t, join(t.line().drug->name, t.line().drug->strength, t.line().route));
         },
     .suits = [](Target const &t) { return !palmetto(t); }},
    {.name = "description-says-nothing",
     .expected = {{{"DSC06", reported},
                   {.rule = "DSC02", .wish = Wish::name},
                   {.rule = "DSC03", .wish = Wish::dose},
                   {.rule = "DSC05", .wish = Wish::route}}},
     .apply = [](Target const &t) { describe(t, std::string{t.random.pick(empty_words)}); }},
    {.name = "drug-text-in-other-note",
     .scope = Scope::professional,
     .expected = {{{"DSC09", reported}}},
     .apply =
         [](Target const &t) {
           t.line().notes.push_back(
               {t.random.chance(0.5) ? "DCP" : "TPO", name_and_dose(t.line())});
         }},
    {.name = "description-double-blanks",
     .expected = {{{"DSC11", reported}}},
     .apply =
         [](Target const &t) { t.line().description.insert(t.line().drug->name.size(), "  "); }},

    // What single contractors want.
    {.name = "amount-per-millilitre-only",
     .expected = {{{"DSC04", flagged}}},
     .apply =
         [](Target const &t) { describe(t, join(t.line().drug->name, t.line().drug->strength)); },
     .suits = [](Target const &t) { return palmetto(t) && t.line().drug->liquid; },
     .family = Family::later,
     .profile = "palmetto"},
    {.name = "route-missing",
     .expected = {{{"DSC05", reported}}},
     .apply = [](Target const &t) { describe(t, name_and_dose(t.line())); },
     .suits = wants_route,
     .family = Family::later,
     .profile = "wps ngs"},
    {.name = "new-drug-without-remarks",
     .scope = Scope::institutional,
     .expected = {{{"DSC10", reported, At::claim}}},
     .apply = [](Target const &t) { t.line().code = "C9399"; },
     .suits = [](Target const &t) { return t.claim().facility == "13"; },
     .family = Family::later},
    {.name = "description-vague-note-exact",
     .scope = Scope::professional,
     .expected = {{{"DSC07", reported}, {"DSC06", reported}, {"DSC02"}, {"DSC03"}, {"DSC05"}}},
     .apply =
         [](Target const &t) {
           t.line().notes.push_back({"ADD", t.line().description});
           describe(t, "UNCLASSIFIED DRUG");
         },
     .suits = wps,
     .family = Family::later,
     .profile = "wps"},
};

}  // namespace

std::span<Defect const> description_defects() {
  return rows;
}

}  // namespace noc837::generator
