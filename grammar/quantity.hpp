// SPDX-License-Identifier: Apache-2.0
// Quantities in the forms that people type, with or without their unit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.hpp"
#include "edi/slice.hpp"

namespace noc837::grammar {

using edi::Slice;

/// A number and perhaps letters before or after it: "1,000", "+5", "10 ML", "ML10".
struct TypedQuantity {
  Slice number;  ///< sign, digits, commas and points as typed
  Slice unit;    ///< empty where there is none
};

/// Reads all of `text`, blanks at the ends included.
[[nodiscard]] std::optional<TypedQuantity> read_typed_quantity(std::string_view text);

/// `number` without a leading plus, thousands commas and a trailing point. Nothing where a comma
/// may be a decimal one ("1,5", "0,500", "1234,567") or the text is no number.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view number);

/// The value of a number that plain_number() can write.
[[nodiscard]] std::optional<Decimal> read_typed_decimal(std::string_view number);

}  // namespace noc837::grammar
