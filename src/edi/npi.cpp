// SPDX-License-Identifier: Apache-2.0
#include "edi/npi.hpp"

#include <algorithm>
#include <cstddef>

namespace noc837::edi {
namespace {

/// What the digits of 80840 add to the check sum.
constexpr int prefix_sum = 24;

}  // namespace

char npi_check_digit(std::string_view nine) {
  int sum = prefix_sum;
  for (std::size_t i = 0; i < 9; ++i) {
    int const digit = nine[i] - '0';
    bool const doubled = i % 2 == 0;
    sum += doubled ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_npi(std::string_view text) {
  return text.size() == 10 && (text[0] == '1' || text[0] == '2') &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         text[9] == npi_check_digit(text.substr(0, 9));
}

}  // namespace noc837::edi
