// SPDX-License-Identifier: Apache-2.0
// The vectorised index of terminators agrees with a loop over bytes.
#include "grammar/terminator_index.hpp"

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;

namespace {

/// Bytes of few values, so that terminators are frequent, or of all values.
std::vector<std::uint8_t> random_bytes(std::size_t size, unsigned values, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<unsigned> value(0, values - 1);
  std::vector<std::uint8_t> out(size);
  for (auto &byte : out) byte = static_cast<std::uint8_t>(value(random) * (256 / values));
  return out;
}

/// The first of [first, last) that the index disagrees on; `last` when there is none.
char const *first_difference(grammar::TerminatorIndex const &index, char const *first,
                             char const *last, char terminator) {
  char const *expected = last;
  for (char const *at = last; at != first;) {
    --at;
    if (*at == terminator) expected = at;
    if (index.next(at) != expected) return at;
  }
  return index.next(last) == last ? last : first;
}

}  // namespace

TEST_CASE("vector and plain marks are the same for every byte value and alignment", "[index]") {
  auto const bytes = random_bytes(64 * 5 + 64, 256, 1);
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (std::size_t shift = 0; shift < 64; ++shift) {
      std::vector<std::uint64_t> vector(5, 0xAAAA);
      std::vector<std::uint64_t> plain(5, 0x5555);
      grammar::mark_bytes(bytes.data() + shift, 5, static_cast<std::uint8_t>(byte), vector.data());
      grammar::mark_bytes_plain(bytes.data() + shift, 5, static_cast<std::uint8_t>(byte),
                                plain.data());
      if (vector != plain) FAIL("byte " << byte << " at alignment " << shift);
    }
  }
  SUCCEED("all agree");
}

TEST_CASE("plain marks are the bytes that equal", "[index]") {
  auto const bytes = random_bytes(64 * 3, 4, 2);
  std::vector<std::uint64_t> marks(3);
  grammar::mark_bytes_plain(bytes.data(), 3, 64, marks.data());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    INFO(i);
    REQUIRE((marks[i / 64] >> (i % 64) & 1U) == (bytes[i] == 64 ? 1U : 0U));
  }
}

TEST_CASE("the index finds the next terminator in windows of every length", "[index]") {
  grammar::TerminatorIndex index;
  for (std::size_t size = 0; size <= 300; ++size) {
    for (unsigned const values : {1U, 2U, 16U, 256U}) {
      auto const bytes = random_bytes(size, values, static_cast<unsigned>(size) + values);
      // Its own allocation of exactly this size: the sanitizer sees any read past it.
      auto const window = std::make_unique<char[]>(size);
      std::copy(bytes.begin(), bytes.end(), window.get());
      char const *const first = window.get();
      index.build(first, first + size, '\0');
      if (first_difference(index, first, first + size, '\0') != first + size) {
        FAIL("size " << size << ", " << values << " values");
      }
    }
  }
  SUCCEED("all agree");
}

TEST_CASE("the index takes every byte as the terminator", "[index]") {
  auto const bytes = random_bytes(300, 256, 3);
  std::string const window(bytes.begin(), bytes.end());
  grammar::TerminatorIndex index;
  for (unsigned byte = 0; byte < 256; ++byte) {
    char const terminator = static_cast<char>(byte);
    char const *const last = window.data() + window.size();
    index.build(window.data(), last, terminator);
    if (first_difference(index, window.data(), last, terminator) != last) FAIL("byte " << byte);
  }
  SUCCEED("all agree");
}

TEST_CASE("an index built again forgets the window before", "[index]") {
  grammar::TerminatorIndex index;
  std::string const all(200, '~');
  index.build(all.data(), all.data() + all.size(), '~');
  std::string const none(70, 'x');
  index.build(none.data(), none.data() + none.size(), '~');
  CHECK(index.next(none.data()) == none.data() + none.size());
  index.build(none.data(), none.data(), '~');
  CHECK(index.next(none.data()) == none.data());
}
