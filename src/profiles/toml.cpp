// SPDX-License-Identifier: Apache-2.0
#include "profiles/toml.hpp"

#include <sstream>

namespace noc837::profiles {

Result<toml::table> parse_toml(std::string_view text, std::string const &file) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  // What the parser does with a character that is not ASCII is undefined but in strings and
  // comments. A text that has others in their place shows whether there are any.
  std::string ascii(text);
  for (char &c : ascii) {
    if (static_cast<unsigned char>(c) > 0x7F) c = '?';
  }
  auto parsed = toml::parse(ascii);
  if (parsed && ascii != text) parsed = toml::parse(text);
  if (!parsed) {
    return mistake(file, parsed.error(), std::string(parsed.error().description()), "a TOML file");
  }
  return std::move(parsed).table();
}

std::string shown(toml::node const &value) {
  if (auto const text = value.value_exact<std::string_view>()) return std::string(*text);
  std::string out;
  if (auto const *list = value.as_array()) {
    for (auto const &item : *list) out.append(out.empty() ? "" : " ").append(shown(item));
    return out.empty() ? "none" : out;
  }
  if (auto const *flag = value.as_boolean()) return flag->get() ? "yes" : "no";
  std::ostringstream text;
  value.visit([&](auto const &node) { text << node; });
  return text.str();
}

bool read_list(toml::node const &value, std::vector<std::string> &list) {
  auto const *items = value.as_array();
  if (items == nullptr) return false;
  list.clear();
  for (auto const &item : *items) {
    auto const text = item.value_exact<std::string>();
    if (!text) return false;
    list.push_back(*text);
  }
  return true;
}

}  // namespace noc837::profiles
