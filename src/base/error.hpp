// SPDX-License-Identifier: Apache-2.0
// Expected failures as values: what went wrong, where, and what was expected instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace noc837 {

/// Who has to act on a failure; each kind has one exit code.
enum class Fault : std::uint8_t {
  usage,     ///< wrong option or configuration: exit 2
  input,     ///< unreadable, not X12, truncated, over a limit: exit 3
  output,    ///< an output could not be written: exit 4
  internal,  ///< a promise of ours is broken: exit 70
};

/// A failure that ends the work on one input. Never carries claim content.
struct Error {
  Fault fault = Fault::internal;
  std::string what;                     ///< what was found, e.g. "the file ends inside segment SV1"
  std::string expected;                 ///< what should have been there; may be empty
  std::string file;                     ///< as the user named it; "-" is standard input
  std::optional<std::uint64_t> line = {};  ///< of a configuration file, from 1
  std::optional<std::uint64_t> offset;  ///< byte position in the uncompressed input
  std::optional<std::uint64_t> segment;  ///< ordinal in the interchange, ISA is 1
  std::string_view rule = {};            ///< the catalogue's rule for it: ENV01, ENV07
  bool over_limit = false;               ///< the input is larger somewhere than is read

  /// One line: file, position, what, expected.
  [[nodiscard]] std::string message() const;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure: `return fail(Fault::input, "…", "…");`
inline tl::unexpected<Error> fail(Fault fault, std::string what, std::string expected = {}) {
  Error error;
  error.fault = fault;
  error.what = std::move(what);
  error.expected = std::move(expected);
  return tl::unexpected<Error>(std::move(error));
}

/// The same failure, of a file: names it unless the failure names one already.
inline tl::unexpected<Error> with_file(Error error, std::string const &file) {
  if (error.file.empty()) error.file = file;
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace noc837
