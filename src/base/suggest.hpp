// SPDX-License-Identifier: Apache-2.0
// "Did you mean ...?" for mistyped names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace noc837 {

/// "; did you mean X?" for the nearest of `known`; nothing when none is near.
[[nodiscard]] std::string suggestion(std::string_view typed,
                                     std::vector<std::string_view> const &known);

}  // namespace noc837
