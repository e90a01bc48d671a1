// SPDX-License-Identifier: Apache-2.0
#include "rules/quantity_form.hpp"

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"

namespace noc837::rules::quantity {
namespace {

struct Word {
  std::string_view text;
  Unit unit;
};

constexpr Word words[] = {
    {"F2", {Meaning::exact, "F2"}},     {"GR", {Meaning::exact, "GR"}},
    {"ME", {Meaning::exact, "ME"}},     {"ML", {Meaning::exact, "ML"}},
    {"UN", {Meaning::exact, "UN"}},     {"CC", {Meaning::exact, "ML"}},
    {"G", {Meaning::exact, "GR"}},      {"GM", {Meaning::exact, "GR"}},
    {"GMS", {Meaning::exact, "GR"}},    {"GRAM", {Meaning::exact, "GR"}},
    {"GRAMS", {Meaning::exact, "GR"}},  {"MG", {Meaning::exact, "ME"}},
    {"MGM", {Meaning::exact, "ME"}},    {"IU", {Meaning::exact, "F2"}},
    {"EA", {Meaning::likely, "UN"}},    {"EACH", {Meaning::likely, "UN"}},
    {"U", {Meaning::likely, "UN"}},     {"UNIT", {Meaning::likely, "UN"}},
    {"UNITS", {Meaning::likely, "UN"}}, {"VL", {Meaning::container, {}}},
    {"VIAL", {Meaning::container, {}}}, {"VIALS", {Meaning::container, {}}},
    {"AMP", {Meaning::container, {}}},  {"SYR", {Meaning::container, {}}},
    {"TAB", {Meaning::container, {}}},  {"CAP", {Meaning::container, {}}},
    {"KIT", {Meaning::container, {}}},  {"BX", {Meaning::container, {}}},
    {"PK", {Meaning::container, {}}},   {"DS", {Meaning::container, {}}},
    {"MC", {Meaning::microgram, {}}},   {"MCG", {Meaning::microgram, {}}},
    {"UG", {Meaning::microgram, {}}},
};

/// Digits with a comma or blank in them, which cannot be taken out without a guess.
bool is_unclear(std::string_view text) {
  return text.find_first_not_of("0123456789,. +-") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_of(", ") != std::string_view::npos;
}

}  // namespace

Unit read_unit(std::string_view word) {
  word = edi::trim(word);
  for (Word const &known : words) {
    if (edi::equal_folded(word, known.text)) return known.unit;
  }
  return {};
}

std::optional<grammar::TypedQuantity> read_glued(std::string_view text) {
  auto typed = grammar::read_typed_quantity(text);
  if (!typed || typed->unit.empty()) return std::nullopt;
  if (read_unit(typed->unit.view()).meaning == Meaning::unknown) return std::nullopt;
  return typed;
}

std::optional<Decimal> plain_quantity(std::string_view text) {
  auto const value = grammar::read_decimal(text);
  return value && text.back() != '.' ? value : std::nullopt;
}

Quantity read_quantity(std::string_view text) {
  if (auto const value = plain_quantity(text)) return {Form::plain, value, {}};
  if (edi::trim(text).empty()) return {};
  if (read_glued(text)) return {Form::glued, {}, {}};
  if (auto number = grammar::plain_number(edi::trim(text));
      number && grammar::read_decimal(*number)) {
    return {Form::punctuated, {}, std::move(*number)};
  }
  return {is_unclear(text) ? Form::unclear : Form::other, {}, {}};
}

}  // namespace noc837::rules::quantity
