// SPDX-License-Identifier: Apache-2.0
// The vectorised index of delimiters and foreign bytes agrees with a loop over bytes.
#include "grammar/structure_index.hpp"

#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;

namespace {

constexpr edi::Delimiters usual;
constexpr edi::Delimiters odd{'|', '\x1f', 0, '\n'};

std::string random_text(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> value(0, 255);
  std::string out(size, ' ');
  for (auto &c : out) c = static_cast<char>(value(random));
  return out;
}

bool marked(char c, edi::Delimiters const &delimiters) {
  return c < ' ' || c > '~' || c == delimiters.element || c == delimiters.component ||
         c == delimiters.repetition || c == delimiters.terminator;
}

}  // namespace

TEST_CASE("vector and plain marks are the same for every alignment", "[index]") {
  auto const text = random_text(64 * 6, 3);
  auto const *bytes = reinterpret_cast<std::uint8_t const *>(text.data());
  for (auto const &delimiters : {usual, odd}) {
    for (std::size_t shift = 0; shift < 64; ++shift) {
      std::vector<std::uint64_t> vector(5, 0xAAAA);
      std::vector<std::uint64_t> plain(5, 0x5555);
      grammar::mark_structure(bytes + shift, 5, delimiters, vector.data());
      grammar::mark_structure_plain(bytes + shift, 5, delimiters, plain.data());
      if (vector != plain) FAIL("alignment " << shift);
    }
  }
  SUCCEED("all agree");
}

TEST_CASE("next is the first delimiter or foreign byte at or after a place", "[index]") {
  grammar::StructureIndex index;
  for (auto const size : {std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{65},
                          std::size_t{200}, std::size_t{128}}) {
    for (auto const &delimiters : {usual, odd}) {
      // Mostly letters, so that runs are longer than a block.
      auto text = random_text(size, static_cast<unsigned>(size));
      for (std::size_t i = 0; i < size; ++i) {
        if (i % 50 != 7) text[i] = 'A';
      }
      index.build(text, delimiters);
      char const *expected = text.data() + size;
      for (char const *at = text.data() + size; at-- != text.data();) {
        if (marked(*at, delimiters)) expected = at;
        if (index.next(at) != expected) FAIL("size " << size << " at " << at - text.data());
      }
    }
  }
  SUCCEED("all agree");
}
