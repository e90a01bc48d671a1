// SPDX-License-Identifier: Apache-2.0
// Where the values of a run of bytes end: the places of all delimiters, and of all bytes that are
// not printable ASCII, found with vector instructions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "edi/delimiters.hpp"

namespace noc837::grammar {

/// The place of a delimiter or foreign byte, counted from the first byte of a run.
using ValueEnd = std::uint32_t;

/// Lists the bytes of data[0, 64 * blocks) that are one of four delimiters or not in 0x20..0x7E,
/// counted from `first`. Returns how many there are; `ends` has room for 16 more than that can be.
std::size_t list_value_ends(std::uint8_t const *data, std::size_t blocks,
                            edi::Delimiters const &delimiters, ValueEnd first, ValueEnd *ends);

/// The same, a byte at a time: what the vector code is tested against.
std::size_t list_value_ends_plain(std::uint8_t const *data, std::size_t blocks,
                                  edi::Delimiters const &delimiters, ValueEnd first,
                                  ValueEnd *ends);

/// The value ends of a run of bytes, in order; behind the last stands the run's end. Valid until
/// the bytes move or change; keeps its storage from one run to the next.
class StructureIndex {
 public:
  /// Indexes a run of less than four gigabytes.
  void build(std::string_view bytes, edi::Delimiters const &delimiters);

  [[nodiscard]] ValueEnd const *begin() const { return ends_.data(); }
  [[nodiscard]] char const *place_of(ValueEnd end) const { return first_ + end; }

  /// The first end at or after a place, from one that is not behind it.
  [[nodiscard]] ValueEnd const *seek(ValueEnd const *end, char const *place) const {
    while (first_ + *end < place) ++end;
    return end;
  }

 private:
  char const *first_ = nullptr;
  std::vector<ValueEnd> ends_;
};

}  // namespace noc837::grammar
