// SPDX-License-Identifier: Apache-2.0
// What one file says, written into the profile that it builds on.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "profiles/profile_set.hpp"
#include "profiles/toml.hpp"

namespace noc837::profiles {

/// The short names of sources, and what they stand for.
using Sources = std::map<std::string, std::string>;

/// Writes the table of `file` into `profile`, which holds what it inherits, and its sources into
/// those that are known already.
[[nodiscard]] Result<void> apply(toml::table const &table, std::string const &file,
                                 std::span<RuleName const> rules, Sources &sources,
                                 Profile &profile);

/// "unknown key 'ndcc'; did you mean ndc?"
[[nodiscard]] std::string unknown_word(std::string_view kind, std::string_view word,
                                       std::vector<std::string_view> const &known);

}  // namespace noc837::profiles
