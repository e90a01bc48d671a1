// SPDX-License-Identifier: Apache-2.0
// Defects of segments: missing, doubled, out of place, with stray separators or odd bytes.
#include <string>

#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;

/// Fills `text` with harmless words until it is longer than the 80 that an element may have.
std::string stretched(std::string text) {
  while (text.size() <= 80) text.append(" SLOW PUSH OVER TEN MINUTES");
  return text;
}

void move_loop(Target const &t, LoopPosition position) {
  t.line().loop_position = position;
}

void add_second_loop(Target const &t) {
  DrugLoop second = t.loop();
  // Another package of the same product.
  second.ndc.replace(9, 2, second.ndc.ends_with("77") ? "78" : "77");
  second.prescription.clear();
  t.line().loops.push_back(second);
}

void leave_reference_only(Target const &t) {
  t.loop().has_ndc = false;
  t.loop().has_quantity = false;
  t.loop().prescription = std::to_string(t.random.between(2'000'000, 8'999'999));
}

void put_loop_before_note(Target const &t) {
  t.line().notes.push_back({"ADD", "ADMINISTERED BY RN"});
  move_loop(t, LoopPosition::before_note);
}

void put_loop_after_provider(Target const &t) {
  if (t.line().provider == nullptr) t.line().provider = t.claim().rendering;
  move_loop(t, LoopPosition::after_provider);
}

void drop_service(Target const &t) {
  t.line().segment = ServiceSegment::none;
  t.line().counted = {};
}

void write_other_service(Target const &t) {
  t.line().segment = ServiceSegment::other_guide;
  t.line().pointers = "1";
}

void number_out_of_turn(Target const &t) {
  t.line().number = std::to_string(t.claim().lines.size() + t.random.between(2, 30));
}

constexpr Defect rows[] = {
    {.name = "service-missing", .expected = {{{"STR01", flagged}}}, .apply = drop_service},
    {.name = "service-of-other-guide",
     .expected = {{{"STR01", flagged}}},
     .apply = write_other_service},
    {.name = "second-drug-loop", .expected = {{{"STR02", flagged}}}, .apply = add_second_loop},
    {.name = "quantity-without-ndc",
     .expected = {{{"STR03", flagged}, no_ndc, no_ndc_on_crossover}},
     .apply = [](Target const &t) { t.loop().has_ndc = false; }},
    {.name = "prescription-without-ndc",
     .expected = {{{"STR03", flagged}, no_ndc, no_ndc_on_crossover}},
     .apply = leave_reference_only},
    {.name = "ndc-without-quantity",
     .expected = {{{"STR04", flagged}}},
     .apply = [](Target const &t) { t.loop().has_quantity = false; }},
    {.name = "drug-loop-before-service",
     .expected = {{{"STR05", corrected}}},
     .apply = [](Target const &t) { move_loop(t, LoopPosition::before_service); }},
    {.name = "drug-loop-before-note",
     .scope = Scope::professional,
     .expected = {{{"STR05", corrected}}},
     .apply = put_loop_before_note},
    {.name = "drug-loop-after-provider",
     .expected = {{{"STR05", corrected}}},
     .apply = put_loop_after_provider},
    {.name = "line-note-not-allowed",
     .scope = Scope::institutional,
     .expected = {{{"STR06", flagged}}},
     .apply =
         [](Target const &t) {
           t.line().notes.push_back({"ADD", t.line().description});
         }},
    {.name = "line-note-for-description",
     .scope = Scope::institutional,
     .expected = {{{"STR06", flagged}, {"DSC01", flagged}}},
     .apply =
         [](Target const &t) {
           t.line().notes.push_back({"ADD", t.line().description});
           t.line().description.clear();
         }},
    {.name = "two-line-notes",
     .scope = Scope::professional,
     .expected = {{{"STR07", flagged}}},
     .apply =
         [](Target const &t) {
           t.line().notes.push_back({"ADD", "GIVEN IN OFFICE"});
           t.line().notes.push_back({"ADD", "RECORD ON FILE"});
         }},
    {.name = "price-of-old-guide",
     .expected = {{{"STR08", corrected}}},
     .apply = [](Target const &t) { t.loop().price = "0"; }},
    {.name = "price-not-zero",
     .expected = {{{"STR08", reported}}},
     .apply = [](Target const &t) { t.loop().price = t.line().charge; }},
    {.name = "lin01-filled",
     .expected = {{{"STR08", reported}}},
     .apply = [](Target const &t) { t.loop().unused = "1"; }},
    {.name = "trailing-separators-service",
     .expected = {{{"STR09", corrected}}},
     .apply = [](Target const &t) { t.line().stray_elements = 3; }},
    {.name = "trailing-separators-quantity",
     .expected = {{{"STR09", corrected}}},
     .apply = [](Target const &t) { t.loop().stray_elements = 1; }},
    {.name = "trailing-components-unit",
     .expected = {{{"STR09", corrected}}},
     .apply = [](Target const &t) { t.loop().stray_components = 2; }},
    {.name = "description-too-long",
     .expected = {{{"STR10", flagged}}},
     .apply = [](Target const &t) { t.line().description = stretched(t.line().description); }},
    {.name = "note-too-long",
     .scope = Scope::professional,
     .expected = {{{"STR10", flagged}}},
     .apply =
         [](Target const &t) {
           t.line().notes.push_back({"ADD", stretched("ADMINISTERED BY RN")});
         }},
    {.name = "separator-in-text",
     .expected = {{{"STR11", flagged}}},
     .apply = [](Target const &t) { t.line().overflow = "DILUTED IN SALINE"; }},
    {.name = "line-number-out-of-turn",
     .expected = {{{"STR12", reported}}},
     .apply = number_out_of_turn},
    {.name = "byte-trademark",
     .expected = {{{"ENV09", corrected}}},
     .apply =
         [](Target const &t) {
           t.line().description.insert(t.line().drug->name.size(), "\xC2\xAE");
         },
     .bytes = "\xC2\xAE"},
    {.name = "byte-micro-latin1",
     .expected = {{{"ENV09", corrected}}},
     .apply = [](Target const &t) { t.line().description.append(" RATE 50\xB5g/MIN"); },
     .bytes = "\xB5"},
    {.name = "byte-micro-utf8",
     .expected = {{{"ENV09", corrected}}},
     .apply = [](Target const &t) { t.line().description.append(" RATE 50\xC2\xB5g/MIN"); },
     .bytes = "\xC2\xB5"},
    {.name = "byte-dash",
     .expected = {{{"ENV09", corrected}}},
     .apply = [](Target const &t) { t.line().description.append(" \xE2\x80\x93 SLOW"); },
     .bytes = "\xE2\x80\x93"},
    {.name = "byte-foreign-letter",
     .expected = {{{"ENV09", reported}}},
     .apply = [](Target const &t) { t.line().description.append(" SOLUCI\xC3\x93N"); },
     .bytes = "\xC3\x93"},
};

}  // namespace

std::span<Defect const> structure_defects() {
  return rows;
}

}  // namespace noc837::generator
