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

bool ends_value(char c, edi::Delimiters const &delimiters) {
  return c < ' ' || c > '~' || c == delimiters.element || c == delimiters.component ||
         c == delimiters.repetition || c == delimiters.terminator;
}

}  // namespace

TEST_CASE("vector and plain ends are the same for every alignment", "[index]") {
  auto const text = random_text(64 * 6, 3);
  auto const *bytes = reinterpret_cast<std::uint8_t const *>(text.data());
  for (auto const &delimiters : {usual, odd}) {
    for (std::size_t shift = 0; shift < 64; ++shift) {
      std::vector<grammar::ValueEnd> vector(64 * 5 + 16);
      std::vector<grammar::ValueEnd> plain(64 * 5 + 16);
      vector.resize(grammar::list_value_ends(bytes + shift, 5, delimiters, 1000, vector.data()));
      plain.resize(
          grammar::list_value_ends_plain(bytes + shift, 5, delimiters, 1000, plain.data()));
      CHECK(plain.size() > 100);
      if (vector != plain) FAIL("alignment " << shift);
    }
  }
}

TEST_CASE("value ends are the delimiters and foreign bytes in order, and the end", "[index]") {
  grammar::StructureIndex index;
  for (auto const size : {std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{65},
                          std::size_t{200}, std::size_t{4096}, std::size_t{20'000}}) {
    for (auto const &delimiters : {usual, odd}) {
      // Mostly letters, so that runs are longer than a block; and all of them ends.
      for (std::size_t const every : {50U, 1U}) {
        auto text = random_text(size, static_cast<unsigned>(size));
        for (std::size_t i = 0; i < size; ++i) {
          if (every == 1) text[i] = delimiters.element;
          if (i % every != 7 % every) text[i] = 'A';
        }
        index.build(text, delimiters);
        auto const *end = index.begin();
        for (std::size_t i = 0; i < size; ++i) {
          char const *const at = text.data() + i;
          if (i % 64 == 0 && index.seek(index.begin(), at) != end) FAIL("seek " << i);
          if (ends_value(*at, delimiters) && index.place_of(*end++) != at) {
            FAIL("size " << size << " at " << i);
          }
        }
        CHECK(index.place_of(*end) == text.data() + size);
      }
    }
  }
}
