// SPDX-License-Identifier: Apache-2.0
#include "base/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace noc837 {
namespace {

bool is_plain(char c) {
  return c >= ' ' && c <= '~';
}

void append_hex(std::string &out, unsigned char byte) {
  fmt::format_to(std::back_inserter(out), "\\x{:02X}", byte);
}

/// Bytes of the well-formed UTF-8 sequence at the front of `text`; 0 when there is none.
std::size_t utf8_sequence(std::string_view text) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  std::size_t size = 0;
  if (byte(0) >= 0xC2 && byte(0) <= 0xDF) size = 2;
  if (byte(0) >= 0xE0 && byte(0) <= 0xEF) size = 3;
  if (byte(0) >= 0xF0 && byte(0) <= 0xF4) size = 4;
  if (size == 0 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  bool const overlong = (byte(0) == 0xE0 && byte(1) < 0xA0) || (byte(0) == 0xF0 && byte(1) < 0x90);
  bool const surrogate = byte(0) == 0xED && byte(1) > 0x9F;
  bool const beyond = byte(0) == 0xF4 && byte(1) > 0x8F;
  return overlong || surrogate || beyond ? 0 : size;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (is_plain(c)) {
      out.push_back(c);
    } else {
      append_hex(out, byte);
    }
  }
  return out;
}

std::string printable_utf8(std::string_view text) {
  auto const plain = std::find_if_not(text.begin(), text.end(), is_plain) - text.begin();
  std::string out(text.substr(0, static_cast<std::size_t>(plain)));
  text.remove_prefix(static_cast<std::size_t>(plain));
  out.reserve(out.size() + text.size());
  while (!text.empty()) {
    auto const byte = static_cast<unsigned char>(text[0]);
    std::size_t size = 1;
    if (is_plain(text[0])) {
      out.push_back(text[0]);
    } else if (byte < 0x80) {
      append_hex(out, byte);
    } else if (size = utf8_sequence(text); size != 0) {
      bool const c1 = byte == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0;
      if (c1) {
        append_hex(out, static_cast<unsigned char>(text[1]));
      } else {
        out.append(text.substr(0, size));
      }
    } else {
      size = 1;
      if (byte < 0xA0) {
        append_hex(out, byte);
      } else {  // Latin-1
        out.push_back(static_cast<char>(0xC0U | byte >> 6U));
        out.push_back(static_cast<char>(0x80U | (byte & 0x3FU)));
      }
    }
    text.remove_prefix(size);
  }
  return out;
}

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

}  // namespace noc837
