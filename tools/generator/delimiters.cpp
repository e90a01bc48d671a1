// SPDX-License-Identifier: Apache-2.0
// The four delimiters of the interchange that is written, and what may follow a terminator.
#include "tools/generator/delimiters.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace noc837::generator {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 7> names{{
    {"TAB", '\t'},
    {"LF", '\n'},
    {"CR", '\r'},
    {"FS", '\x1c'},
    {"GS", '\x1d'},
    {"RS", '\x1e'},
    {"US", '\x1f'},
}};

/// Punctuation that correct claims contain; names, codes and numbers need the letters and digits.
constexpr std::string_view data_bytes =
    " .-/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

}  // namespace

bool Delimiters::any_of(std::string_view bytes) const {
  std::array<char, 4> const all{element, component, repetition, terminator};
  return bytes.find_first_of(std::string_view{all.data(), all.size()}) != std::string_view::npos;
}

char delimiter_byte(std::string_view text) {
  if (text.size() == 1) return text.front();
  for (auto const &[name, byte] : names) {
    if (text == name) return byte;
  }
  if (text.size() == 4 && (text.starts_with("0x") || text.starts_with("0X"))) {
    unsigned value = 0;
    auto const *const end = text.data() + text.size();
    auto const result = std::from_chars(text.data() + 2, end, value, 16);
    if (result.ec == std::errc{} && result.ptr == end && value != 0)
      return static_cast<char>(value);
  }
  throw std::invalid_argument(fmt::format(
      "'{}' is no delimiter: give one character, a byte such as 0x1d, or TAB LF CR FS GS RS US",
      text));
}

std::string_view newline_bytes(std::string_view name) {
  if (name == "none") return "";
  if (name == "lf") return "\n";
  if (name == "crlf") return "\r\n";
  throw std::invalid_argument(fmt::format("'{}' is no newline: give none, lf or crlf", name));
}

void check(Delimiters const &delimiters) {
  std::array<char, 4> const all{delimiters.element, delimiters.component, delimiters.repetition,
                                delimiters.terminator};
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (all[i] == all[j]) throw std::invalid_argument("the four delimiters must differ");
    }
  }
  if (delimiters.any_of(data_bytes)) {
    throw std::invalid_argument(
        "letters, digits, blank, point, hyphen and slash occur in the data and cannot be "
        "delimiters");
  }
}

}  // namespace noc837::generator
