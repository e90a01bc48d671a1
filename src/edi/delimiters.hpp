// SPDX-License-Identifier: Apache-2.0
// The four delimiters of an interchange.
#pragma once

#include <string_view>

namespace noc837::edi {

/// What separates things in one interchange; read anew from every ISA. X12 has no escape
/// character, so a value that holds one of these cannot be written.
struct Delimiters {
  char element = '*';
  char component = ':';
  char repetition = '^';  ///< ISA11 from 00402 on; 0 where the version has none
  char terminator = '~';

  /// True if `text` can stand as the value of an element or component.
  [[nodiscard]] constexpr bool can_hold(std::string_view text) const {
    for (char const c : text) {
      if (c == element || c == component || c == terminator) return false;
      if (repetition != 0 && c == repetition) return false;
    }
    return true;
  }

  bool operator==(Delimiters const &) const = default;
};

}  // namespace noc837::edi
