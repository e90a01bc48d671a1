// SPDX-License-Identifier: Apache-2.0
// The pass over a segment's values that tells whether it is sound; explain() says what is wrong
// with one that is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "edi/delimiters.hpp"
#include "grammar/guide.hpp"
#include "grammar/structure_index.hpp"

namespace noc837::snip {

/// Looks at segments of one guide. Keeps storage, so one is needed a thread.
class FirstLook {
 public:
  using Cursor = grammar::StructureIndex::Cursor;

  /// How far a segment has been read.
  struct Place {
    char const *at = nullptr;     ///< where the id or the first value ends
    char const *first = nullptr;  ///< the first value, if it has been read and is sound
  };

  /// What the rest of it is like.
  struct Seen {
    char const *end = nullptr;  ///< its terminator
    bool sound = false;         ///< nothing of levels 1 and 2 is wrong with its values
  };

  void start(grammar::Guide const &guide, edi::Delimiters const &delimiters);

  /// Passes over a segment, whose use is the row `use` of Guide::segments. `cursor` is behind
  /// `place.at` and is left behind the segment's terminator.
  [[nodiscard]] Seen pass(std::size_t use, Place const &place, Cursor &cursor);

 private:
  [[nodiscard]] bool ends_element(char const *at) const {
    return *at == delimiters_.element || *at == delimiters_.terminator;
  }
  [[nodiscard]] bool composite(grammar::ElementUse const &use, char const *begin, char const *&at,
                               Cursor &cursor) const;
  [[nodiscard]] bool complete(std::size_t use, std::uint32_t filled);

  grammar::Guide const *guide_ = nullptr;
  edi::Delimiters delimiters_;
  /// By use: the elements that were filled in the last one that was complete; bit n for element n.
  std::vector<std::uint32_t> complete_;
};

}  // namespace noc837::snip
