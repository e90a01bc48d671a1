// SPDX-License-Identifier: Apache-2.0
#include "snip/disclosure.hpp"

#include <algorithm>
#include <array>

namespace noc837::snip {

bool may_show(grammar::ElementUse const &use, std::string_view number,
              std::string_view segment_id) {
  if (segment_id == "DMG" || number == "116") return false;  // birth, sex; postal code
  if (use.type != grammar::ValueType::string && use.type != grammar::ValueType::composite) {
    return true;
  }
  // Product and procedure, industry code, facility, modifier, claim id, date, set control number,
  // level numbers.
  constexpr std::array<std::string_view, 9> shown = {"234",  "1271", "1331", "1339", "1028",
                                                     "1251", "329",  "628",  "734"};
  return std::find(shown.begin(), shown.end(), number) != shown.end();
}

}  // namespace noc837::snip
