// SPDX-License-Identifier: Apache-2.0
#include "snip/amounts.hpp"

#include "snip/values.hpp"

namespace noc837::snip {

std::optional<Decimal> amount(std::string_view text) {
  if (!is_decimal(text) || text.size() > 30) return std::nullopt;
  Decimal::Mantissa mantissa = 0;
  int scale = 0;
  bool fraction = false;
  for (char const c : text) {
    if (c == '.') {
      fraction = true;
    } else if (c != '-') {
      mantissa = mantissa * 10 + (c - '0');
      if (fraction) ++scale;
    }
  }
  return Decimal(text[0] == '-' ? -mantissa : mantissa, scale);
}

}  // namespace noc837::snip
