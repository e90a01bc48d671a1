// SPDX-License-Identifier: Apache-2.0
// Days as people and spreadsheets read them.
#pragma once

#include <chrono>
#include <string>

namespace noc837 {

/// 2026-09-14; the year is one of 0 to 9999.
[[nodiscard]] std::string iso_date(std::chrono::year_month_day day);

}  // namespace noc837
