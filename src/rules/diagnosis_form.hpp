// SPDX-License-Identifier: Apache-2.0
// How a diagnosis is written in HI.
#pragma once

#include <algorithm>
#include <string_view>

#include "edi/elements.hpp"

namespace noc837::rules {

/// True for a code as HI wants it: capitals, no dot, no blanks.
[[nodiscard]] inline bool is_bare(std::string_view code) {
  return std::all_of(code.begin(), code.end(),
                     [](char c) { return c != '.' && !edi::is_blank(c) && edi::fold(c) == c; });
}

/// The code's first letter in upper case, which tells the chapter; 0 without one.
[[nodiscard]] inline char chapter_of(std::string_view code) {
  auto const first = std::find_if_not(code.begin(), code.end(),
                                      [](char c) { return c == '.' || edi::is_blank(c); });
  return first == code.end() ? '\0' : edi::fold(*first);
}

}  // namespace noc837::rules
