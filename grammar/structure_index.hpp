// SPDX-License-Identifier: Apache-2.0
// Where the values of a run of bytes end, what they end with, how long they are and whether they
// are numbers: all that a value is mostly checked for, found with vector instructions.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "edi/delimiters.hpp"
#include "grammar/eight_bytes.hpp"

namespace noc837::grammar {

/// The place of a delimiter or foreign byte, counted from the first byte of a run.
using ValueEnd = std::uint32_t;

/// What stands at a value's end, and what the value is: bits. Eight of these bytes are compared at
/// once, as one number.
struct EndKind {
  static constexpr std::uint8_t element = 0x01;
  static constexpr std::uint8_t component = 0x02;
  static constexpr std::uint8_t other = 0x04;       ///< repetition separator or foreign byte
  static constexpr std::uint8_t empty = 0x08;       ///< the value is empty
  static constexpr std::uint8_t blank = 0x10;       ///< the value ends with a blank
  static constexpr std::uint8_t digits = 0x20;      ///< the value is one digit or more
  static constexpr std::uint8_t number = 0x40;      ///< likewise, or with one point behind a digit
  static constexpr std::uint8_t terminator = 0x80;  ///< the highest, so that it is found in a step
};

/// What stands before the next block.
struct EndState {
  bool end = true;      ///< an end, or the run's beginning
  bool blank = false;   ///< a blank
  bool digits = false;  ///< nothing but digits since the last end
  bool number = false;  ///< digits, a point and digits since the last end
  bool operator==(EndState const &) const = default;
};

/// An end among a few blocks: its place in them, and in the highest byte its kind.
using MarkedEnd = std::uint32_t;
/// So many blocks of 64 bytes are marked at once at most.
constexpr std::size_t most_blocks = 64;

/// Lists the bytes of data[0, 64 * blocks) that are one of four delimiters or not in 0x20..0x7E,
/// places counted from `first`, with their kinds, of which `empty` is left out. Returns how many
/// there are; `out` has room for 16 more than that can be.
std::size_t mark_value_ends(std::uint8_t const *data, std::size_t blocks,
                            edi::Delimiters const &delimiters, std::size_t first, EndState &state,
                            MarkedEnd *out);

/// The same, a byte at a time: what the vector code is tested against.
std::size_t mark_value_ends_plain(std::uint8_t const *data, std::size_t blocks,
                                  edi::Delimiters const &delimiters, std::size_t first,
                                  EndState &state, MarkedEnd *out);

/// Where values are listed, with room for 16 more than there are.
struct ValueLists {
  ValueEnd *places = nullptr;  ///< places[-1] is the end before the first
  std::uint8_t *kinds = nullptr;
  std::uint8_t *lengths = nullptr;  ///< 255 for all that are longer
};

/// Lists the values before marked ends, which are counted from `first`.
void list_values(MarkedEnd const *marked, std::size_t count, ValueEnd first, ValueLists out);

/// The value ends of a run of bytes, in order; behind the last stands the run's end. Valid until
/// the bytes move or change; keeps its storage from one run to the next.
class StructureIndex {
 public:
  /// Indexes a run of less than four gigabytes.
  void build(std::string_view bytes, edi::Delimiters const &delimiters);

  [[nodiscard]] ValueEnd const *begin() const { return ends_.data() + 1; }
  [[nodiscard]] char const *place_of(ValueEnd end) const { return first_ + end; }

  /// The kinds of an end and of those behind it; 16 can be read.
  [[nodiscard]] std::uint8_t const *kinds_from(ValueEnd const *end) const {
    return kinds_.data() + (end - begin());
  }
  /// The lengths of the values before these ends, 255 for all that are longer; 16 can be read.
  [[nodiscard]] std::uint8_t const *lengths_from(ValueEnd const *end) const {
    return lengths_.data() + (end - begin());
  }

  /// The first end at or after a place, from one that is not behind it.
  [[nodiscard]] ValueEnd const *seek(ValueEnd const *end, char const *place) const {
    while (first_ + *end < place) ++end;
    return end;
  }

  /// Element `number` (from 1), empty where there is none, of the segment whose id ends at
  /// `id_end`; nothing where more than eight ends would have to be looked at.
  [[nodiscard]] std::optional<std::string_view> element(ValueEnd const *id_end,
                                                        std::size_t number) const {
    auto const kinds = eight_bytes(reinterpret_cast<char const *>(kinds_from(id_end)));
    auto const last = kinds >> 7U & each_byte(1);
    auto separators = kinds & each_byte(EndKind::element) & ~last & (last - 1);
    for (; number > 1; --number) separators &= separators - 1;
    auto const rest = separators & (separators - 1);
    auto const ends = rest | last;
    if (ends == 0) return std::nullopt;
    if (separators == 0) return std::string_view();
    auto const at = [](std::uint64_t bits) { return std::countr_zero(bits) / 8; };
    char const *const begin = place_of(id_end[at(separators)]) + 1;
    return std::string_view(begin, static_cast<std::size_t>(place_of(id_end[at(ends)]) - begin));
  }

 private:
  char const *first_ = nullptr;
  std::vector<ValueEnd> ends_;       ///< before the first stands one right before the run
  std::vector<std::uint8_t> kinds_;  ///< EndKind, by end
  std::vector<std::uint8_t> lengths_;
  std::array<MarkedEnd, 64 * most_blocks + 32> marked_;
};

}  // namespace noc837::grammar
