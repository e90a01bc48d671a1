// SPDX-License-Identifier: Apache-2.0
// National Provider Identifiers.
#pragma once

#include <string_view>

namespace noc837::edi {

/// The check digit that belongs behind the first nine digits of an NPI: Luhn's formula with the
/// prefix 80840 that NPIs share with other card numbers. `nine` is nine ASCII digits.
[[nodiscard]] char npi_check_digit(std::string_view nine);

/// Ten digits beginning with 1 or 2, the last of them the check digit.
[[nodiscard]] bool is_npi(std::string_view text);

}  // namespace noc837::edi
