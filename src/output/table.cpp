// SPDX-License-Identifier: Apache-2.0
#include "output/table.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/printable.hpp"
#include "grammar/decimal.hpp"

namespace noc837::output {
namespace {

/// True for text that JSON writes as it is, as nearly all is.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

}  // namespace

std::string csv_field(std::string_view text) {
  std::string field = printable_utf8(text);
  constexpr std::string_view runs = "=+-@";
  if (!field.empty() && runs.find(field[0]) != std::string_view::npos &&
      !grammar::read_decimal(field)) {
    field.insert(0, 1, '\'');
  }
  if (field.find_first_of(",\"") == std::string::npos) return field;
  std::string quoted = "\"";
  for (char const c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string json_string(std::string_view text) {
  if (is_plain(text)) return std::string("\"").append(text).append("\"");
  return nlohmann::json(printable_utf8(text)).dump();
}

}  // namespace noc837::output
