// SPDX-License-Identifier: Apache-2.0
// The pass over a segment's values that tells whether it is sound; explain() says what is wrong
// with one that is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "edi/delimiters.hpp"
#include "grammar/guide.hpp"
#include "grammar/structure_index.hpp"

namespace noc837::snip {

/// Looks at segments of one guide. Keeps storage, so one is needed a thread.
class FirstLook {
 public:
  using ValueEnd = grammar::ValueEnd;

  /// Begins with another run of bytes, to which the ends given from now on belong.
  void start(grammar::Guide const &guide, edi::Delimiters const &delimiters,
             std::string_view bytes);

  /// What a segment is like.
  struct Seen {
    ValueEnd const *behind = nullptr;  ///< the one behind the segment's terminator
    bool sound = false;                ///< nothing of levels 1 and 2 is wrong with its values
  };

  /// Passes over a segment, whose use is the row `use` of Guide::segments. `behind` is the end
  /// behind what was read of it: the id, and the first value if that is sound and begins at
  /// `first`.
  [[nodiscard]] Seen pass(std::size_t use, ValueEnd const *behind, char const *first = nullptr);

 private:
  [[nodiscard]] bool ends_element(char c) const {
    return c == delimiters_.element || c == delimiters_.terminator;
  }
  [[nodiscard]] ValueEnd const *composite(grammar::ElementUse const &use, char const *begin,
                                          ValueEnd const *behind) const;
  [[nodiscard]] bool complete(std::size_t use, std::uint32_t filled);

  grammar::Guide const *guide_ = nullptr;
  edi::Delimiters delimiters_;
  char const *base_ = nullptr;  ///< what ends count from
  char const *last_ = nullptr;  ///< the end of the bytes
  /// By use: the elements that were filled in the last one that was complete; bit n for element n.
  std::vector<std::uint32_t> complete_;
};

}  // namespace noc837::snip
