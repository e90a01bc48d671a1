// SPDX-License-Identifier: Apache-2.0
// The look at a segment's values that tells whether it is sound; explain() says what is wrong with
// one that is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "edi/delimiters.hpp"
#include "grammar/guide.hpp"
#include "grammar/structure_index.hpp"
#include "snip/outline.hpp"
#include "snip/values.hpp"

namespace noc837::snip {

/// Looks at segments of one guide. Keeps storage, so one is needed a thread.
class FirstLook {
 public:
  using ValueEnd = grammar::ValueEnd;

  /// Begins with another run of bytes, whose index it is.
  void start(grammar::Guide const &guide, edi::Delimiters const &delimiters, std::string_view bytes,
             grammar::StructureIndex const &index);

  /// What a segment is like.
  struct Seen {
    ValueEnd const *end = nullptr;  ///< of the segment
    bool sound = false;             ///< nothing of levels 1 and 2 is wrong with its values
  };

  /// Looks at a segment, whose use is the row `use` of Guide::segments. `id_end` is the end of its
  /// id; where it is `keyed` its first value is known to be sound.
  [[nodiscard]] Seen look(std::size_t use, ValueEnd const *id_end, bool keyed = false) {
    EndKinds const kinds(index_->kinds_from(id_end));
    auto &outline = outlines_[place_of(use, kinds)];
    if (outline.is_of(use, kinds) && outline.fits(kinds, index_->lengths_from(id_end)) &&
        values_fit(outline, id_end, keyed)) {
      return {id_end + kinds.count - 1, true};
    }
    return look_closely(use, id_end, keyed);
  }

 private:
  static constexpr std::size_t outlines = 512;

  static std::size_t place_of(std::size_t use, EndKinds const &kinds) {
    auto const mixed =
        ((kinds.low ^ kinds.high << 3U) & Outline::compared) + use * 0x9e3779b97f4a7c15U;
    return mixed * 0xd6e8feb86659fd93U >> 55U;
  }

  /// True if what was sound here before stands at the values that take a closer look; or if that
  /// says so.
  [[nodiscard]] bool values_fit(Outline &outline, ValueEnd const *id_end, bool keyed) {
    for (auto *check = outline.begin() + (keyed ? 1 : 0); check != outline.end(); ++check) {
      auto const text = grammar::eight_bytes(base_ + id_end[check->end - 1] + 1, last_);
      if (check->mask != 0 && ((text ^ check->text) & check->mask) == 0) continue;
      if (!value_fits(*check, id_end + check->end)) return false;
    }
    return true;
  }
  [[nodiscard]] bool value_fits(Outline::Check &check, ValueEnd const *end);

  /// The value between two ends.
  [[nodiscard]] std::string_view value_between(ValueEnd before, ValueEnd end) const {
    return {base_ + before + 1, end - before - 1};
  }

  [[nodiscard]] Seen look_closely(std::size_t use, ValueEnd const *id_end, bool keyed);
  [[nodiscard]] Seen pass(std::size_t use, ValueEnd const *behind, char const *first) const;
  [[nodiscard]] bool ends_element(char c) const {
    return c == delimiters_.element || c == delimiters_.terminator;
  }
  [[nodiscard]] ValueEnd const *composite(grammar::ElementUse const &use, char const *begin,
                                          ValueEnd const *behind) const;
  [[nodiscard]] bool complete(std::size_t use, std::uint32_t filled) const;

  grammar::Guide const *guide_ = nullptr;
  grammar::StructureIndex const *index_ = nullptr;
  edi::Delimiters delimiters_;
  char const *base_ = nullptr;  ///< what ends count from
  char const *last_ = nullptr;  ///< the end of the bytes
  std::vector<Outline> outlines_;
};

}  // namespace noc837::snip
