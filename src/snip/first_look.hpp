// SPDX-License-Identifier: Apache-2.0
// The look at a segment's values that tells whether it is sound; explain() says what is wrong with
// one that is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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
  FirstLook() = default;
  FirstLook(FirstLook const &) = delete;  // latest_ points into outlines_
  FirstLook &operator=(FirstLook const &) = delete;

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
  /// id.
  [[nodiscard]] Seen look(std::size_t use, ValueEnd const *id_end) {
    // Most are like the last one of their use. Where one ends is told by itself all the same, so
    // that the look at the next one does not wait for the outline.
    auto const count = EndKinds(kinds_from(id_end)).count;
    if (is_sound(*latest_[use], id_end)) return {id_end + count - 1, true};
    return look_further(use, id_end);
  }

 private:
  static constexpr std::size_t outlines = 512;

  static std::size_t place_of(std::size_t use, EndKinds const &kinds) {
    auto const mixed =
        ((kinds.low ^ kinds.high << 3U) & Outline::compared) + use * 0x9e3779b97f4a7c15U;
    return mixed * 0xd6e8feb86659fd93U >> 55U;
  }

  /// True for a segment of this outline with sound values: as many as take more than a length and
  /// being a number are what was sound there before, or are looked at.
  [[nodiscard]] bool is_sound(Outline &outline, ValueEnd const *id_end) {
    if (!outline.fits(kinds_from(id_end), lengths_from(id_end))) [[unlikely]]
      return false;
    for (auto &run : outline) {
      if (!is_kept(run, id_end)) [[unlikely]]
        return are_sound({&run, outline.end()}, outline, id_end);
    }
    return true;
  }
  /// True if what was kept is there, and as many bytes as may be kept.
  [[nodiscard]] bool is_kept(Outline::Run const &run, ValueEnd const *id_end) const {
    char const *const at = base_ + id_end[run.before] + 1;
    return last_ - at >= std::ptrdiff_t{Outline::Run::most} &&
           run.is_kept(grammar::eight_bytes(at), grammar::eight_bytes(at + 8));
  }
  [[nodiscard]] bool is_kept_near_end(Outline::Run const &run, ValueEnd const *id_end) const;
  [[nodiscard]] bool are_sound(std::span<Outline::Run> runs, Outline const &outline,
                               ValueEnd const *id_end) const;
  [[nodiscard]] bool is_sound(Outline::Run &run, Outline const &outline,
                              ValueEnd const *id_end) const;

  /// As in StructureIndex.
  [[nodiscard]] std::uint8_t const *kinds_from(ValueEnd const *end) const {
    return kinds_ + (end - ends_);
  }
  [[nodiscard]] std::uint8_t const *lengths_from(ValueEnd const *end) const {
    return lengths_ + (end - ends_);
  }

  /// The value between two ends.
  [[nodiscard]] std::string_view value_between(ValueEnd before, ValueEnd end) const {
    return {base_ + before + 1, end - before - 1};
  }

  [[nodiscard]] Seen look_further(std::size_t use, ValueEnd const *id_end);
  [[nodiscard]] Seen pass(std::size_t use, ValueEnd const *id_end) const;
  [[nodiscard]] bool ends_element(char c) const {
    return c == delimiters_.element || c == delimiters_.terminator;
  }
  [[nodiscard]] ValueEnd const *composite(grammar::ElementUse const &use, char const *begin,
                                          ValueEnd const *behind) const;
  [[nodiscard]] bool complete(std::size_t use, std::uint32_t filled) const;

  grammar::Guide const *guide_ = nullptr;
  ValueEnd const *ends_ = nullptr;
  std::uint8_t const *kinds_ = nullptr;
  std::uint8_t const *lengths_ = nullptr;
  edi::Delimiters delimiters_;
  char const *base_ = nullptr;     ///< what ends count from
  char const *last_ = nullptr;     ///< the end of the bytes
  std::vector<Outline> outlines_;  ///< and an empty one
  std::vector<Outline *> latest_;  ///< by use: the outline that fitted last, or the empty one
};

}  // namespace noc837::snip
