// SPDX-License-Identifier: Apache-2.0
// Amounts of money, exact to a thousandth.
#pragma once

#include <cstdint>
#include <string>

namespace noc837::generator {

/// Thousandths of a dollar: a defect writes three decimals, and the totals must still agree.
struct Money {
  std::int64_t thousandths = 0;

  static constexpr Money cents(std::int64_t value) { return {value * 10}; }
  friend constexpr Money operator+(Money a, Money b) { return {a.thousandths + b.thousandths}; }
  friend constexpr Money operator-(Money a, Money b) { return {a.thousandths - b.thousandths}; }
  Money &operator+=(Money other) { return *this = *this + other; }
  friend constexpr bool operator==(Money, Money) = default;
};

/// `125`, `125.50`, `-12.50`, `100.125`.
inline std::string money_text(Money value) {
  bool const negative = value.thousandths < 0;
  auto const size = static_cast<std::uint64_t>(negative ? -value.thousandths : value.thousandths);
  std::string text = negative ? "-" : "";
  text += std::to_string(size / 1000);
  auto const rest = size % 1000;
  if (rest == 0) return text;
  text.push_back('.');
  text.push_back(static_cast<char>('0' + rest / 100));
  text.push_back(static_cast<char>('0' + rest / 10 % 10));
  if (rest % 10 != 0) text.push_back(static_cast<char>('0' + rest % 10));
  return text;
}

}  // namespace noc837::generator
