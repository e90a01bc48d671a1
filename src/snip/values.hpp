// SPDX-License-Identifier: Apache-2.0
// Single values against a data element: type, length, codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/guide.hpp"
#include "snip/check.hpp"
#include "snip/short_number.hpp"

namespace noc837::snip {

/// Minus sign, digits.
[[nodiscard]] bool is_integer(std::string_view value);
/// Minus sign, digits with at most one point among them.
[[nodiscard]] bool is_decimal(std::string_view value);
/// CCYYMMDD, a day of the calendar: eight bytes.
[[nodiscard]] bool is_full_date(char const *text);
/// CCYYMMDD or YYMMDD, a day of the calendar.
[[nodiscard]] bool is_date(std::string_view value);
/// HHMM, HHMMSS, HHMMSSD or HHMMSSDD.
[[nodiscard]] bool is_time(std::string_view value);
/// A Date Time Period (1251) by its format qualifier (1250): D8, RD8, DT, TM, D6, RD6. Formats
/// other than these hold anything.
[[nodiscard]] bool is_period(std::string_view format, std::string_view value);

/// True if a packed code is one of those that the element may have.
[[nodiscard]] bool is_listed(grammar::Guide const &guide, grammar::ElementUse const &use,
                             std::uint64_t code);

/// True if `code` is one of the codes that the element may have; always where it has none.
[[nodiscard]] inline bool has_code(grammar::Guide const &guide, grammar::ElementUse const &use,
                                   std::string_view code) {
  if (use.code_count == 0) return true;
  auto const wanted = grammar::packed_code(code);
  return guide.codes[use.codes] == wanted || is_listed(guide, use, wanted);
}

/// What is wrong with a value that is not empty; nothing where it is sound. `previous` is the
/// value before it, which a date's format stands in.
[[nodiscard]] std::optional<Fault> fault_of(grammar::Guide const &guide,
                                            grammar::ElementUse const &use, std::string_view value,
                                            std::string_view previous);

/// The digits of a number of type N0 or R; 0 where it is none.
[[nodiscard]] inline std::size_t count_digits(std::string_view value, bool point) {
  std::size_t at = value[0] == '-' ? 1 : 0;
  std::size_t digits = 0;
  for (; at < value.size(); ++at) {
    if (value[at] >= '0' && value[at] <= '9') {
      ++digits;
    } else if (point && value[at] == '.') {
      point = false;
    } else {
      return 0;
    }
  }
  return digits;
}

/// The same of a value that stands in a run of bytes that ends at `end`.
[[nodiscard]] inline std::size_t count_digits(std::string_view value, bool point, char const *end) {
  if (ShortNumber::can_be(value, end)) {
    ShortNumber const number(value);
    if (number.valid() && (point || number.whole())) return number.digits();
  }
  return count_digits(value, point);
}

/// A period of the format D8 in a run of bytes that ends at `end`.
[[nodiscard]] inline bool is_day_period(std::string_view format, std::string_view value,
                                        char const *end) {
  return format.size() == 2 && format[0] == 'D' && format[1] == '8' && value.size() == 8 &&
         end - value.data() >= 8 && is_full_date(value.data());
}

/// True if nothing is wrong with a value, used or not: the same as fault_of() giving none, for
/// values that are printable and stand in a run of bytes that ends at `end`.
[[nodiscard]] inline bool conforms(grammar::Guide const &guide, grammar::ElementUse const &use,
                                   std::string_view value, std::string_view previous,
                                   char const *end) {
  auto const length_fits = [&](std::size_t length) {
    return length - use.least <= std::size_t{use.most} - use.least;  // less than nothing is much
  };
  switch (use.shape) {
    case grammar::Shape::text:
      if (!length_fits(value.size()) || value.back() == ' ') break;
      return true;
    case grammar::Shape::code: {
      if (value.size() > 8) return false;
      if (end - value.data() < 8) break;
      auto const code = grammar::packed_code(value, end);
      return guide.codes[use.codes] == code || is_listed(guide, use, code);
    }
    case grammar::Shape::integer:
    case grammar::Shape::decimal: {
      auto const digits = count_digits(value, use.shape == grammar::Shape::decimal, end);
      return digits != 0 && length_fits(digits);
    }
    case grammar::Shape::period:
      if (is_day_period(previous, value, end)) return true;
      break;
    case grammar::Shape::composite:
    case grammar::Shape::other:
      break;
  }
  return !fault_of(guide, use, value, previous);
}

}  // namespace noc837::snip
