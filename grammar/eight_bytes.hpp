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

}  // namespace noc837::grammar
