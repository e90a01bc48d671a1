// SPDX-License-Identifier: Apache-2.0
#include "mask/dates.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "grammar/date.hpp"

namespace noc837::mask {
namespace {

namespace chrono = std::chrono;
constexpr std::size_t date_size = 8;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void put(std::span<char> digits, unsigned value) {
  for (std::size_t i = digits.size(); i-- > 0; value /= 10) {
    digits[i] = static_cast<char>('0' + value % 10);
  }
}

void put_date(std::span<char> eight, grammar::Date date) {
  put(eight.first(4), static_cast<unsigned>(static_cast<int>(date.year())));
  put(eight.subspan(4, 2), static_cast<unsigned>(date.month()));
  put(eight.subspan(6, 2), static_cast<unsigned>(date.day()));
}

std::optional<grammar::Date> date_at(std::span<char> value) {
  return grammar::read_date(std::string_view(value.data(), date_size));
}

/// Calls `use` with the runs of digits of at least `least` and what follows them left alone.
template <class Use>
void each_run(std::span<char> value, Use const &use) {
  auto at = value.begin();
  while (at != value.end()) {
    at = std::find_if(at, value.end(), is_digit);
    auto const end = std::find_if_not(at, value.end(), is_digit);
    if (at != end) use(std::span<char>(at, end));
    at = end;
  }
}

}  // namespace

std::chrono::days shift_of(Key const &key, std::string_view patient) {
  auto const random = key.bytes(Kind::offset, patient, 0);
  return chrono::days(-1 - (random[0] << 8U | random[1]) % 364);
}

void mask_birth_date(Key const &key, std::span<char> value) {
  auto const date = value.size() == date_size ? date_at(value) : std::nullopt;
  if (!date) return mask_value(key, Kind::birth_date, value);
  auto const random = key.bytes(Kind::birth_date, {value.data(), value.size()}, 0);
  auto const first = chrono::sys_days(date->year() / chrono::January / 1);
  put_date(value, first + chrono::days((random[0] << 8U | random[1]) % 365));
}

void shift_dates(std::chrono::days shift, std::span<char> value) {
  each_run(value, [&](std::span<char> digits) {
    if (digits.size() < date_size) return;
    if (auto const date = date_at(digits)) put_date(digits, chrono::sys_days(*date) + shift);
  });
}

void mask_typed_date(Key const &key, std::span<char> value) {
  auto const random = key.bytes(Kind::birth_date, {value.data(), value.size()}, 0);
  unsigned const month = 1 + random[0] % 12U;
  unsigned const day = 1 + random[1] % 28U;
  if (value.size() == date_size && date_at(value)) return mask_birth_date(key, value);
  bool year_first = false;
  unsigned part = 0;
  each_run(value, [&](std::span<char> digits) {
    if (part == 0) year_first = digits.size() == 4;
    unsigned const place = year_first ? part : part + 1;  // 1 month, 2 day
    ++part;
    if (digits.size() > 2 || place == 0 || place > 2) return;  // the year stays
    unsigned const most = digits.size() == 1 ? 9 : 31;
    put(digits, std::min(place == 1 ? month : day, most));
  });
}

}  // namespace noc837::mask
