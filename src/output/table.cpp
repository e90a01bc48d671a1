// SPDX-License-Identifier: Apache-2.0
#include "output/table.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/printable.hpp"
#include "edi/elements.hpp"
#include "grammar/decimal.hpp"

namespace noc837::output {
namespace {

/// Characters that no CSV field has to be quoted for.
constexpr auto plain_in_csv = [] {
  std::array<bool, 256> plain{};
  for (unsigned char c = ' '; c <= '~'; ++c) plain[c] = c != ',' && c != '"';
  return plain;
}();

/// Characters that JSON writes as they are.
constexpr auto plain_in_json = [] {
  std::array<bool, 256> plain{};
  for (unsigned char c = ' '; c <= '~'; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

/// What a spreadsheet takes a formula to begin with.
constexpr std::string_view runs = "=+-@";

/// True for text that programs read as it is, as nearly all is.
bool is_plain_field(std::string_view text) {
  return text.empty() || (runs.find(text[0]) == std::string_view::npos &&
                          std::all_of(text.begin(), text.end(), [](char c) {
                            return plain_in_csv[static_cast<unsigned char>(c)];
                          }));
}

/// True for text that JSON writes as it is, as nearly all is.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return plain_in_json[static_cast<unsigned char>(c)]; });
}

/// `text` as a JSON string, whatever is in it. Apart from where it is called, because it takes much
/// room and is rarely needed.
[[gnu::noinline]] std::string quoted_json(std::string_view text) {
  return nlohmann::json(printable_utf8(text)).dump();
}

/// `text` between double quotes, those in it doubled: how CSV and formulas write a text.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

/// True for what Excel may take for a number, a date, a time or a truth value.
bool excel_reads_as_number(std::string_view text) {
  constexpr std::string_view begins = "0123456789.+-($";
  constexpr std::array<std::string_view, 14> words = {"JAN", "FEB", "MAR",  "APR",  "MAY",
                                                      "JUN", "JUL", "AUG",  "SEP",  "OCT",
                                                      "NOV", "DEC", "TRUE", "FALSE"};
  text = edi::trim(text);
  if (text.empty()) return false;
  return begins.find(text.front()) != std::string_view::npos ||
         std::any_of(words.begin(), words.end(), [&](std::string_view word) {
           return edi::equal_folded(text.substr(0, word.size()), word);
         });
}

/// True when Excel has to be told that a value is a text.
bool needs_text_mark(std::string_view field, Holds holds) {
  // No longer text can stand in a formula, and none is a number.
  constexpr std::size_t most_characters = 255;
  if (holds == Holds::date || holds == Holds::position || field.size() > most_characters) {
    return false;
  }
  if (holds == Holds::amount && grammar::read_decimal(field)) return false;
  return excel_reads_as_number(field);
}

}  // namespace

std::string csv_field(std::string_view text, Holds holds, CsvFor reader) {
  std::string field = printable_utf8(text);
  bool const formula = !field.empty() && runs.find(field[0]) != std::string_view::npos &&
                       !grammar::read_decimal(field);
  if (formula) {
    field.insert(0, 1, '\'');
  } else if (reader == CsvFor::excel && needs_text_mark(field, holds)) {
    field = '=' + in_quotes(field);
  }
  return field.find_first_of(",\"") == std::string::npos ? field : in_quotes(field);
}

void append_csv_field(std::string &row, std::string_view text, Holds holds, CsvFor reader) {
  if (reader == CsvFor::programs && is_plain_field(text)) {
    row += text;
  } else {
    row += csv_field(text, holds, reader);
  }
}

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

void append_json_string(std::string &row, std::string_view text) {
  if (is_plain(text)) {
    row += '"';
    row += text;
    row += '"';
  } else {
    row += quoted_json(text);
  }
}

}  // namespace noc837::output
