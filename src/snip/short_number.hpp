// SPDX-License-Identifier: Apache-2.0
// Numbers of up to eight characters, read in one step: amounts, quantities and counts mostly are.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/eight_bytes.hpp"

namespace noc837::snip {

/// Digits with at most one point among them.
class ShortNumber {
 public:
  /// True for a value that can be read in one step: one to eight bytes, eight of them readable
  /// before `end`.
  [[nodiscard]] static bool can_be(std::string_view value, char const *end) {
    return value.size() - 1 < 8 && end - value.data() >= 8;
  }

  explicit ShortNumber(std::string_view value)
      : size_(value.size()),
        word_((grammar::eight_bytes(value.data()) ^ each('0')) &
              ~std::uint64_t{0} >> (64 - 8 * value.size())),
        others_(((word_ + each(0x76)) | word_) & each(0x80)) {}

  /// True if it is one: no sign and nothing else.
  [[nodiscard]] bool valid() const {
    auto const points = word_ ^ each('.' ^ '0');
    auto const is_point = ~(((points & each(0x7f)) + each(0x7f)) | points) & each(0x80);
    return (others_ & (others_ - 1)) == 0 && (others_ & ~is_point) == 0 && digits() != 0;
  }
  [[nodiscard]] bool whole() const { return others_ == 0; }
  [[nodiscard]] std::size_t digits() const { return size_ - (others_ != 0 ? 1 : 0); }

  /// Of a valid one its hundredfold; nothing where it has more than two digits behind the point.
  [[nodiscard]] std::optional<std::uint64_t> hundredths() const {
    std::size_t const behind =
        whole() ? 0 : size_ - 1 - static_cast<std::size_t>(std::countr_zero(others_)) / 8;
    if (behind > 2) return std::nullopt;
    static constexpr std::uint64_t powers[] = {100, 10, 1};
    // The digits without the point, moved to the last places.
    auto const before_point = ((others_ & (0 - others_)) >> 7U) - 1;
    auto word = (word_ & before_point) | (word_ >> 8U & ~before_point);
    word <<= 64 - 8 * digits();
    word = (word * 10 + (word >> 8U)) & 0x00ff00ff00ff00ffU;
    word = (word * 100 + (word >> 16U)) & 0x0000ffff0000ffffU;
    word = (word * 10'000 + (word >> 32U)) & 0xffffffffU;
    return word * powers[behind];
  }

 private:
  static constexpr std::uint64_t each(unsigned byte) { return grammar::each_byte(byte); }

  std::size_t size_;
  std::uint64_t word_;    ///< of a digit its value, of other bytes ten and more
  std::uint64_t others_;  ///< the highest bit of each byte that is no digit
};

}  // namespace noc837::snip
