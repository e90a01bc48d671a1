// SPDX-License-Identifier: Apache-2.0
#include "output/table.hpp"

#include <nlohmann/json.hpp>

#include "base/printable.hpp"
#include "grammar/decimal.hpp"

namespace noc837::output {

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
  return nlohmann::json(printable_utf8(text)).dump();
}

}  // namespace noc837::output
