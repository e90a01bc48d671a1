// SPDX-License-Identifier: Apache-2.0
#include "profiles/code_sets.hpp"

#include <algorithm>
#include <array>

#include "edi/elements.hpp"

namespace noc837::profiles {
namespace {

constexpr std::array<std::string_view, 28> codes = {
    "J3490", "J3590", "J3591", "J7999", "J7599", "J7699", "J7799", "J8499", "J8999", "J9999",
    "C9399", "A9699", "J1599", "J7199", "J8498", "J8597", "Q0181", "90399", "90749", "A4641",
    "A9700", "A9698", "J3535", "S5000", "S5001", "Q4082", "Q2039", "Q9977"};

constexpr std::array<std::string_view, 3> with_dose = {"J1599", "Q0181", "A9698"};

}  // namespace

std::span<std::string_view const> noc_codes() {
  return codes;
}

bool has_dose(std::string_view code) {
  return std::any_of(with_dose.begin(), with_dose.end(), [&](std::string_view dosed) {
    return edi::equal_folded(edi::trim(code), dosed);
  });
}

}  // namespace noc837::profiles
