// SPDX-License-Identifier: Apache-2.0
// What a segment looks like apart from its values: its delimiters in order, and which values are
// empty. Files hold few outlines, so that most of what is to be checked of a segment has been
// checked of another one before.
#pragma once

#include <algorithm>
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
    if (last != 0) [[likely]] {
      low &= last ^ (last - 1);
      count = static_cast<unsigned>(std::countr_zero(last)) / 8 + 1;
      return;
    }
    high = grammar::eight_bytes(reinterpret_cast<char const *>(kinds + 8));
    last = high & terminators;
    if (last == 0) return;
    high &= last ^ (last - 1);
    count = static_cast<unsigned>(std::countr_zero(last)) / 8 + 9;
  }

  [[nodiscard]] std::uint8_t operator[](std::size_t end) const {
    return static_cast<std::uint8_t>((end < 8 ? low : high) >> 8 * (end % 8));
  }
};

/// An outline that is sound in one use of a segment, and what is left to be checked of values.
class alignas(64) Outline {
 public:
  /// Values one behind the other that take more than their lengths and being numbers. Their bytes
  /// with the delimiters between and behind them are compared with some that were sound here.
  struct Run {
    static constexpr std::size_t most = 16;  ///< bytes that are kept

    std::size_t before = 0;  ///< the end before its first value
    std::size_t last = 0;    ///< that of its last value
    std::array<std::uint64_t, most / 8> text{};
    std::array<std::uint64_t, most / 8> counted{~std::uint64_t{0}, ~std::uint64_t{0}};

    /// True for what was kept, given as two times eight bytes. Nothing was at first: no value has a
    /// byte of zero.
    [[nodiscard]] bool is_kept(std::uint64_t first, std::uint64_t second) const {
      return (((first ^ text[0]) & counted[0]) | ((second ^ text[1]) & counted[1])) == 0;
    }
    /// Keeps the first `size` of `most` bytes.
    void keep(char const *at, std::size_t size) {
      for (std::size_t i = 0; i < text.size(); ++i) {
        counted[i] = grammar::first_bytes(size - std::min(size, 8 * i));
        text[i] = grammar::eight_bytes(at + 8 * i) & counted[i];
      }
    }
  };

  /// Keeps that a segment with these ends was sound in the row `use` of Guide::segments. `lengths`
  /// are those of the values before its ends. Does nothing where an end is out of the ordinary.
  void keep(grammar::Guide const &guide, std::size_t use, EndKinds const &kinds,
            std::uint8_t const *lengths);

  /// True for a segment of this outline, whatever its numbers are like.
  [[nodiscard]] bool is_of(std::size_t use, EndKinds const &kinds) const {
    auto const differs = ((kinds.low ^ low_) | (kinds.high ^ high_)) & compared;
    return (differs | (use ^ use_)) == 0;
  }

  /// True for a segment of this outline whose values are all of the right length, and numbers where
  /// they must be. Given are the kinds of its ends and the lengths before them, 16 of each.
  [[nodiscard]] bool fits(std::uint8_t const *kinds, std::uint8_t const *lengths) const {
    auto const *const text = reinterpret_cast<char const *>(kinds);
    auto const differs = ((grammar::eight_bytes(text) ^ low_) & counted_low_) |
                         ((grammar::eight_bytes(text + 8) ^ high_) & counted_high_);
    return differs == 0 && grammar::all_between(lengths, least_.data(), most_.data());
  }

  [[nodiscard]] std::size_t use() const { return use_; }

  /// The other checks, in order.
  [[nodiscard]] Run *begin() { return runs_.data(); }
  [[nodiscard]] Run *end() { return runs_.data() + run_count_; }
  /// What the value before an end is to be checked for; null where nothing is left.
  [[nodiscard]] grammar::ElementUse const *check_before(std::size_t end) const {
    return checks_[end];
  }

  static constexpr std::size_t none = ~std::size_t{0};  ///< the use where nothing is kept

  /// What of the kinds makes an outline.
  static constexpr std::uint64_t compared = grammar::each_byte(
      static_cast<std::uint8_t>(~(grammar::EndKind::digits | grammar::EndKind::number)));

 private:
  void value(grammar::ElementUse const &element, std::size_t end);
  [[nodiscard]] bool list_runs(std::uint8_t const *lengths);

  std::uint64_t low_ =
      ~std::uint64_t{0};  ///< as in EndKinds, and numbers where values must be some
  std::uint64_t high_ = ~std::uint64_t{0};
  std::uint64_t counted_low_ = ~std::uint64_t{0};  ///< what counts of it
  std::uint64_t counted_high_ = ~std::uint64_t{0};
  std::array<std::uint8_t, EndKinds::most> least_{};  ///< of the lengths
  std::array<std::uint8_t, EndKinds::most> most_{};
  std::size_t last_ = 0;
  std::size_t run_count_ = 0;
  std::size_t use_ = none;
  std::array<Run, EndKinds::most / 2> runs_{};
  std::array<grammar::ElementUse const *, EndKinds::most> checks_{};
};

}  // namespace noc837::snip
