// SPDX-License-Identifier: Apache-2.0
// Eight bytes as one number, for short values that are judged in one step: their lengths vary more
// than a processor can foresee.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace noc837::grammar {

/// The bytes at `at`, the first in the lowest place.
[[nodiscard]] inline std::uint64_t eight_bytes(char const *at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

/// The bytes at `at` before `end`, eight at most, and zeros behind them.
[[nodiscard]] inline std::uint64_t eight_bytes(char const *at, char const *end) {
  if (end - at >= 8) return eight_bytes(at);
  std::uint64_t word = 0;
  while (end != at) word = word << 8U | static_cast<unsigned char>(*--end);
  return word;
}

/// The number that has these characters for its bytes, the first in the lowest place.
template <std::size_t N>
[[nodiscard]] constexpr std::uint64_t word_of(std::array<char, N> const &text) {
  static_assert(N <= 8);
  std::uint64_t word = 0;
  for (std::size_t i = N; i-- > 0;) word = word << 8U | static_cast<unsigned char>(text[i]);
  return word;
}

/// A number that has this byte eight times.
[[nodiscard]] constexpr std::uint64_t each_byte(unsigned byte) {
  return byte * std::uint64_t{0x0101010101010101U};
}

/// All bits of the first `count` of eight bytes.
[[nodiscard]] constexpr std::uint64_t first_bytes(std::size_t count) {
  return count == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * (count < 8 ? count : 8));
}

/// A byte that is looked for, eight times.
[[nodiscard]] constexpr std::uint64_t eightfold(char c) {
  return each_byte(static_cast<unsigned char>(c));
}

/// How many bits are set. std::popcount is a call into the compiler's library, since not every
/// machine of the kind has an instruction for it.
[[nodiscard]] constexpr unsigned bits_in(std::uint64_t word) {
  word -= word >> 1U & each_byte(0x55);
  word = (word & each_byte(0x33)) + (word >> 2U & each_byte(0x33));
  word = (word + (word >> 4U)) & each_byte(0x0f);
  return static_cast<unsigned>(word * each_byte(1) >> 56U);
}

/// Marks the bytes of `word` that are those of `wanted`, an eightfold one, by their highest bits.
/// Right up to the lowest mark; a byte behind it may be marked that is another.
[[nodiscard]] constexpr std::uint64_t marks_of(std::uint64_t wanted, std::uint64_t word) {
  constexpr auto ones = each_byte(1);
  word ^= wanted;
  return (word - ones) & ~word & ones << 7U;
}
[[nodiscard]] constexpr std::uint64_t marks_of(char c, std::uint64_t word) {
  return marks_of(eightfold(c), word);
}
/// How many bytes stand before the lowest mark; 8 where there is none.
[[nodiscard]] constexpr int bytes_before(std::uint64_t marks) {
  return std::countr_zero(marks) / 8;
}

/// True if each of 16 bytes is between those of `least` and `most`. A vector type of the compiler,
/// since a loop becomes vector instructions in some callers and not in others.
[[nodiscard]] inline bool all_between(std::uint8_t const *bytes, std::uint8_t const *least,
                                      std::uint8_t const *most) {
  using Sixteen [[gnu::vector_size(16)]] = std::uint8_t;
  auto const load = [](std::uint8_t const *at) {
    Sixteen out;
    std::memcpy(&out, at, sizeof out);
    return out;
  };
  auto const value = load(bytes);
  auto const off = (value < load(least)) | (value > load(most));
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &off, sizeof halves);
  return (halves[0] | halves[1]) == 0;
}

/// True if the first `count` of eight bytes are digits.
[[nodiscard]] constexpr bool are_digits(std::uint64_t word, std::size_t count) {
  word ^= each_byte('0');  // of a digit its value
  return (((word + each_byte(0x7f - 9)) | word) & each_byte(0x80) & first_bytes(count)) == 0;
}

/// The first `c` in [at, end); `end` where there is none. For bytes that are so few that a call of
/// memchr costs more.
[[nodiscard]] inline char const *find_near(char const *at, char const *end, char c) {
  for (; end - at >= 8; at += 8) {
    auto const marks = marks_of(c, eight_bytes(at));
    if (marks != 0) return at + bytes_before(marks);
  }
  while (at != end && *at != c) ++at;
  return at;
}

}  // namespace noc837::grammar
