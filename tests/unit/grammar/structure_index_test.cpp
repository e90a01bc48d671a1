// SPDX-License-Identifier: Apache-2.0
// The vectorised index of delimiters and foreign bytes agrees with a loop over bytes.
#include "grammar/structure_index.hpp"

#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/vector_targets.hpp"

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

void compare_vector_with_plain_ends() {
  constexpr std::size_t blocks = 5;
  auto text = random_text(64 * (blocks + 1), 3);
  // Values of all sorts: what is random seldom is a number, empty, or ends with a blank.
  constexpr std::string_view often = "*||12345 .0987**\n";
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte % 8 != 0) text[i] = often[byte / 8 % often.size()];
  }
  text.replace(130, 100, 100, '\x01');  // as many ends as there can be
  auto const *bytes = reinterpret_cast<std::uint8_t const *>(text.data());
  for (auto const &delimiters : {usual, odd}) {
    for (std::size_t shift = 0; shift < 64; ++shift) {
      for (unsigned before = 0; before < 16; ++before) {
        grammar::EndState state{(before & 1U) != 0, (before & 2U) != 0, (before & 4U) != 0,
                                (before & 8U) != 0};
        if (state.digits && (state.end || state.number)) continue;
        auto plain_state = state;
        std::vector<grammar::MarkedEnd> vector(64 * blocks + 16);
        std::vector<grammar::MarkedEnd> plain(64 * blocks + 16);
        vector.resize(grammar::mark_value_ends(bytes + shift, blocks, delimiters, 1000, state,
                                               vector.data()));
        plain.resize(grammar::mark_value_ends_plain(bytes + shift, blocks, delimiters, 1000,
                                                    plain_state, plain.data()));
        CHECK(plain.size() > 40);
        if (vector != plain || !(state == plain_state)) FAIL("alignment " << shift);
      }
    }
  }
}

}  // namespace

TEST_CASE("vector and plain ends are the same for every alignment", "[index]") {
  test::for_each_target(compare_vector_with_plain_ends);
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

TEST_CASE("of each value stands there what it ends with, how long it is and if it is a number",
          "[index]") {
  using Kind = grammar::EndKind;
  struct Row {
    std::string value;
    unsigned kind;
  };
  std::vector<Row> const rows = {
      {"", Kind::empty},
      {"A", 0},
      {"A ", Kind::blank},
      {" ", Kind::blank},
      {"7", Kind::digits | Kind::number},
      {"0123456789", Kind::digits | Kind::number},
      {"7.", Kind::number},
      {"12.50", Kind::number},
      {".5", 0},
      {".", 0},
      {"1.2.3", 0},
      {"-1", 0},
      {"1-", 0},
      {"1 ", Kind::blank},
      {"A1", 0},
      {"1A", 0},
      {std::string(80, '4'), Kind::digits | Kind::number},
      {std::string(254, 'B'), 0},
      {std::string(255, 'C'), 0},
      {std::string(5000, 'D'), 0},
      {std::string(300, '1') + "." + std::string(90, '2'), Kind::number}};
  std::mt19937 random(837);
  grammar::StructureIndex index;
  for (int round = 0; round < 200; ++round) {
    std::string text;
    std::vector<Row> expected;
    for (int i = 0; i < 40; ++i) {
      auto const &row = rows[random() % rows.size()];
      constexpr std::pair<char, std::uint8_t> ends[] = {{'*', Kind::element},
                                                        {':', Kind::component},
                                                        {'~', Kind::terminator},
                                                        {'^', Kind::other},
                                                        {'\x01', Kind::other}};
      auto const [c, kind] = ends[random() % std::size(ends)];
      text += row.value + c;
      expected.push_back({row.value, row.kind | kind});
    }
    index.build(text, usual);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      auto const *const end = index.begin() + i;
      auto const length = std::min<std::size_t>(expected[i].value.size(), 255);
      bool const same =
          *index.kinds_from(end) == expected[i].kind && *index.lengths_from(end) == length;
      if (!same) FAIL("value " << i << " of " << text);
    }
  }
}
