// SPDX-License-Identifier: Apache-2.0
// Eight bytes as one number, for short values that are judged in one step: their lengths vary more
// than a processor can foresee.
#pragma once

#include <bit>
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

/// Marks the bytes of `word` that are `c` by their highest bits. Right up to the lowest mark; a
/// byte behind it may be marked that is another.
[[nodiscard]] constexpr std::uint64_t marks_of(char c, std::uint64_t word) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  word ^= ones * static_cast<unsigned char>(c);
  return (word - ones) & ~word & ones << 7U;
}
/// How many bytes stand before the lowest mark; 8 where there is none.
[[nodiscard]] constexpr int bytes_before(std::uint64_t marks) {
  return std::countr_zero(marks) / 8;
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
