// SPDX-License-Identifier: Apache-2.0
// Defects of the claim around the line: diagnoses, payers, providers, earlier claims.
#include <algorithm>
#include <string>

#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;
constexpr auto later = Family::later;

std::string &indication(Target const &t) {
  auto &all = t.claim().diagnoses;
  return *std::find(all.begin(), all.end(), t.line().drug->indication);
}

bool has_room(Target const &t) {
  return t.claim().diagnoses.size() < 12;
}

bool only_drug_line(Target const &t) {
  return t.drug_lines() == 1;
}

/// What is changed on the subscriber must not touch another claim.
bool only_claim(Target const &t) {
  return t.subscriber.patients.size() == 1 && t.patient.claims.size() == 1;
}

/// One diagnosis for everything, to which all lines point.
void set_only_diagnosis(Target const &t, std::string_view code) {
  t.claim().diagnoses.assign(1, std::string{code});
  if (!t.claim().professional()) return;
  for (auto &line : t.claim().lines) line.pointers = "1";
}

void put_adverse_effect_first(Target const &t) {
  auto &all = t.claim().diagnoses;
  all.insert(all.begin(), "T50905A");
  for (auto &line : t.claim().lines) {
    for (char &pointer : line.pointers) ++pointer;
  }
}

void add_monitoring(Target const &t) {
  auto &all = t.claim().diagnoses;
  // Z79899 stands last, so no pointer moves.
  std::erase(all, "Z79899");
  all.emplace_back("Z5181");
}

constexpr Defect rows[] = {
    {.name = "diagnosis-dotted",
     .expected = {{{"DX01", corrected, At::claim}}},
     .apply = [](Target const &t) { indication(t).insert(3, 1, '.'); },
     .suits = [](Target const &t) { return t.line().drug->indication.size() > 3; },
     .family = later},
    {.name = "diagnosis-lower-case",
     .expected = {{{"DX01", corrected, At::claim}}},
     .apply =
         [](Target const &t) {
           char &letter = indication(t).front();
           letter = static_cast<char>(letter - 'A' + 'a');
         },
     .family = later},
    {.name = "pointer-missing",
     .scope = Scope::professional,
     .expected = {{{"DX02", flagged}}},
     .apply = [](Target const &t) { t.line().pointers.clear(); },
     .family = later},
    {.name = "pointer-beyond-diagnoses",
     .scope = Scope::professional,
     .expected = {{{"DX02", flagged}}},
     .apply =
         [](Target const &t) {
           t.line().pointers.assign(
               1, static_cast<char>('1' + static_cast<int>(t.claim().diagnoses.size())));
         },
     .suits = has_room,
     .family = later},
    {.name = "diagnosis-supplementary-only",
     .expected = {{{"DX03", reported}}},
     .apply = [](Target const &t) { set_only_diagnosis(t, "Z79899"); },
     .suits = only_drug_line,
     .family = later},
    {.name = "adverse-effect-first",
     .expected = {{{"DX04", reported, At::claim}}},
     .apply = put_adverse_effect_first,
     .suits = has_room,
     .family = later},
    {.name = "diagnosis-without-seventh-character",
     .expected = {{{"DX05", flagged, At::claim}}},
     .apply = [](Target const &t) { t.claim().diagnoses.emplace_back("T50905"); },
     .suits = has_room,
     .family = later},
    {.name = "diagnosis-icd9",
     .expected = {{{"DX06", reported, At::claim}}},
     .apply =
         [](Target const &t) {
           t.claim().principal_qualifier = "BK";
           set_only_diagnosis(t, "53081");
         },
     .family = later},
    {.name = "monitoring-alone",
     .expected = {{{"DX07", reported, At::claim}}},
     .apply = add_monitoring,
     .suits = has_room,
     .family = later},
    {.name = "payer-changed-code",
     .expected = {{{"COB01", reported}}},
     .apply = [](Target const &t) { t.line().adjudicated_code = "J3590"; },
     .suits = [](Target const &t) { return t.claim().secondary; },
     .family = later},
    {.name = "replacement-without-original",
     .expected = {{{"COB02", flagged, At::claim}}},
     .apply =
         [](Target const &t) {
           t.claim().frequency = "7";
           t.claim().original.clear();
         },
     .family = later},
    {.name = "crossover-without-ndc",
     .expected = {{no_ndc, no_ndc_on_crossover}},
     .apply = [](Target const &t) { t.line().loops.clear(); },
     .suits =
         [](Target const &t) { return wishes(t.subscriber.payer, t.claim(), Wish::ndc_crossover); },
     .family = later,
     .profile = "medicaid"},
    {.name = "payer-mismatch",
     .expected = {{{"PAY01", reported, At::claim}}},
     .apply =
         [](Target const &t) {
           bool const aetna = t.claim().payer.kind == PayerKind::aetna;
           auto &payer = t.subscriber.payer;
           payer.id = aetna ? "62308" : "60054";
           payer.kind = aetna ? PayerKind::cigna : PayerKind::aetna;  // the id decides
         },
     // Under MC, the id of a carrier is that of its Medicaid plan.
     .suits =
         [](Target const &t) {
           return only_claim(t) && t.claim().payer.kind != PayerKind::medicaid;
         },
     .family = later},
    {.name = "payer-unknown",
     .expected = {{{"PAY02", reported, At::claim}}},
     .apply =
         [](Target const &t) {
           auto &payer = t.subscriber.payer;
           payer.name = "MEADOW MUTUAL HEALTH";
           payer.id = "MMH01";
           payer.filing = "CI";
           payer.kind = PayerKind::unknown;
         },
     .suits = only_claim,
     .family = later},
    {.name = "npi-check-digit",
     .expected = {{{"NPI01", flagged, At::claim}}},
     .apply =
         [](Target const &t) {
           char &digit = t.claim().rendering_npi.back();
           digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
         },
     .family = later},
    {.name = "claim-twice",
     .expected = {{{"DUP01", reported, At::claim}}},
     .apply =
         [](Target const &t) {
           Claim copy = t.claim();
           t.patient.claims.push_back(std::move(copy));
         },
     .family = later},
};

}  // namespace

std::span<Defect const> claim_defects() {
  return rows;
}

}  // namespace noc837::generator
