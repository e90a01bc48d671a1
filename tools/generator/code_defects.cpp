// SPDX-License-Identifier: Apache-2.0
// Defects of the procedure code, and of lines that are compounds or duplicates.
#include <string>

#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;
constexpr auto later = Family::later;

bool medicare(Target const &t) {
  return t.claim().medicare();
}
bool not_medicare(Target const &t) {
  return !t.claim().medicare();
}

void set_code(Target const &t, std::string_view code) {
  t.line().code = code;
}

/// `COMPOUND FAMOTIDINE 20MG LIDOCAINE 150MG IV`: no quantity of the catalogue is 150.
std::string compound_text(ServiceLine const &line, std::string_view word, std::string_view second) {
  std::string text{word};
  text.append(" ").append(line.drug->name).append(" ").append(line.dose.text);
  return text.append(second).append(" ").append(line.route);
}

constexpr std::string_view second_ingredient = " LIDOCAINE 150MG";

void add_unlinked_ingredient(Target const &t) {
  t.line().description = compound_text(t.line(), "CMPD", second_ingredient);
  auto &added = t.add_line();
  auto &ndc = added.loops.front().ndc;
  ndc.replace(9, 2, ndc.ends_with("77") ? "78" : "77");
  for (auto *line : {&t.line(), &added}) line->loops.front().prescription.clear();
}

constexpr Defect rows[] = {
    {.name = "code-qualifier-lower-case",
     .expected = {{{"COD01", corrected}}},
     .apply = [](Target const &t) { t.line().qualifier = "hc"; },
     .family = later},
    {.name = "code-qualifier-blank",
     .expected = {{{"COD01", corrected}}},
     .apply = [](Target const &t) { t.line().qualifier = ""; },
     .family = later},
    {.name = "code-qualifier-other",
     .expected = {{{"COD01", flagged}}},
     // ER, HP, IV and WK would make it a code of another list, and no drug line.
     .apply = [](Target const &t) { t.line().qualifier = t.random.chance(0.5) ? "CJ" : "CPT"; },
     .family = later},
    {.name = "code-lower-case",
     .expected = {{{"COD02", corrected}}},
     .apply = [](Target const &t) { set_code(t, "j3490"); },
     .family = later},
    {.name = "code-trailing-blank",
     .expected = {{{"COD02", corrected}}},
     .apply = [](Target const &t) { set_code(t, "J3490 "); },
     .family = later},
    {.name = "code-retired",
     .expected = {{{"COD03", reported}}},
     .apply = [](Target const &t) { set_code(t, "Q9977"); },
     .family = later},
    {.name = "compound-as-unclassified",
     .expected = {{{"COD05", reported}}},
     .apply =
         [](Target const &t) {
           t.line().description = compound_text(t.line(), "COMPOUND", second_ingredient);
         },
     // With the outpatient visit neither code is paid for.
     .suits = [](Target const &t) { return medicare(t) && !t.claim().packaged(); },
     .family = later,
     .profile = "medicare"},
    {.name = "hospital-code-on-professional",
     .scope = Scope::professional,
     .expected = {{{"COD06", flagged}}},
     .apply = [](Target const &t) { set_code(t, "C9399"); },
     .family = later},
    {.name = "duplicate-line",
     .expected = {{{"COD09", reported, At::added}}},
     .apply = [](Target const &t) { t.add_line(); },
     .family = later},
    {.name = "ndc-as-code",
     .expected = {{{"COD10", reported}}},
     .apply =
         [](Target const &t) {
           set_code(t, t.line().drug->ndc);
           if (t.random.chance(0.5)) t.line().qualifier = "N4";
         },
     .family = later},
    {.name = "equipment-code-to-part-b",
     .scope = Scope::professional,
     .expected = {{{"COD11", reported}}},
     .apply = [](Target const &t) { set_code(t, "J7799"); },
     .suits = medicare,
     .family = later,
     .profile = "medicare"},
    {.name = "compound-without-ingredients",
     .expected = {{{"CMP01", reported}, no_strength}},
     .apply =
         [](Target const &t) { t.line().description = compound_text(t.line(), "COMPOUNDED", ""); },
     .suits = not_medicare,
     .family = later},
    {.name = "two-references",
     .expected = {{{"CMP02", reported}}},
     .apply =
         [](Target const &t) {
           t.loop().prescription = std::to_string(t.random.between(2'000'000, 8'999'999));
           t.loop().link = "1";
         },
     .family = later},
    {.name = "compound-lines-unlinked",
     .expected = {{{"CMP03", reported, At::added},
                   no_strength,
                   {.rule = "DSC03", .at = At::added, .wish = Wish::strength}}},
     .apply = add_unlinked_ingredient,
     .suits = not_medicare,
     .family = later},
};

}  // namespace

std::span<Defect const> code_defects() {
  return rows;
}

}  // namespace noc837::generator
