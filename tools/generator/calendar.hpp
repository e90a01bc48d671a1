// SPDX-License-Identifier: Apache-2.0
// Dates as the files write them, counted from the first day of service.
#pragma once

#include <string_view>

namespace noc837::generator {

/// Days of service start here and end before the file was made, whatever the clock says.
constexpr int first_day_of_2025 = 366;  // 2024 was a leap year
constexpr int service_days = 500;       // up to 2025-05-14
constexpr std::string_view file_date = "20250630";
constexpr std::string_view file_time = "0715";

/// CCYYMMDD of the day `day` days after 2024-01-01; 0 <= day < service_days + 40.
std::string_view date_text(int day);

}  // namespace noc837::generator
