// SPDX-License-Identifier: Apache-2.0
// CTP04 and CTP05-1 as people type them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.hpp"
#include "grammar/quantity.hpp"

namespace noc837::rules::quantity {

/// The units that CTP05-1 takes.
inline constexpr std::array<std::string_view, 5> standard_units = {"F2", "GR", "ME", "ML", "UN"};

/// What a word for a unit is worth.
enum class Meaning : std::uint8_t {
  exact,      ///< one of the five, or another spelling of it: CC, GM, MG, IU
  likely,     ///< a count, unless a U is an insulin or international unit: EA, UNITS
  container,  ///< VIAL, SYR, KIT: UN for a powder, ML for a liquid
  microgram,  ///< which CTP05-1 has no code for
  unknown,
};

struct Unit {
  Meaning meaning = Meaning::unknown;
  std::string_view code;  ///< of the five; empty where the word tells none
};

/// Looks up a word in any case, blanks at its ends aside.
[[nodiscard]] Unit read_unit(std::string_view word);

/// A number with a word for a unit: "10ML", "ML10"; nothing for any other text.
[[nodiscard]] std::optional<grammar::TypedQuantity> read_glued(std::string_view text);

enum class Form : std::uint8_t {
  empty,
  plain,       ///< a number as X12 writes it
  punctuated,  ///< one with thousands commas, a plus, a trailing point or blanks around it
  unclear,     ///< one with a comma or blank that may mean something: 1,5
  glued,       ///< one with its unit: 10ML
  other,
};

struct Quantity {
  Form form = Form::empty;
  std::optional<Decimal> value;  ///< of a plain one
  std::string number;            ///< plain spelling of a punctuated one
};

[[nodiscard]] Quantity read_quantity(std::string_view text);
/// The value of a plain one, without asking what others are.
[[nodiscard]] std::optional<Decimal> plain_quantity(std::string_view text);

}  // namespace noc837::rules::quantity
