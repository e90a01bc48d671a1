// SPDX-License-Identifier: Apache-2.0
// Text in lines of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace noc837::cli {

/// `text` broken at blanks into lines of at most `width` characters, each behind `indent`; no line
/// end after the last.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width = 80,
                                  std::string_view indent = {});

}  // namespace noc837::cli
