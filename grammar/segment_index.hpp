// SPDX-License-Identifier: Apache-2.0
// Where the segments of a window end and which of them may be of interest: a bit for each byte,
// found with vector instructions, so that all other segments are passed without a look at them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "grammar/eight_bytes.hpp"

namespace noc837::grammar {

/// What 64 bytes mean, a bit for each: bit i stands for byte i.
struct IndexWord {
  std::uint64_t ends = 0;        ///< terminators of segments
  std::uint64_t candidates = 0;  ///< first bytes of segments that may be of interest
  std::uint64_t oddities = 0;    ///< terminators with no segment, and blanks before one
  std::uint64_t before = 0;      ///< how many segments ended before these bytes

  bool operator==(IndexWord const &) const = default;
};

/// What the words before mean for the next one.
struct IndexState {
  std::uint64_t segments = 0;  ///< that ended
  std::uint64_t begins = 1;    ///< 1 if a segment, or padding before one, begins at the next byte
  std::uint64_t odd = 0;       ///< not 0 if there were oddities

  bool operator==(IndexState const &) const = default;
};

/// Indexes 64 * count bytes from `data`; byte 64 * count must be readable. A segment may be of
/// interest if its first two letters, in any case, are CL, HL, ST, SE, GS, GE, IE, IS, LX or SV; a
/// few other pairs pass as well. Picks the widest vectors of the machine when the program runs.
void index_words(char const *data, std::size_t count, char terminator, IndexState &state,
                 IndexWord *words);

/// The same, a byte at a time: what the vector code is tested against.
void index_words_plain(char const *data, std::size_t count, char terminator, IndexState &state,
                       IndexWord *words);

/// Passes over a window from front to back. A segment is what stands before a terminator, with the
/// padding in front taken off. Indexes a little ahead of the pass, so that what lies behind an
/// early stop costs nothing.
class SegmentIndex {
 public:
  /// Begins at the window's first byte, which a segment or padding begins at.
  void start(char const *first, char const *last, char terminator);

  /// Where the next segment that may be of interest begins; the window's end when none does.
  [[nodiscard]] char const *next_candidate() {
    while (candidates_ == 0) {
      ++word_;
      if (word_ >= indexed_ && !index_more()) return last_;
      candidates_ = words_[word_].candidates;
    }
    bit_ = static_cast<unsigned>(std::countr_zero(candidates_));
    candidates_ &= candidates_ - 1;
    return first_ + word_ * 64 + bit_;
  }

  /// Segments that ended before the candidate given last.
  [[nodiscard]] std::uint64_t segments_before() const { return ends_before(word_, bit_); }

  /// The terminator of that candidate; the window's end when it is not in the window.
  [[nodiscard]] char const *end_of_candidate() {
    std::uint64_t ends = words_[word_].ends >> bit_;
    if (ends != 0) return first_ + word_ * 64 + bit_ + std::countr_zero(ends);
    for (std::size_t at = word_ + 1; at < indexed_ || index_more(); ++at) {
      ends = words_[at].ends;
      if (ends != 0) return first_ + at * 64 + std::countr_zero(ends);
    }
    return last_;
  }

  /// What lies between the window's first byte and `stop`.
  struct Passed {
    char const *end = nullptr;   ///< behind the last terminator of a segment
    std::uint32_t segments = 0;  ///< that ended
    std::uint32_t strays = 0;    ///< terminators with no segment before them
    bool indented = false;       ///< blanks stand before a segment
  };
  /// Ends the pass at `stop`, which is not before the candidate given last.
  [[nodiscard]] Passed finish(char const *stop);

 private:
  static constexpr std::size_t ahead = 64;  ///< words indexed at a time

  bool index_more();
  [[nodiscard]] std::uint64_t ends_before(std::size_t word, unsigned bit) const {
    std::uint64_t const below = (std::uint64_t{1} << bit) - 1;
    return words_[word].before + bits_in(words_[word].ends & below);
  }

  char const *first_ = nullptr;
  char const *last_ = nullptr;
  char terminator_ = 0;
  std::vector<IndexWord> words_;
  std::size_t indexed_ = 0;  ///< words that are filled in
  IndexState state_;
  std::size_t word_ = 0;          ///< of the candidate given last
  unsigned bit_ = 0;              ///< its place in that word
  std::uint64_t candidates_ = 0;  ///< of that word, those not yet given
};

}  // namespace noc837::grammar
