// SPDX-License-Identifier: Apache-2.0
#include "snip/values.hpp"

#include <algorithm>

#include "grammar/eight_bytes.hpp"

namespace noc837::snip {
namespace {

using grammar::ElementUse;
using grammar::Guide;
using grammar::ValueType;

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool digits(std::string_view value) {
  for (char const c : value) {
    if (!digit(c)) return false;
  }
  return !value.empty();
}

int number(std::string_view value) {
  int out = 0;
  for (char const c : value) out = out * 10 + (c - '0');
  return out;
}

bool is_day(int year, int month, int day) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_range(std::string_view value, std::size_t size) {
  if (value.size() != 2 * size + 1 || value[size] != '-') return false;
  auto const first = value.substr(0, size);
  auto const last = value.substr(size + 1);
  return is_date(first) && is_date(last) && first <= last;
}

/// Signs and points take no part in the length of a number.
std::size_t length_of(ElementUse const &use, std::string_view value) {
  if (use.type != ValueType::decimal && use.type != ValueType::integer) return value.size();
  std::size_t length = value.size();
  for (char const c : value) length -= c == '-' || c == '.' ? 1 : 0;
  return length;
}

bool type_fits(ElementUse const &use, std::string_view value) {
  switch (use.type) {
    case ValueType::integer:
      return is_integer(value);
    case ValueType::decimal:
      return is_decimal(value);
    case ValueType::date:
      return is_date(value);
    case ValueType::time:
      return is_time(value);
    case ValueType::padded:
      return true;
    case ValueType::identifier:
    case ValueType::string:
    case ValueType::composite:
      break;
  }
  return value.back() != ' ' || value.find_first_not_of(' ') != std::string_view::npos;
}

}  // namespace

bool is_integer(std::string_view value) {
  return !value.empty() && count_digits(value, false) != 0;
}

bool is_decimal(std::string_view value) {
  return !value.empty() && count_digits(value, true) != 0;
}

bool is_full_date(char const *text) {
  auto word = grammar::eight_bytes(text);
  constexpr std::uint64_t high = 0xf0f0f0f0f0f0f0f0U;
  constexpr std::uint64_t zeros = 0x3030303030303030U;
  if ((word & high) != zeros || ((word + 0x0606060606060606U) & high) != zeros) return false;
  word -= zeros;
  word = word * 10 + (word >> 8U);  // the even bytes: century, year, month, day
  auto const pair = [&](unsigned at) { return static_cast<int>(word >> 16U * at & 0xffU); };
  return is_day(pair(0) * 100 + pair(1), pair(2), pair(3));
}

bool is_date(std::string_view value) {
  if (value.size() == 8) return is_full_date(value.data());
  return value.size() == 6 && digits(value) &&
         is_day(2000 + number(value.substr(0, 2)), number(value.substr(2, 2)),
                number(value.substr(4)));
}

bool is_time(std::string_view value) {
  if (!digits(value) || value.size() < 4 || value.size() == 5 || value.size() > 8) return false;
  return number(value.substr(0, 2)) < 24 && number(value.substr(2, 2)) < 60 &&
         (value.size() == 4 || number(value.substr(4, 2)) < 60);
}

bool is_period(std::string_view format, std::string_view value) {
  switch (grammar::packed_code(format)) {
    case grammar::packed_code("D8"):
      return value.size() == 8 && is_date(value);
    case grammar::packed_code("RD8"):
      return is_range(value, 8);
    case grammar::packed_code("D6"):
      return value.size() == 6 && is_date(value);
    case grammar::packed_code("RD6"):
      return is_range(value, 6);
    case grammar::packed_code("DT"):
      return value.size() == 12 && is_date(value.substr(0, 8)) && is_time(value.substr(8));
    case grammar::packed_code("TM"):
      return value.size() == 4 && is_time(value);
    default:
      return true;
  }
}

bool is_listed(Guide const &guide, ElementUse const &use, std::uint64_t code) {
  auto const codes = guide.codes_of(use);
  if (codes.size() > 12) return std::binary_search(codes.begin(), codes.end(), code);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::optional<Fault> fault_of(Guide const &guide, ElementUse const &use, std::string_view value,
                              std::string_view previous) {
  auto const foreign = [](char c) { return c < ' ' || c > '~'; };
  if (std::any_of(value.begin(), value.end(), foreign)) return Fault::character;
  if (!type_fits(use, value)) {
    switch (use.type) {
      case ValueType::integer:
      case ValueType::decimal:
        return Fault::number;
      case ValueType::date:
        return Fault::date;
      case ValueType::time:
        return Fault::time;
      case ValueType::padded:
      case ValueType::identifier:
      case ValueType::string:
      case ValueType::composite:
        break;
    }
    return Fault::character;
  }
  auto const length = length_of(use, value);
  if (length < use.least) return Fault::too_short;
  if (length > use.most) return Fault::too_long;
  if (use.dated && !is_period(previous, value)) {
    return previous == "TM" ? Fault::time : Fault::date;
  }
  if (!use.code_set && !has_code(guide, use, value)) return Fault::code_not_used;
  return std::nullopt;
}

}  // namespace noc837::snip
