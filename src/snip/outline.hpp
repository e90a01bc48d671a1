// SPDX-License-Identifier: Apache-2.0
// What a segment looks like apart from its values: its delimiters in order, and which values are
// empty. Files hold few outlines, so that most of what is to be checked of a segment has been
// checked of another one before.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "grammar/eight_bytes.hpp"
#include "grammar/guide.hpp"
#include "grammar/structure_index.hpp"

namespace noc837::snip {

/// The kinds of a segment's value ends, from that of its id to its terminator.
struct EndKinds {
  static constexpr std::size_t most = 16;

  std::uint64_t low = 0;  ///< of the first eight ends, a byte each
  std::uint64_t high = 0;
  std::size_t count = 0;  ///< of ends; 0 where there are more than `most`

  /// Reads from the end of an id on; 16 bytes can be read.
  explicit EndKinds(std::uint8_t const *kinds)
      : low(grammar::eight_bytes(reinterpret_cast<char const *>(kinds))) {
    constexpr auto terminators = grammar::each_byte(grammar::EndKind::terminator);
    auto last = low & terminators;
    if (last != 0) {
      low &= last ^ (last - 1);
      count = static_cast<std::size_t>(std::countr_zero(last)) / 8 + 1;
      return;
    }
    high = grammar::eight_bytes(reinterpret_cast<char const *>(kinds + 8));
    last = high & terminators;
    if (last == 0) return;
    high &= last ^ (last - 1);
    count = static_cast<std::size_t>(std::countr_zero(last)) / 8 + 9;
  }

  [[nodiscard]] std::uint8_t operator[](std::size_t end) const {
    return static_cast<std::uint8_t>((end < 8 ? low : high) >> 8 * (end % 8));
  }
};

/// An outline that is sound in one use of a segment, and what is left to be checked of values.
class alignas(64) Outline {
 public:
  /// A value that takes more than its length and being a number.
  struct Check {
    grammar::ElementUse const *element = nullptr;
    std::size_t end = 0;  ///< that it stands before
    /// Bytes that were sound here, and those that count: of a code with the delimiter behind it.
    std::uint64_t text = 0;
    std::uint64_t mask = 0;
  };

  /// Keeps that a segment with these ends was sound in the row `use` of Guide::segments. Does
  /// nothing where an end is out of the ordinary.
  void keep(grammar::Guide const &guide, std::size_t use, EndKinds const &kinds);

  /// True for a segment of this outline.
  [[nodiscard]] bool is_of(std::size_t use, EndKinds const &kinds) const {
    auto const differs = ((kinds.low ^ low_) | (kinds.high ^ high_)) & compared;
    return (differs | (use ^ use_)) == 0;
  }

  /// True if all values of such a segment are of the right length, and numbers where they must be.
  /// `lengths` are those of the values before its ends.
  [[nodiscard]] bool fits(EndKinds const &kinds, std::uint8_t const *lengths) const {
    auto const no_number = (numbers_low_ & ~kinds.low) | (numbers_high_ & ~kinds.high);
    return no_number == 0 && grammar::all_between(lengths, least_.data(), most_.data());
  }

  /// The other checks, in order.
  [[nodiscard]] Check *begin() { return checks_.data(); }
  [[nodiscard]] Check *end() { return checks_.data() + check_count_; }

  /// What of the kinds makes an outline.
  static constexpr std::uint64_t compared = grammar::each_byte(
      static_cast<std::uint8_t>(~(grammar::EndKind::digits | grammar::EndKind::number)));

 private:
  void value(grammar::ElementUse const &element, std::size_t end);

  std::uint64_t low_ = 0;  ///< as in EndKinds
  std::uint64_t high_ = 0;
  std::uint64_t numbers_low_ = 0;  ///< EndKind::digits or number where a value must be one
  std::uint64_t numbers_high_ = 0;
  std::array<std::uint8_t, EndKinds::most> least_{};  ///< of the lengths
  std::array<std::uint8_t, EndKinds::most> most_{};
  std::size_t use_ = ~std::size_t{0};  ///< none
  std::size_t check_count_ = 0;
  std::array<Check, EndKinds::most> checks_{};
};

}  // namespace noc837::snip
