// SPDX-License-Identifier: Apache-2.0
// Texts of a drug line and how they are changed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rules/rule.hpp"

namespace noc837::rules {

/// DE352, which SV101-7, SV202-7 and NTE02 are: a description of 1 to 80 characters.
inline constexpr std::size_t longest_text = 80;
/// DE234, which LIN03 is.
inline constexpr std::size_t longest_product_id = 48;

/// `segment` with `part`, which lies in it, replaced by `value`.
[[nodiscard]] std::string with_part(std::string_view segment, std::string_view part,
                                    std::string_view value);

}  // namespace noc837::rules
