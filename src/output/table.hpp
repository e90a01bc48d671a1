// SPDX-License-Identifier: Apache-2.0
// Records as CSV rows and JSON lines: one list of columns serves both.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace noc837::output {

/// One column of a table of `Record`s.
template <class Record>
struct Column {
  std::string_view name;
  std::string (*value)(Record const &);
  bool number = false;  ///< a JSON number rather than a string
};

/// `text` as one CSV field: quoted where needed; what a spreadsheet would run as a formula gets
/// an apostrophe in front; control characters are written as \xHH.
[[nodiscard]] std::string csv_field(std::string_view text);

/// `text` as a JSON string, quotes included.
[[nodiscard]] std::string json_string(std::string_view text);

template <class Record>
std::string csv_header(std::span<Column<Record> const> columns) {
  std::string row;
  for (auto const &column : columns) {
    if (!row.empty()) row += ',';
    row += column.name;
  }
  return row + "\n";
}

template <class Record>
std::string csv_row(std::span<Column<Record> const> columns, Record const &record) {
  std::string row;
  for (auto const &column : columns) {
    if (&column != &columns.front()) row += ',';
    row += csv_field(column.value(record));
  }
  return row + "\n";
}

template <class Record>
std::string json_row(std::span<Column<Record> const> columns, Record const &record) {
  std::string row = "{";
  for (auto const &column : columns) {
    if (&column != &columns.front()) row += ',';
    row.append("\"").append(column.name).append("\":");
    std::string const value = column.value(record);
    row += column.number ? (value.empty() ? "null" : value) : json_string(value);
  }
  return row + "}\n";
}

}  // namespace noc837::output
