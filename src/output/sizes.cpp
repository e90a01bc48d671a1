// SPDX-License-Identifier: Apache-2.0
#include "output/sizes.hpp"

#include <fmt/format.h>

#include <array>

namespace noc837::output {

std::string size_text(std::uint64_t bytes) {
  constexpr std::array<char const *, 5> units = {"B", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 1000 && unit + 1 < units.size(); ++unit) value /= 1000;
  return unit == 0 ? fmt::format("{} B", bytes) : fmt::format("{:.1f} {}", value, units[unit]);
}

}  // namespace noc837::output
