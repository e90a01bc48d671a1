// SPDX-License-Identifier: Apache-2.0
// NDCs in the forms that people type, and what must not pass for one.
#include "grammar/ndc.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;
using grammar::NdcShape;

TEST_CASE("an NDC is told by its groups, and padded only where that is certain", "[ndc]") {
  struct Row {
    std::string_view text;
    NdcShape shape;
    std::string_view eleven;
  };
  std::vector<Row> const rows = {
      {"00409379501", NdcShape::eleven, "00409379501"},
      {"00000000000", NdcShape::eleven, "00000000000"},
      {"00409-3795-01", NdcShape::five_four_two, "00409379501"},
      {"00409 3795 01", NdcShape::five_four_two, "00409379501"},
      {"00409 - 3795 -01", NdcShape::five_four_two, "00409379501"},
      {"0409-3795-01", NdcShape::four_four_two, "00409379501"},
      {"63323-249-10", NdcShape::five_three_two, "63323024910"},
      {"12345-6789-1", NdcShape::five_four_one, "12345678901"},
      {"*0409-3795-01", NdcShape::starred, "00409379501"},
      {"63323-*249-10", NdcShape::starred, "63323024910"},
      {"12345-6789-*1", NdcShape::starred, "12345678901"},
      {"0409379501", NdcShape::ten, ""},
      {"004093795010", NdcShape::twelve, ""},
      {"123456-7890-12", NdcShape::six_four_two, ""},
  };
  for (auto const &row : rows) {
    for (std::string_view const before : {"", "N4", "n4 ", "N4:", "NDC", "NDC ", "ndc: ", "NDC#",
                                          "NDC NO. ", "NDC NO ", "  ", " NDC: "}) {
      for (std::string_view const after : {"", " ", "   "}) {
        std::string const text = std::string(before).append(row.text).append(after);
        INFO('[' << text << ']');
        auto const ndc = grammar::read_ndc(text);
        CHECK(ndc.shape == row.shape);
        CHECK(ndc.eleven == row.eleven);
        CHECK(ndc.known() == !row.eleven.empty());
        CHECK(ndc.prefixed == (before.find_first_of("Nn") != std::string_view::npos));
        CHECK(ndc.padded == (before.starts_with(' ') || !after.empty()));
        std::string digits;
        for (char const c : row.text) {
          if (c == '*') digits += '0';
          if (c >= '0' && c <= '9') digits += c;
        }
        CHECK(ndc.digits == digits);
      }
    }
  }
}

TEST_CASE("anything else is no NDC", "[ndc]") {
  for (std::string_view const text : {
           "",
           " ",
           "N4",
           "NDC",
           "NDC NO.",
           "-",
           "--",
           "*",
           "***********",
           "1",
           "123456789",
           "1234567890123",
           "00409-3795",
           "00409-379501",
           "0040937-9501",
           "00409-3795-01-1",
           "00409--3795-01",
           "-00409-3795-01",
           "00409-3795-01-",
           "00409-3795-",
           "00409/3795/01",
           "00409.3795.01",
           "00409_3795_01",
           "4-4-2",
           "0409-379-01",
           "0409-3795-1",
           "409-3795-01",
           "00409-37950-1",
           "004093-795-01",
           "0*409-3795-01",
           "**409-3795-01",
           "00409-37*5-01",
           "00409-3795-0*",
           "*0409379501",
           "0040937950*",
           "*409-3795-01",
           "*0409-3795-1",
           "*0409-3795-*1",
           "A0409379501",
           "0040937950A",
           "O0409379501",
           "00409379501X",
           "0x409379501",
           "00409379501,",
           "00409379501;00409379502",
           "00409379501 00409379502",
           "N4N400409379501",
           "N5 00409379501",
           "UPC 00409379501",
           "NDC-00409379501",
           "N400409-3795",
           "\t00409379501",
           "00409379501\n",
           "00409\t3795\t01",
           "00409379501\xA0",
           "\xEF\xBC\x90\xEF\xBC\x91",
       }) {
    INFO('[' << text << ']');
    auto const ndc = grammar::read_ndc(text);
    CHECK(ndc.shape == NdcShape::other);
    CHECK(ndc.eleven.empty());
    CHECK_FALSE(ndc.known());
  }
  CHECK(grammar::read_ndc({"00409379501\0", 12}).shape == NdcShape::other);
}

TEST_CASE("hostile lengths are no NDC and take no time to refuse", "[ndc]") {
  for (std::string_view const piece : {"0", "-", "*", " ", "0-", "0 ", "N4", "* -", "NDC "}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    INFO(piece);
    CHECK(grammar::read_ndc(text).shape == NdcShape::other);
    CHECK(grammar::read_ndc(text + "x").shape == NdcShape::other);
  }
}

TEST_CASE("every eleven digits are an NDC of their own", "[ndc]") {
  std::string digits = "00000000000";
  for (std::size_t at = 0; at < digits.size(); ++at) {
    for (char c = '0'; c <= '9'; ++c) {
      auto text = digits;
      text[at] = c;
      CHECK(grammar::read_ndc(text).eleven == text);
      auto const hyphenated = text.substr(0, 5) + "-" + text.substr(5, 4) + "-" + text.substr(9);
      CHECK(grammar::read_ndc(hyphenated).eleven == text);
    }
  }
}
