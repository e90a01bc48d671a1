// SPDX-License-Identifier: Apache-2.0
// Dates as the files write them, counted from the first day of service.
#include "tools/generator/calendar.hpp"

#include <array>
#include <chrono>
#include <cstddef>

namespace noc837::generator {
namespace {

constexpr std::size_t known_days = service_days + 40;
using Text = std::array<char, 8>;

std::array<Text, known_days> all_dates() {
  std::array<Text, known_days> dates{};
  auto const first = std::chrono::sys_days{std::chrono::year{2024} / 1 / 1};
  for (std::size_t i = 0; i < known_days; ++i) {
    std::chrono::year_month_day const day{first + std::chrono::days{static_cast<int>(i)}};
    auto value = static_cast<unsigned>(static_cast<int>(day.year())) * 10000U +
                 static_cast<unsigned>(day.month()) * 100U + static_cast<unsigned>(day.day());
    for (std::size_t digit = 8; digit-- > 0; value /= 10) {
      dates[i][digit] = static_cast<char>('0' + value % 10);
    }
  }
  return dates;
}

}  // namespace

std::string_view date_text(int day) {
  static auto const dates = all_dates();
  auto const &text = dates[static_cast<std::size_t>(day)];
  return {text.data(), text.size()};
}

}  // namespace noc837::generator
