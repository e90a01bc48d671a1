// SPDX-License-Identifier: Apache-2.0
// Text of a file, made safe to show.
#include "base/printable.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "support/catch.hpp"

using namespace std::string_view_literals;
using noc837::printable;
using noc837::printable_utf8;

TEST_CASE("printable text is ASCII without control bytes, byte by byte", "[printable]") {
  for (int value = 0; value < 256; ++value) {
    char const byte = static_cast<char>(value);
    std::string const shown = printable({&byte, 1});
    INFO(value);
    if (value >= 0x20 && value < 0x7F) {
      CHECK(shown == std::string(1, byte));
    } else {
      constexpr std::string_view digits = "0123456789ABCDEF";
      std::string expected = "\\x";
      expected += digits[static_cast<std::size_t>(value) / 16];
      expected += digits[static_cast<std::size_t>(value) % 16];
      CHECK(shown == expected);
    }
  }
}

TEST_CASE("valid UTF-8 stays, other bytes are read as Latin-1, controls become hex",
          "[printable]") {
  struct Row {
    std::string_view text;
    std::string_view shown;
  };
  std::vector<Row> const rows = {
      {"", ""},
      {"plain ~*:^", "plain ~*:^"},
      {"\0"sv, "\\x00"},
      {"a\tb\r\n", "a\\x09b\\x0D\\x0A"},
      {"\x1B[31m", "\\x1B[31m"},
      {"\x7F", "\\x7F"},
      {"\xC3\xA9", "\xC3\xA9"},                                  // U+00E9
      {"\xE2\x82\xAC", "\xE2\x82\xAC"},                          // U+20AC
      {"\xF0\x9F\x92\x8A", "\xF0\x9F\x92\x8A"},                  // U+1F48A
      {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},                  // U+10FFFF
      {"\xED\x9F\xBF\xEE\x80\x80", "\xED\x9F\xBF\xEE\x80\x80"},  // around the surrogates
      {"\xE9", "\xC3\xA9"},                                      // Latin-1
      {"\xB5g", "\xC2\xB5g"},
      {"\xA0", "\xC2\xA0"},
      {"\xFF", "\xC3\xBF"},
      {"\x9B", "\\x9B"},      // C1 as a byte
      {"\xC2\x9B", "\\x9B"},  // C1 as UTF-8
      {"\xC2\x80", "\\x80"},
      {"\xC2\xA0", "\xC2\xA0"},
      {"\xC0\xAF", "\xC3\x80\xC2\xAF"},  // overlong, so Latin-1
      {"\xC1\x81", "\xC3\x81\\x81"},
      {"\xE0\x80\x80", "\xC3\xA0\\x80\\x80"},
      {"\xE0\x9F\xBF", "\xC3\xA0\\x9F\xC2\xBF"},
      {"\xF0\x8F\xBF\xBF", "\xC3\xB0\\x8F\xC2\xBF\xC2\xBF"},
      {"\xED\xA0\x80", "\xC3\xAD\xC2\xA0\\x80"},        // a surrogate
      {"\xF4\x90\x80\x80", "\xC3\xB4\\x90\\x80\\x80"},  // beyond U+10FFFF
      {"\xF5\x80", "\xC3\xB5\\x80"},
      {"\xE2\x82", "\xC3\xA2\\x82"},  // cut short
      {"\xC3", "\xC3\x83"},
      {"\xC3\xA9\xE9", "\xC3\xA9\xC3\xA9"},
      {"\xC3(", "\xC3\x83("},
  };
  for (auto const &row : rows) {
    INFO(printable(row.text));
    CHECK(printable(printable_utf8(row.text)) == printable(row.shown));
  }
}

TEST_CASE("no two bytes come through as a control character", "[printable]") {
  std::size_t controls = 0;
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      std::string const text{static_cast<char>(first), static_cast<char>(second)};
      std::string const shown = printable_utf8(text);
      for (std::size_t i = 0; i < shown.size(); ++i) {
        auto const byte = static_cast<unsigned char>(shown[i]);
        bool const c1 = byte == 0xC2 && static_cast<unsigned char>(shown[i + 1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F || c1) ++controls;
      }
    }
  }
  CHECK(controls == 0);
}

TEST_CASE("an error tells file, byte, segment, what and what was expected", "[error]") {
  noc837::Error error;
  error.what = "the file ends inside segment SV1";
  CHECK(error.message() == "the file ends inside segment SV1");
  error.expected = "SE";
  error.file = "in\x1B.edi";
  error.offset = std::uint64_t{1} << 40U;
  error.segment = 7;
  CHECK(error.message() ==
        "in\\x1B.edi: byte 1099511627776: segment 7: the file ends inside segment SV1; "
        "expected SE");
  noc837::Error const named = noc837::with_file(error, "other").value();
  CHECK(named.file == "in\x1B.edi");
  error.file.clear();
  CHECK(noc837::with_file(error, "other").value().file == "other");
}
