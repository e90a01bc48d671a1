// SPDX-License-Identifier: Apache-2.0
// Defects of the NDC: how it is written in LIN, and where it stands when it is not there.
#include <fmt/format.h>

#include <array>
#include <string>

#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;

constexpr std::array<std::string_view, 5> placeholders{"00000000000", "99999999999", "12345678901",
                                                       "01234567890", "11111111111"};

void set_ndc(Target const &t, std::string ndc) {
  t.loop().ndc = std::move(ndc);
}

void set_qualifier(Target const &t, std::string_view qualifier) {
  t.loop().qualifier = qualifier;
}

void set_product_qualifier(Target const &t) {
  set_qualifier(t, t.random.chance(0.5) ? "UP" : "EN");
}

std::string with_blanks(std::string_view ndc) {
  std::string text = hyphenated(ndc);
  text[5] = ' ';
  text[10] = ' ';
  return text;
}

/// The label code as some labels print it, with `*` for the zero that is left out.
std::string with_asterisk(std::string_view ndc) {
  std::string text = hyphenated(ndc);
  for (std::size_t const start : {std::size_t{0}, std::size_t{6}, std::size_t{11}}) {
    if (text[start] != '0') continue;
    text[start] = '*';
    break;
  }
  return text;
}

/// Ten digits without hyphens: which zero is missing can no longer be told.
std::string ten_digits(std::string_view ndc) {
  std::string text = label_code(ndc);
  std::erase(text, '-');
  return text;
}

/// The shapes of the paper form: `N4` and the NDC, its unit and quantity, then the name.
void write_into_text(Target const &t, bool quantity) {
  auto &line = t.line();
  auto const &drug = *line.drug;
  auto const ndc =
      t.random.chance(0.5) ? std::string{drug.ndc} : fmt::format(" {}", hyphenated(drug.ndc));
  auto const amount =
      quantity ? fmt::format(" {}{}", drug.unit(), line.dose.quantity) : std::string{};
  line.description =
      fmt::format("N4{}{} {} {} {}", ndc, amount, drug.name, line.dose.text, line.route);
  line.loops.clear();
}

/// Another package of the same drug on a line of its own.
void add_second_ndc(Target const &t) {
  auto &loop = t.add_line().loops.front();
  loop.ndc.replace(9, 2, loop.ndc.ends_with("77") ? "78" : "77");
  loop.prescription.clear();  // one number for both would make them a compound
}

