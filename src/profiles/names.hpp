// SPDX-License-Identifier: Apache-2.0
// Names of payers, as they are compared.
#pragma once

#include <string>
#include <string_view>

namespace noc837::profiles {

/// Capitals, digits and *, with one blank for all that stands between them.
[[nodiscard]] std::string comparable_name(std::string_view name);

/// True where `pattern` stands in `name` as whole words. A * at its end lets its last word go on.
[[nodiscard]] bool stands_in(std::string_view pattern, std::string_view name);

}  // namespace noc837::profiles
