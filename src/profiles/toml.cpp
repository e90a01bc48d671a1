// SPDX-License-Identifier: Apache-2.0
#include "profiles/toml.hpp"

#include <algorithm>
#include <optional>
#include <sstream>

namespace noc837::profiles {

namespace {

/// Behind the string whose quote stands at `at`. A line's end ends a string of one line.
std::size_t behind_string(std::string_view text, std::size_t at) {
  char const quote = text[at];
  bool const many_lines = text.substr(at).starts_with(std::string(3, quote));
  at += many_lines ? 3 : 1;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (!many_lines && (text[at] == quote || text[at] == '\n')) {
      return at + 1;
    } else if (many_lines && text.substr(at).starts_with(std::string(3, quote))) {
      return std::min(text.find_first_not_of(quote, at), text.size());
    }
  }
  return text.size();
}

/// The first character outside of strings and comments that is not ASCII. It is a mistake, and the
/// parser's behaviour is undefined where it meets one.
std::optional<std::size_t> stray_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (text[at] == '"' || text[at] == '\'') {
      at = behind_string(text, at);
    } else if (static_cast<unsigned char>(text[at]) > 0x7F) {
      return at;
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<toml::table> parse_toml(std::string_view text, std::string const &file) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (auto const stray = stray_character(text)) {
    auto failed = fail(Fault::usage, "a character that is not ASCII outside of quotes",
                       "quotes around the text");
    failed.value().file = file;
    failed.value().line =
        static_cast<unsigned>(1 + std::count(text.begin(), text.begin() + *stray, '\n'));
    return failed;
  }
  auto parsed = toml::parse(text);
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
