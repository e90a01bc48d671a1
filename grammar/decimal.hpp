// SPDX-License-Identifier: Apache-2.0
// X12 decimals (type R) as exact values.
#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.hpp"

namespace noc837::grammar {

/// No element of the guides has more digits (DE782).
inline constexpr int max_decimal_digits = 18;

/// Reads an optional minus, digits and an optional point; `.5` and `5.` are read. Blanks,
/// commas, exponents, a plus sign and more than `max_decimal_digits` digits are not; the zero of
/// `0.5` does not count.
[[nodiscard]] std::optional<Decimal> read_decimal(std::string_view text);

}  // namespace noc837::grammar
