// SPDX-License-Identifier: Apache-2.0
// The vectorised index of segments agrees with loops over bytes: its marks with the plain marks,
// and what it says of a window with a reading of it byte by byte.
#include "grammar/segment_index.hpp"

#include <algorithm>
#include <bit>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/vector_targets.hpp"

using namespace noc837;

namespace {

/// Bytes of few values, so that terminators and padding are frequent, or of all values.
std::string random_bytes(std::size_t size, std::string_view values, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<unsigned> any(0, 255);
  std::string out(size, '\0');
  for (char &byte : out) {
    auto const value = any(random);
    byte = values.empty() ? static_cast<char>(value) : values[value % values.size()];
  }
  return out;
}

constexpr std::string_view ids = "~~~~ \t\r\n~CLHSTEGIXVclhstegixvN*:";

struct Segment {
  std::size_t begin;
  std::size_t end;
  bool operator==(Segment const &) const = default;
};

/// What a window holds, read byte by byte.
struct Expected {
  std::vector<Segment> segments;  ///< those with a terminator
  std::uint32_t strays = 0;
  bool indented = false;
};

Expected read(std::string_view window, char terminator) {
  Expected out;
  std::size_t at = 0;
  for (;;) {
    for (; at < window.size(); ++at) {
      char const c = window[at];
      if (c == terminator) {
        ++out.strays;
      } else if (c == ' ' || c == '\t') {
        out.indented = true;
      } else if (c != '\r' && c != '\n') {
        break;
      }
    }
    auto const end = window.find(terminator, at);
    if (end == std::string_view::npos) return out;
    out.segments.push_back({at, end});
    at = end + 1;
  }
}

bool of_interest(std::string_view text) {
  auto const starts = [&](std::string_view id) {
    return text.size() >= 2 && (text[0] & ~0x20) == id[0] && (text[1] & ~0x20) == id[1];
  };
  constexpr std::string_view pairs[] = {"CL", "HL", "ST", "SE", "GS", "GE", "IE", "IS", "LX", "SV"};
  return std::any_of(std::begin(pairs), std::end(pairs), starts);
}

/// What the index has wrong about a window; empty when nothing.
std::string mistake(grammar::SegmentIndex &index, std::string_view text, char terminator) {
  // Its own allocation of exactly this size: the sanitizer sees any read past it.
  auto const window = std::make_unique<char[]>(text.size());
  std::copy(text.begin(), text.end(), window.get());
  char const *const first = window.get();
  char const *const last = first + text.size();
  auto const expected = read(text, terminator);

  index.start(first, last, terminator);
  std::vector<Segment> found;
  for (char const *at = index.next_candidate(); at != last; at = index.next_candidate()) {
    Segment const segment{static_cast<std::size_t>(at - first),
                          static_cast<std::size_t>(index.end_of_candidate() - first)};
    if (segment.end == text.size()) continue;  // not whole
    auto const known = std::find(expected.segments.begin(), expected.segments.end(), segment);
    if (known == expected.segments.end()) return "no segment at " + std::to_string(segment.begin);
    if (index.segments_before() != static_cast<std::uint32_t>(known - expected.segments.begin())) {
      return "wrong count at " + std::to_string(segment.begin);
    }
    found.push_back(segment);
  }
  for (auto const &segment : expected.segments) {
    if (of_interest(text.substr(segment.begin, segment.end - segment.begin)) &&
        std::find(found.begin(), found.end(), segment) == found.end()) {
      return "passed over " + std::to_string(segment.begin);
    }
  }
  auto const passed = index.finish(last);
  if (passed.segments != expected.segments.size()) return "wrong number of segments";
  if (passed.strays != expected.strays) return "wrong number of strays";
  if (passed.indented != expected.indented) return "wrong about blanks";
  auto const end = expected.segments.empty() ? 0 : expected.segments.back().end + 1;
  return passed.end == first + end ? "" : "wrong end";
}

void compare_vector_with_plain_words() {
  auto const bytes = random_bytes(64 * 5 + 65, "", 1) + random_bytes(64 * 5 + 65, ids, 2);
  constexpr std::size_t count = 10;
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (std::size_t shift = 0; shift < 64; ++shift) {
      std::vector<grammar::IndexWord> vector(count, {1, 2, 3, 4});
      std::vector<grammar::IndexWord> plain(count, {5, 6, 7, 8});
      grammar::IndexState vector_state{7, shift % 2, 0};
      grammar::IndexState plain_state = vector_state;
      char const terminator = static_cast<char>(byte);
      char const *const data = bytes.data() + shift;
      grammar::index_words(data, count, terminator, vector_state, vector.data());
      grammar::index_words_plain(data, count, terminator, plain_state, plain.data());
      if (vector != plain || !(vector_state == plain_state)) {
        FAIL("byte " << byte << " at alignment " << shift);
      }
    }
  }
  SUCCEED("all agree");
}

}  // namespace

