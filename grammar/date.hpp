// SPDX-License-Identifier: Apache-2.0
// Dates and periods as DTP and HI carry them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace noc837::grammar {

using Date = std::chrono::year_month_day;

/// First and last day; equal for a single date.
struct Period {
  Date first;
  Date last;
};

/// Reads CCYYMMDD; nothing for anything else or for a day that the calendar does not have.
[[nodiscard]] std::optional<Date> read_date(std::string_view text);

/// Reads a DTP03 by its DTP02: D8 CCYYMMDD, RD8 CCYYMMDD-CCYYMMDD, DT CCYYMMDDHHMM. A period
/// whose end lies before its start is read as it stands.
[[nodiscard]] std::optional<Period> read_period(std::string_view format, std::string_view text);

}  // namespace noc837::grammar
