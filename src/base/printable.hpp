// SPDX-License-Identifier: Apache-2.0
// Text from a file made safe to show: nothing in it can steer a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace noc837 {

/// `text` with every control byte and every byte above 0x7E written as \xHH.
[[nodiscard]] std::string printable(std::string_view text);

/// `text` as UTF-8 for tables and reports: valid UTF-8 stays, other bytes are read as Latin-1;
/// control characters, those of the C1 set included, become \xHH.
[[nodiscard]] std::string printable_utf8(std::string_view text);

/// Columns that printable text takes on a terminal, one for each character.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// True for a byte inside a UTF-8 character, at which text must not be cut.
[[nodiscard]] constexpr bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace noc837
