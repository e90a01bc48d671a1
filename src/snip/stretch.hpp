// SPDX-License-Identifier: Apache-2.0
// What is validated at once, and its segments once they have their places.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/segment.hpp"
#include "grammar/structure_index.hpp"

namespace noc837::snip {

/// A run of segments that belongs into one loop of a guide.
struct Stretch {
  std::string_view bytes;     ///< begins at a segment and ends with a terminator or blanks after it
  std::uint64_t offset = 0;   ///< of `bytes` in the uncompressed input
  std::uint64_t ordinal = 1;  ///< of its first segment in the transaction set
  edi::Delimiters delimiters;
};

/// A segment with its place in the guide.
struct Placed {
  Placed() = default;
  Placed(std::string_view words, grammar::ValueEnd const *end, edi::Tag tag, std::uint16_t loop_at,
         std::uint16_t use_at, std::uint32_t number, bool first)
      : text(words),
        id_end(end),
        id(tag),
        loop(loop_at),
        use(use_at),
        ordinal(number),
        begins(first) {}

  std::string_view text;                      ///< without its terminator
  grammar::ValueEnd const *id_end = nullptr;  ///< in the index of the stretch
  edi::Tag id = 0;
  std::uint16_t loop = 0;     ///< in Guide::loops
  std::uint16_t use = 0;      ///< in Guide::segments
  std::uint32_t ordinal = 0;  ///< among the segments of the stretch, from 0
  bool begins = false;        ///< it begins its loop
};

/// The text of a packed code.
[[nodiscard]] std::string code_text(std::uint64_t code);

}  // namespace noc837::snip
