// SPDX-License-Identifier: Apache-2.0
// The TOML parser, whose failures are values, and how its values are read and shown.
#pragma once

// What the parser asserts about itself does not hold of every faulty text, and it gives the right
// error without: a mistake in a profile is no reason to abort where NDEBUG is not defined.
#define TOML_ASSERT(expr) static_cast<void>(0)
#include <toml++/toml.h>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace noc837::profiles {

/// Parses the text of `file`; a failure names file and line.
[[nodiscard]] Result<toml::table> parse_toml(std::string_view text, std::string const &file);

/// A mistake in `file` where `node` or `key` stands.
template <class Located>
[[nodiscard]] tl::unexpected<Error> mistake(std::string const &file, Located const &where,
                                            std::string what, std::string expected = {}) {
  auto failed = fail(Fault::usage, std::move(what), std::move(expected));
  failed.value().file = file;
  failed.value().line = where.source().begin.line;
  return failed;
}

/// The value as text: lists with blanks between their items.
[[nodiscard]] std::string shown(toml::node const &value);

/// Reads a list of texts; false when it is none, or holds something else.
[[nodiscard]] bool read_list(toml::node const &value, std::vector<std::string> &list);

}  // namespace noc837::profiles
