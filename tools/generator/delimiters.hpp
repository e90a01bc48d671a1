// SPDX-License-Identifier: Apache-2.0
// The four delimiters of the interchange that is written, and what may follow a terminator.
#pragma once

#include <string>
#include <string_view>

namespace noc837::generator {

struct Delimiters {
  char element = '*';
  char component = ':';
  char repetition = '^';
  char terminator = '~';
  std::string_view newline;  ///< what follows each terminator

  /// Whether one of `bytes` is a delimiter: X12 has no escape, so such a text cannot be written.
  [[nodiscard]] bool any_of(std::string_view bytes) const;
};

/// A character, a hexadecimal byte (`0x1d`) or a name (`LF`, `CR`, `TAB`, `FS`, `GS`, `RS`, `US`).
/// Throws std::invalid_argument.
char delimiter_byte(std::string_view text);

/// `none`, `lf` or `crlf`. Throws std::invalid_argument.
std::string_view newline_bytes(std::string_view name);

/// Throws std::invalid_argument when two are equal or one occurs in ordinary data.
void check(Delimiters const &delimiters);

}  // namespace noc837::generator
