// SPDX-License-Identifier: Apache-2.0
// Text tables as government sites publish them: separated by tabs or commas, in any encoding.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace noc837::tables {

using Fields = std::vector<std::string>;

/// A failure in a file's line, the first being 1.
[[nodiscard]] Error at_line(std::size_t line, std::string what, std::string expected = {});

/// All of a file as UTF-8 without byte order mark. Reads UTF-8, UTF-16 with its mark, and for
/// anything else Windows-1252, which Latin-1 is part of; compressed files as well.
[[nodiscard]] Result<std::string> read_text(std::string const &path);

enum class Format : std::uint8_t {
  tabs,    ///< quotes mean nothing
  commas,  ///< RFC 4180: a quoted field may hold commas, line ends and doubled quotes
};

/// Calls `take` with each row that has a field, blanks around fields taken off, and the line that
/// the row begins in. Ends at the first failure.
[[nodiscard]] Result<void> read_rows(
    std::string_view text, Format format,
    std::function<Result<void>(std::size_t line, Fields const &fields)> const &take);

/// Where the columns of a table are, by name. Case, blanks and punctuation in names do not count.
class Columns {
 public:
  explicit Columns(Fields const &names);

  /// The column with one of these names.
  [[nodiscard]] std::optional<std::size_t> find(
      std::initializer_list<std::string_view> names) const;
  /// The same; the failure names the first.
  [[nodiscard]] Result<std::size_t> need(std::initializer_list<std::string_view> names) const;

  /// A column's name as it is compared: "NDC PACKAGE_CODE" is NDCPACKAGECODE.
  [[nodiscard]] static std::string folded(std::string_view name);

 private:
  std::vector<std::string> names_;
};

/// A field of a row; empty where the row is too short or the table has no such column.
[[nodiscard]] std::string_view field(Fields const &fields, std::optional<std::size_t> column);

}  // namespace noc837::tables
