// SPDX-License-Identifier: Apache-2.0
// Characters of free text: counted as the guides count them, and those that X12 does not have.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"

namespace noc837::rules {

/// True for printable ASCII, which nearly every text is.
[[nodiscard]] bool all_printable(std::string_view text);

/// How many characters `text` has. A well-formed UTF-8 sequence is one, any other byte is one.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Where the first character outside X12's extended set begins. Line ends are not looked for:
/// they are a file's wrapping and not what somebody typed.
[[nodiscard]] std::optional<std::size_t> find_foreign(std::string_view text,
                                                      edi::Delimiters const &delimiters);

/// `text` with the characters spelled out that have one plain spelling: a micro sign before a g
/// (MCG), registered and trademark signs (left out), dashes and curly quotes. They may be written
/// in UTF-8 or CP1252. What has no such spelling, or one that holds a delimiter, is left.
[[nodiscard]] std::string in_plain_characters(std::string_view text,
                                              edi::Delimiters const &delimiters);

}  // namespace noc837::rules
