// SPDX-License-Identifier: Apache-2.0
// Random numbers that are the same on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace noc837::generator {

/// One step of splitmix64; also a good way to mix a counter into a seed.
constexpr std::uint64_t splitmix(std::uint64_t &state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

/// xoshiro256**. The distributions of the standard library differ between implementations, so
/// the few that are needed are here.
class Random {
 public:
  /// A stream of its own for each (seed, stream, index): what one claim draws does not move
  /// what the next one draws.
  Random(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
    std::uint64_t mixed = seed;
    mixed = splitmix(mixed) ^ (stream * 0xD1342543DE82EF95U);
    mixed = splitmix(mixed) ^ index;
    for (auto &word : state_) word = splitmix(mixed);
  }

  std::uint64_t next() {
    std::uint64_t const result = rotate(state_[1] * 5, 7) * 9;
    std::uint64_t const t = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = rotate(state_[3], 45);
    return result;
  }

  /// 0 <= result < limit.
  std::uint32_t below(std::uint32_t limit) {
    return static_cast<std::uint32_t>(((next() >> 32U) * limit) >> 32U);
  }

  /// low <= result <= high.
  std::uint32_t between(std::uint32_t low, std::uint32_t high) {
    return low + below(high - low + 1);
  }

  /// True with this probability; 32 bits are compared, so that rounding plays no part.
  bool chance(double probability) {
    if (probability >= 1) return true;
    if (probability <= 0) return false;
    return (next() >> 32U) < static_cast<std::uint64_t>(probability * 4294967296.0);
  }

  template <typename T, std::size_t N>
  T const &pick(std::array<T, N> const &choices) {
    return choices[below(static_cast<std::uint32_t>(N))];
  }

  template <typename T>
  T const &pick(std::span<T const> choices) {
    return choices[below(static_cast<std::uint32_t>(choices.size()))];
  }

 private:
  static constexpr std::uint64_t rotate(std::uint64_t x, unsigned bits) {
    return (x << bits) | (x >> (64U - bits));
  }

  std::array<std::uint64_t, 4> state_{};
};

}  // namespace noc837::generator
