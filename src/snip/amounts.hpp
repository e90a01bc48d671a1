// SPDX-License-Identifier: Apache-2.0
// Amounts of a claim as decimals.
#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.hpp"

namespace noc837::snip {

/// An amount; nothing where the element is empty or no number, which level 1 tells.
[[nodiscard]] std::optional<Decimal> amount(std::string_view text);

}  // namespace noc837::snip
