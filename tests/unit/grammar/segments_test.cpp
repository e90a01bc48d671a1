// SPDX-License-Identifier: Apache-2.0
// Runs of bytes cut into segments that together are those bytes.
#include "grammar/segments.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;

namespace {

edi::Segments split(std::string_view bytes, edi::Delimiters delimiters = {}) {
  edi::Segments out;
  grammar::split_segments(bytes, delimiters, 1000, 7, out);
  return out;
}

/// "[text|tail]" for each segment.
std::string shown(edi::Segments const &segments) {
  std::string out;
  for (auto const &segment : segments) {
    out.append("[").append(segment.text).append("|").append(segment.tail).append("]");
  }
  return out;
}

}  // namespace

TEST_CASE("segments keep their terminator and what follows it as their tail", "[segments]") {
  struct Row {
    char const *bytes;
    char const *segments;
  };
  for (Row const &row : {
           Row{"", ""},
           {"LX*1~", "[LX*1|~]"},
           {"LX*1~SV1*A~", "[LX*1|~][SV1*A|~]"},
           {"LX*1~\r\nSV1*A~\n", "[LX*1|~\r\n][SV1*A|~\n]"},
           {"LX*1~ \t\n\n  SV1*A~", "[LX*1|~ \t\n\n  ][SV1*A|~]"},
           {"LX*1~~~SV1*A~~", "[LX*1|~~~][SV1*A|~~]"},
           {"\r\n LX*1~", "[LX*1|~]"},
           {"~~LX*1~", "[LX*1|~]"},
           {"LX*1", "[LX*1|]"},
           {"LX*1~SV1", "[LX*1|~][SV1|]"},
           {"LX* 1 \n~", "[LX* 1 \n|~]"},
           {" \n~", ""},
       }) {
    INFO(row.bytes);
    CHECK(shown(split(row.bytes)) == row.segments);
  }
  CHECK(shown(split("LX*1\nSV1*A\n\n", {'*', ':', '^', '\n'})) == "[LX*1|\n][SV1*A|\n\n]");
  CHECK(shown(split("LX*1\r\nSV1*A\r\n", {'*', ':', '^', '\r'})) == "[LX*1|\r\n][SV1*A|\r\n]");
}

TEST_CASE("segments know their place and their tag", "[segments]") {
  auto const segments = split("\n lx*1~\nSV1*A~NOTE*long~~E");
  REQUIRE(segments.size() == 4);
  std::vector<std::uint64_t> const offsets = {1002, 1008, 1014, 1025};
  std::vector<edi::Tag> const tags = {edi::tag("LX"), edi::tag("SV1"), 0, edi::tag("E")};
  for (std::size_t i = 0; i < segments.size(); ++i) {
    INFO(i);
    CHECK(segments[i].offset == offsets[i]);
    CHECK(segments[i].ordinal == 7 + i);
    CHECK(segments[i].id == tags[i]);
    CHECK_FALSE(segments[i].inserted);
  }
}

TEST_CASE("segments are added behind those that are there", "[segments]") {
  edi::Segments out;
  grammar::split_segments("LX*1~", {}, 0, 1, out);
  grammar::split_segments("SV1~", {}, 5, 2, out);
  CHECK(shown(out) == "[LX*1|~][SV1|~]");
  CHECK(out[1].ordinal == 2);
}

TEST_CASE("texts and tails of random bytes together are those bytes", "[segments]") {
  std::mt19937 random(7);
  constexpr std::string_view alphabet = "A~~*: \t\r\nLX1\0\xFF";
  std::uniform_int_distribution<std::size_t> letter(0, alphabet.size());
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = "A";
    for (int i = 0; i < round % 60; ++i) {
      auto const at = letter(random);
      bytes += at < alphabet.size() ? alphabet[at] : '\0';
    }
    std::string joined;
    for (auto const &segment : split(bytes)) {
      REQUIRE(segment.offset == 1000 + joined.size());
      REQUIRE_FALSE(segment.text.empty());
      joined.append(segment.text).append(segment.tail);
    }
    REQUIRE(joined == bytes);
  }
}

TEST_CASE("segments of every length are found at every place", "[segments]") {
  for (std::size_t before = 0; before < 40; ++before) {
    for (std::size_t size = 1; size < 80; ++size) {
      std::string const first(before, 'A');
      std::string const second(size, 'B');
      auto const bytes = first + "~" + second + "~\nC";
      auto const expected = (before == 0 ? "" : "[" + first + "|~]") + "[" + second + "|~\n][C|]";
      INFO(bytes);
      REQUIRE(shown(split(bytes)) == expected);
    }
  }
}

TEST_CASE("a segment's tag is the same whatever its length and case", "[segments]") {
  for (std::string const id : {"", "L", "l", "LX", "lx", "n4", "N4", "SV1", "sv1", "Sv1", "{|}",
                               "NOTE", "note", "ENTITY", "ABCDEFGHIJ"}) {
    for (std::size_t size = 0; size < 20; ++size) {
      std::string const text = id + "*" + std::string(size, 'x');
      auto const expected = id.size() > 3 ? 0 : edi::tag(id);
      INFO(text);
      REQUIRE(split(text + "~").front().id == expected);
      REQUIRE(grammar::segment_tag(text, {}) == expected);
      REQUIRE(split(id + "~SV1*A~").front().id == (id.empty() ? edi::tag("SV1") : expected));
    }
  }
}
