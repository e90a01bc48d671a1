// SPDX-License-Identifier: Apache-2.0
// The files of data/ as the build puts them into the program.
#pragma once

#include <span>
#include <string_view>

namespace noc837::profiles {

struct Shipped {
  std::string_view name;
  std::string_view text;
};

extern std::span<Shipped const> const shipped_profiles;

}  // namespace noc837::profiles