TEST_CASE("vector and plain words are the same for every terminator and alignment", "[index]") {
  test::for_each_target(compare_vector_with_plain_words);
}

TEST_CASE("bits are counted as the library counts them", "[index]") {
  static_assert(grammar::bits_in(0) == 0 && grammar::bits_in(~std::uint64_t{0}) == 64);
  std::mt19937_64 random(837);
  for (int i = 0; i < 1000; ++i) {
    auto const word = random() & random();
    CHECK(grammar::bits_in(word) == static_cast<unsigned>(std::popcount(word)));
  }
}

TEST_CASE("segments that cannot be of interest are not marked", "[index]") {
  for (std::string_view const id : {"NM1", "N3", "N4", "REF", "DTP", "DMG", "SBR", "PRV", "PER",
                                    "HI", "PAT", "AMT", "OI", "CAS", "LIN", "CTP", "PWK", "NTE"}) {
    INFO(id);
    std::string text(id);
    text.append("*1~");
    grammar::SegmentIndex index;
    index.start(text.data(), text.data() + text.size(), '~');
    CHECK(index.next_candidate() == text.data() + text.size());
  }
}

TEST_CASE("the index finds every segment in windows of every length", "[index]") {
  grammar::SegmentIndex index;
  for (std::size_t size = 0; size <= 300; ++size) {
    for (std::string_view const values :
         {ids, std::string_view("~"), std::string_view("~ SE"), std::string_view("~\nST*AAAAAAAA"),
          std::string_view("")}) {
      for (unsigned seed = 0; seed < 4; ++seed) {
        auto const bytes = random_bytes(size, values, seed * 1000 + static_cast<unsigned>(size));
        auto const wrong = mistake(index, bytes, '~');
        if (!wrong.empty()) FAIL(wrong << ": size " << size << ", seed " << seed << ": " << bytes);
      }
    }
  }
  SUCCEED("all agree");
}

TEST_CASE("the index finds segments in windows larger than what it marks at a time", "[index]") {
  grammar::SegmentIndex index;
  for (unsigned seed = 0; seed < 20; ++seed) {
    for (std::string_view const values : {ids, std::string_view("~\nST*AAAAAAAAAAAAAAAAAAAAA")}) {
      auto const bytes = random_bytes(4096 * 3 - 130 + seed * 13, values, seed);
      CHECK(mistake(index, bytes, '~').empty());
    }
  }
  std::string long_segment(20'000, 'x');
  CHECK(mistake(index, "ST*" + long_segment + "~SE~" + long_segment, '~').empty());
  CHECK(mistake(index, std::string(20'000, ' ') + "ST*1~", '~').empty());
  CHECK(mistake(index, std::string(20'000, '~') + "ST*1~", '~').empty());
}

TEST_CASE("the index takes every byte as the terminator", "[index]") {
  grammar::SegmentIndex index;
  auto const any = random_bytes(300, "", 3);
  for (unsigned byte = 0; byte < 256; ++byte) {
    char const terminator = static_cast<char>(byte);
    std::string const few{'S', 'E', ' ', '\n', terminator, terminator};
    auto const bytes = any + random_bytes(300, few, byte);
    auto const wrong = mistake(index, bytes, terminator);
    if (!wrong.empty()) FAIL(wrong << ": byte " << byte);
  }
  SUCCEED("all agree");
}

TEST_CASE("a pass that ends early counts what it passed", "[index]") {
  grammar::SegmentIndex index;
  for (unsigned seed = 0; seed < 50; ++seed) {
    auto const text = random_bytes(500, ids, seed);
    char const *const first = text.data();
    char const *const last = first + text.size();
    index.start(first, last, '~');
    char const *at = index.next_candidate();
    for (unsigned i = 0; i < seed && at != last; ++i) at = index.next_candidate();
    auto const passed = index.finish(at);
    auto const expected = read(std::string_view(first, static_cast<std::size_t>(at - first)), '~');
    INFO("seed " << seed);
    CHECK(passed.segments == expected.segments.size());
    CHECK(passed.strays == expected.strays);
    CHECK(passed.indented == expected.indented);
    CHECK(passed.end == first + (expected.segments.empty() ? 0 : expected.segments.back().end + 1));
  }
}

TEST_CASE("an index started again forgets the window before", "[index]") {
  grammar::SegmentIndex index;
  CHECK(mistake(index, std::string(200, '~'), '~').empty());
  CHECK(mistake(index, std::string(70, 'x'), '~').empty());
  CHECK(mistake(index, "", '~').empty());
}
