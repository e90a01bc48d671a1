// SPDX-License-Identifier: Apache-2.0
// Text from a file made safe to show: nothing in it can steer a terminal.
#pragma once

#include <string>
#include <string_view>

namespace noc837 {

/// `text` with every control byte and every byte above 0x7E written as \xHH.
[[nodiscard]] std::string printable(std::string_view text);

/// `text` as UTF-8 for tables and reports: valid UTF-8 stays, other bytes are read as Latin-1;
/// control characters, those of the C1 set included, become \xHH.
[[nodiscard]] std::string printable_utf8(std::string_view text);

}  // namespace noc837
