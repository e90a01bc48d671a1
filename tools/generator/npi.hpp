// SPDX-License-Identifier: Apache-2.0
// National provider identifiers with a valid check digit.
#pragma once

#include <string>

#include "tools/generator/random.hpp"

namespace noc837::generator {

/// The Luhn digit of `digits` (nine) with the issuer prefix 80840 before it, which adds 24.
inline char npi_check_digit(std::string const &digits) {
  int sum = 24;
  bool doubled = true;
  for (auto i = digits.rbegin(); i != digits.rend(); ++i, doubled = !doubled) {
    int value = *i - '0';
    if (doubled) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

inline std::string make_npi(Random &random) {
  std::string digits = std::to_string(100'000'000U + random.below(100'000'000U));
  digits.push_back(npi_check_digit(digits));
  return digits;
}

}  // namespace noc837::generator
