// SPDX-License-Identifier: Apache-2.0
#include "base/iso_date.hpp"

#include <cstddef>

namespace noc837 {

std::string iso_date(std::chrono::year_month_day day) {
  std::string out = "0000-00-00";
  // By hand: every drug line is written with two of them.
  auto const put = [&out](unsigned value, std::size_t last) {
    for (; value != 0; value /= 10) out[last--] = static_cast<char>('0' + value % 10);
  };
  put(static_cast<unsigned>(static_cast<int>(day.year())), 3);
  put(static_cast<unsigned>(day.month()), 6);
  put(static_cast<unsigned>(day.day()), 9);
  return out;
}

}  // namespace noc837
