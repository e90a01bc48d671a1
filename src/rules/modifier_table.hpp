// SPDX-License-Identifier: Apache-2.0
// Modifiers that occur on drug lines, and when to use them.
#pragma once

#include <span>
#include <string_view>

namespace noc837::rules {

struct Modifier {
  std::string_view code;         ///< JZ
  std::string_view description;  ///< what it says
  std::string_view use;          ///< when it belongs on an unclassified-drug line
};

/// The table, by topic: waste, route, 340B and state, coverage, setting, procedure, equipment.
[[nodiscard]] std::span<Modifier const> modifier_table();

/// By code in upper case; null for a modifier that the table does not have, which is no error.
[[nodiscard]] Modifier const *find_modifier(std::string_view code);

}  // namespace noc837::rules
