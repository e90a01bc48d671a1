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

/// The first `c` in [at, end); `end` where there is none. For bytes that are so few that a call of
/// memchr costs more.
[[nodiscard]] inline char const *find_near(char const *at, char const *end, char c) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  for (; end - at >= 8; at += 8) {
    auto const word = eight_bytes(at) ^ ones * static_cast<unsigned char>(c);
    auto const zeros = (word - ones) & ~word & ones << 7U;  // the lowest is a zero, if any is
    if (zeros != 0) return at + std::countr_zero(zeros) / 8;
  }
  while (at != end && *at != c) ++at;
  return at;
}

}  // namespace noc837::grammar
