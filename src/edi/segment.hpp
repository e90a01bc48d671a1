// SPDX-License-Identifier: Apache-2.0
// A segment as it stands in the input.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace noc837::edi {

/// Segment ids as integers, so that they can be switched on: tag("SV1"), tag("N4").
/// Letters count as upper case, whatever the file holds.
using Tag = std::uint32_t;

constexpr char fold(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr Tag tag(std::string_view id) {
  Tag value = 0;
  for (char const c : id) value = value << 8U | static_cast<unsigned char>(fold(c));
  return value;
}

/// One segment. `text` and `tail` point into the window of the reader or into an arena of the
/// claim, and live as long as those do.
struct Segment {
  std::string_view text;      ///< id and elements, without the terminator
  std::string_view tail;      ///< the terminator and the line end or blanks after it
  std::uint64_t offset = 0;   ///< byte position of `text` in the uncompressed input
  std::uint64_t ordinal = 0;  ///< place in the transaction set, ST is 1
  Tag id = 0;                 ///< 0 when the id is longer than three characters
  bool inserted = false;      ///< ours; `offset` and `ordinal` are those of the segment before it
};

using Segments = std::vector<Segment>;

}  // namespace noc837::edi
