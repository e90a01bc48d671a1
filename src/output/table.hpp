// SPDX-License-Identifier: Apache-2.0
// Records as CSV rows and JSON lines: one list of columns serves both.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace noc837::output {

/// What the values of a column are to a program that reads them.
enum class Holds : std::uint8_t {
  text,      ///< codes, ids and free text, however many digits they have
  amount,    ///< what a person adds up, a decimal as it was typed
  date,      ///< YYYY-MM-DD
  position,  ///< an integer: a JSON number rather than a string
};

/// One column of a table of `Record`s.
template <class Record>
struct Column {
  /// Of values that have to be made.
  constexpr Column(std::string_view title, std::string (*make)(Record const &),
                   Holds kind = Holds::text)
      : name(title), holds(kind), make_(make) {}
  /// Of values that stand in the record, or are always there.
  constexpr Column(std::string_view title, std::string_view (*find)(Record const &),
                   Holds kind = Holds::text)
      : name(title), holds(kind), find_(find) {}

  /// The value of a record. One that has to be made is put into `room`.
  [[nodiscard]] std::string_view value(Record const &record, std::string &room) const {
    return find_ != nullptr ? find_(record) : room = make_(record);
  }

  std::string_view name;
  Holds holds;

 private:
  std::string (*make_)(Record const &) = nullptr;
  std::string_view (*find_)(Record const &) = nullptr;
};

/// The values of a record, in the order of its columns.
using Row = std::span<std::string const>;

template <class Record>
std::vector<std::string> row_of(std::span<Column<Record> const> columns, Record const &record) {
  std::vector<std::string> row;
  row.reserve(columns.size());
  std::string room;
  for (auto const &column : columns) row.emplace_back(column.value(record, room));
  return row;
}

/// Whom CSV is written for.
enum class CsvFor : std::uint8_t {
  programs,  ///< every value as it is
  /// Excel, which takes UTF-8 for what it is when it begins with a byte order mark, and reads what
  /// looks like a number, date or time as one, unless it is written ="00409379501".
  excel,
};

/// `text` as one CSV field: quoted where needed; what a spreadsheet would run as a formula gets
/// an apostrophe in front; control characters are written as \xHH.
[[nodiscard]] std::string csv_field(std::string_view text, Holds holds = Holds::text,
                                    CsvFor reader = CsvFor::programs);
/// Appends it.
void append_csv_field(std::string &row, std::string_view text, Holds holds, CsvFor reader);

/// What a CSV file begins with, before its header.
[[nodiscard]] constexpr std::string_view csv_mark(CsvFor reader) {
  return reader == CsvFor::excel ? "\xEF\xBB\xBF" : "";
}

/// `text` as a JSON string, quotes included.
[[nodiscard]] std::string json_string(std::string_view text);
/// Appends it.
void append_json_string(std::string &row, std::string_view text);

template <class Record>
std::string csv_header(std::span<Column<Record> const> columns, CsvFor reader) {
  std::string row(csv_mark(reader));
  for (auto const &column : columns) {
    if (&column != &columns.front()) row += ',';
    row += column.name;
  }
  return row + "\n";
}

template <class Record>
std::string csv_row(std::span<Column<Record> const> columns, Record const &record, CsvFor reader) {
  std::string row;
  row.reserve(512);
  std::string room;
  for (auto const &column : columns) {
    if (&column != &columns.front()) row += ',';
    append_csv_field(row, column.value(record, room), column.holds, reader);
  }
  row += '\n';
  return row;
}

template <class Record>
std::string json_row(std::span<Column<Record> const> columns, Record const &record) {
  std::string row;
  row.reserve(1024);
  std::string room;
  char before = '{';
  for (auto const &column : columns) {
    row += before;
    before = ',';
    row.append("\"").append(column.name).append("\":");
    auto const value = column.value(record, room);
    if (column.holds != Holds::position) {
      append_json_string(row, value);
    } else if (value.empty()) {
      row += "null";
    } else {
      row += value;
    }
  }
  row += "}\n";
  return row;
}

}  // namespace noc837::output
