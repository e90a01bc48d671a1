// SPDX-License-Identifier: Apache-2.0
// Where the segments of a window end: a bit for each byte, found with vector instructions.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace noc837::grammar {

/// Marks every byte of data[0, 64 * blocks) that equals `byte`: bit i of bits[b] stands for
/// data[64 * b + i]. Picks the widest vectors of the machine when the program runs.
void mark_bytes(std::uint8_t const *data, std::size_t blocks, std::uint8_t byte,
                std::uint64_t *bits);

/// The same, a byte at a time: what the vector code is tested against.
void mark_bytes_plain(std::uint8_t const *data, std::size_t blocks, std::uint8_t byte,
                      std::uint64_t *bits);

/// Answers "where does the segment that starts here end?" in a few instructions. Built once for
/// a window; valid until the window's bytes move or change.
class TerminatorIndex {
 public:
  void build(char const *first, char const *last, char terminator);

  /// The first terminator at or after `from`; the window's end when there is none.
  [[nodiscard]] char const *next(char const *from) const {
    auto const at = static_cast<std::size_t>(from - first_);
    std::size_t block = at / 64;
    if (block >= bits_.size()) return last_;
    std::uint64_t word = bits_[block] >> (at % 64);
    if (word != 0) return from + std::countr_zero(word);
    while (++block < bits_.size()) {
      word = bits_[block];
      if (word != 0) {
        return first_ + block * 64 + static_cast<std::size_t>(std::countr_zero(word));
      }
    }
    return last_;
  }

 private:
  char const *first_ = nullptr;
  char const *last_ = nullptr;
  std::vector<std::uint64_t> bits_;
};

}  // namespace noc837::grammar