constexpr Defect rows[] = {
    {.name = "ndc-missing",
     .expected = {{no_ndc, no_ndc_on_crossover}},
     .apply = [](Target const &t) { t.line().loops.clear(); }},
    {.name = "ndc-hyphenated",
     .expected = {{{"NDC03", corrected}}},
     .apply = [](Target const &t) { set_ndc(t, hyphenated(t.line().drug->ndc)); }},
    {.name = "ndc-with-blanks",
     .expected = {{{"NDC03", corrected}}},
     .apply = [](Target const &t) { set_ndc(t, with_blanks(t.line().drug->ndc)); }},
    {.name = "ndc-ten-digit-hyphenated",
     .expected = {{{"NDC04", corrected}}},
     .apply = [](Target const &t) { set_ndc(t, label_code(t.line().drug->ndc)); }},
    {.name = "ndc-asterisk",
     .expected = {{{"NDC04", corrected}}},
     .apply = [](Target const &t) { set_ndc(t, with_asterisk(t.line().drug->ndc)); },
     .bytes = "*"},
    {.name = "ndc-ten-digits",
     .expected = {{{"NDC05", flagged}}},
     .apply = [](Target const &t) { set_ndc(t, ten_digits(t.line().drug->ndc)); }},
    {.name = "ndc-nine-digits",
     .expected = {{{"NDC06", flagged}}},
     .apply = [](Target const &t) { set_ndc(t, std::string{t.line().drug->ndc.substr(2)}); }},
    {.name = "ndc-with-letter",
     .expected = {{{"NDC06", flagged}}},
     .apply =
         [](Target const &t) {
           std::string text{t.line().drug->ndc};
           text.back() = 'O';
           set_ndc(t, text);
         }},
    {.name = "ndc-bad-hyphens",
     .expected = {{{"NDC06", flagged}}},
     .apply =
         [](Target const &t) {
           std::string text{t.line().drug->ndc.substr(2)};
           set_ndc(t, text.insert(8, "-").insert(4, "-"));
         }},
    {.name = "ndc-n4-prefix",
     .expected = {{{"NDC07", corrected}}},
     .apply = [](Target const &t) { set_ndc(t, fmt::format("N4{}", t.line().drug->ndc)); }},
    {.name = "ndc-n4-prefix-hyphenated",
     .expected = {{{"NDC07", corrected}, {"NDC03", corrected}}},
     .apply =
         [](Target const &t) { set_ndc(t, fmt::format("N4{}", hyphenated(t.line().drug->ndc))); }},
    {.name = "ndc-n4-prefix-ten-digit",
     .expected = {{{"NDC07", corrected}, {"NDC04", corrected}}},
     .apply =
         [](Target const &t) { set_ndc(t, fmt::format("N4{}", label_code(t.line().drug->ndc))); }},
    {.name = "ndc-qualifier-lower-case",
     .expected = {{{"NDC08", corrected}}},
     .apply = [](Target const &t) { set_qualifier(t, "n4"); }},
    {.name = "ndc-qualifier-nd",
     .expected = {{{"NDC08", flagged}}},
     .apply = [](Target const &t) { set_qualifier(t, "ND"); }},
    {.name = "ndc-qualifier-blank",
     .expected = {{{"NDC08", flagged}}},
     .apply = [](Target const &t) { set_qualifier(t, ""); }},
    {.name = "ndc-qualifier-product",
     .scope = Scope::institutional,
     .expected = {{{"NDC08", flagged}}},
     .apply = set_product_qualifier},
    // 837P knows product numbers: that none of them goes with a drug is common practice.
    {.name = "ndc-qualifier-product-professional",
     .scope = Scope::professional,
     .expected = {{{"NDC08", reported}}},
     .apply = set_product_qualifier},
    {.name = "ndc-placeholder",
     .expected = {{{"NDC09", flagged}}},
     .apply = [](Target const &t) { set_ndc(t, std::string{t.random.pick(placeholders)}); }},
    {.name = "ndc-conflict",
     .expected = {{{"NDC12", reported}}},
     .apply =
         [](Target const &t) {
           // Two digits of the package swapped for others: a different vial of the same drug.
           std::string other{t.line().drug->ndc};
           other.replace(9, 2, other.ends_with("99") ? "98" : "99");
           t.line().description.append(" NDC ").append(hyphenated(other));
         }},
    {.name = "ndc-only-in-text",
     .expected = {{{"NDC13", corrected}, no_strength}},
     .apply = [](Target const &t) { write_into_text(t, true); }},
    {.name = "ndc-only-in-text-no-quantity",
     .expected = {{{"NDC14", reported}, no_ndc_on_crossover, no_strength}},
     .apply = [](Target const &t) { write_into_text(t, false); }},
    {.name = "ndc-twelve-digits",
     .expected = {{{"NDC06", flagged}, {"NDC15", reported}}},
     .apply = [](Target const &t) { set_ndc(t, fmt::format("0{}", t.line().drug->ndc)); }},
    {.name = "ndc-six-four-two",
     .expected = {{{"NDC06", flagged}, {"NDC15", reported}}},
     .apply =
         [](Target const &t) { set_ndc(t, fmt::format("0{}", hyphenated(t.line().drug->ndc))); }},

    // Palmetto wants both on one line, the second in its note.
    {.name = "second-ndc-own-line",
     .scope = Scope::professional,
     .expected = {{{"NDC16", reported, At::added}}},
     .apply = add_second_ndc,
     .suits =
         [](Target const &t) {
           return t.claim().medicare() && t.claim().location->contractor == Contractor::palmetto;
         },
     .family = Family::later,
     .profile = "palmetto"},
};

}  // namespace

std::span<Defect const> ndc_defects() {
  return rows;
}

}  // namespace noc837::generator
