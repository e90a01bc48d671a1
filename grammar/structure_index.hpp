// SPDX-License-Identifier: Apache-2.0
// Where the values of a run of bytes end: a bit for each delimiter, and for each byte that is not
// printable ASCII, found with vector instructions.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "edi/delimiters.hpp"

namespace noc837::grammar {

/// Marks the bytes of data[0, 64 * blocks) that are one of four delimiters or not in 0x20..0x7E:
/// bit i of bits[b] stands for data[64 * b + i].
void mark_structure(std::uint8_t const *data, std::size_t blocks, edi::Delimiters const &delimiters,
                    std::uint64_t *bits);

/// The same, a byte at a time: what the vector code is tested against.
void mark_structure_plain(std::uint8_t const *data, std::size_t blocks,
                          edi::Delimiters const &delimiters, std::uint64_t *bits);

/// Answers "where does the value that starts here end?". Valid until the bytes move or change;
/// keeps its storage from one run to the next.
class StructureIndex {
 public:
  /// Steps from one marked byte to the next.
  class Cursor {
   public:
    /// The next marked byte; the end of the bytes behind the last.
    char const *next() {
      while (word_ == 0) {
        word_ = *++block_;  // a last word is all ones, so that the search ends
        base_ += 64;
      }
      char const *const found = base_ + std::countr_zero(word_);
      word_ &= word_ - 1;
      return found < last_ ? found : last_;
    }

    /// The end of the bytes.
    [[nodiscard]] char const *last() const { return last_; }

   private:
    friend class StructureIndex;
    std::uint64_t word_ = 0;  ///< of the block at hand, what is left
    std::uint64_t const *block_ = nullptr;
    char const *base_ = nullptr;  ///< of the block
    char const *last_ = nullptr;
  };

  /// A cursor whose next marked byte is the first at or after `from`.
  [[nodiscard]] Cursor cursor(char const *from) const {
    auto const at = static_cast<std::size_t>(from - first_);
    Cursor cursor;
    cursor.block_ = bits_.data() + at / 64;
    cursor.word_ = *cursor.block_ & ~std::uint64_t{0} << at % 64;
    cursor.base_ = first_ + at / 64 * 64;
    cursor.last_ = last_;
    return cursor;
  }

  void build(std::string_view bytes, edi::Delimiters const &delimiters);

  /// The first marked byte at or after `from`; the end of the bytes where there is none.
  [[nodiscard]] char const *next(char const *from) const {
    auto const at = static_cast<std::size_t>(from - first_);
    std::size_t block = at / 64;
    std::uint64_t word = bits_[block] >> (at % 64);
    if (word != 0) return from + std::countr_zero(word);
    do {
      word = bits_[++block];  // a last word is all ones, so that the search ends
    } while (word == 0);
    char const *const found =
        first_ + block * 64 + static_cast<std::size_t>(std::countr_zero(word));
    return found < last_ ? found : last_;
  }

 private:
  char const *first_ = nullptr;
  char const *last_ = nullptr;
  std::vector<std::uint64_t> bits_;
};

}  // namespace noc837::grammar
