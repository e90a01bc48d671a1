// SPDX-License-Identifier: Apache-2.0
// Single values against a data element: type, length, codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/guide.hpp"
#include "snip/check.hpp"

namespace noc837::snip {

/// Minus sign, digits.
[[nodiscard]] bool is_integer(std::string_view value);
/// Minus sign, digits with at most one point among them.
[[nodiscard]] bool is_decimal(std::string_view value);
/// CCYYMMDD or YYMMDD, a day of the calendar.
[[nodiscard]] bool is_date(std::string_view value);
/// HHMM, HHMMSS, HHMMSSD or HHMMSSDD.
[[nodiscard]] bool is_time(std::string_view value);
/// A Date Time Period (1251) by its format qualifier (1250): D8, RD8, DT, TM, D6, RD6. Formats
/// other than these hold anything.
[[nodiscard]] bool is_period(std::string_view format, std::string_view value);

/// True if `code` is one of the codes that the element may have; always where it has none.
[[nodiscard]] bool has_code(grammar::Guide const &guide, grammar::ElementUse const &use,
                            std::string_view code);

/// True if nothing of levels 1 and 2 is wrong with a value that is not empty. `previous` is the
/// value before it, which a date's format stands in.
[[nodiscard]] bool conforms(grammar::Guide const &guide, grammar::ElementUse const &use,
                            std::string_view value, std::string_view previous);


/// What is wrong with such a value; nothing where it conforms.
[[nodiscard]] std::optional<Fault> fault_of(grammar::Guide const &guide,
                                            grammar::ElementUse const &use, std::string_view value,
                                            std::string_view previous);

}  // namespace noc837::snip
