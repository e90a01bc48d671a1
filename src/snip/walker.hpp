// SPDX-License-Identifier: Apache-2.0
// Walks a unit along its guide: levels 1 and 2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "edi/delimiters.hpp"
#include "edi/segment.hpp"
#include "grammar/guide.hpp"
#include "grammar/structure_index.hpp"
#include "snip/first_look.hpp"
#include "snip/issue.hpp"
#include "snip/open_loops.hpp"
#include "snip/segment_check.hpp"

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

/// Walks stretches one after another; keeps its storage, so that a clean one allocates nothing.
class Walker final : private ElementFaults {
 public:
  /// Walks `stretch`, whose first segment begins `loop`; issues of levels above `level` are left
  /// out. Returns the segments that have a place, valid until the next call.
  std::vector<Placed> const &walk(grammar::Guide const &guide, std::size_t loop,
                                  Stretch const &stretch, Level level, Issues &issues);

  /// The value ends of the stretch that was walked last.
  [[nodiscard]] grammar::StructureIndex const &index() const { return index_; }

 private:
  [[nodiscard]] bool is_padding(char c) const;
  [[nodiscard]] char const *bytes_end() const {
    return stretch_.bytes.data() + stretch_.bytes.size();
  }
  void segment();
  void remember(std::size_t tag, OpenLoops::Exact const &exact);
  [[nodiscard]] std::size_t tag_at_hand() const;
  void place(std::size_t tag, std::uint64_t key);
  [[nodiscard]] grammar::Child const &told_apart(Match const &match, std::size_t tag,
                                                 std::uint64_t key);
  void check(std::size_t use_at, bool begins);
  void judge(std::uint16_t use, edi::Tag tag, bool begins, bool keyed);
  void misplaced(Fault fault);
  void enter(Match const &match);
  void enter(std::size_t depth, std::size_t child, std::uint16_t position);
  void leave(std::size_t depth);
  void missing(std::size_t depth, std::uint32_t from, std::uint32_t to);
  [[nodiscard]] std::string key_codes(grammar::Child const &child) const;
  [[nodiscard]] std::string codes_text(grammar::ElementUse const &use) const;
  [[nodiscard]] std::uint64_t key_of(std::size_t tag) const;
  void skip_segment();
  /// The id of the segment at hand, and once it has been passed all of it.
  [[nodiscard]] std::string_view id() const { return up_to(id_end_); }
  [[nodiscard]] std::string_view text_at_hand() const { return up_to(end_); }
  [[nodiscard]] std::string_view up_to(grammar::ValueEnd const *end) const {
    return {begin_, static_cast<std::size_t>(index_.place_of(*end) - begin_)};
  }
  [[nodiscard]] grammar::SegmentUse const &use_of(grammar::Child const &child) const;
  [[nodiscard]] std::uint16_t use_index(grammar::Child const &child) const;
  Issue *issue(Fault fault, std::string_view segment_id, std::size_t loop);
  void element_fault(Fault fault, Position position, grammar::ElementUse const *use,
                     std::string_view value) override;

  grammar::Guide const *guide_ = nullptr;
  Stretch stretch_;
  Level level_ = Level::guide;
  Issues *issues_ = nullptr;
  grammar::StructureIndex index_;
  char const *begin_ = nullptr;                ///< of the segment at hand
  grammar::ValueEnd const *id_end_ = nullptr;  ///< of its id
  grammar::ValueEnd const *end_ = nullptr;     ///< of all of it, once it has been passed
  FirstLook look_;
  OpenLoops open_;
  std::vector<Placed> placed_;
  std::string_view line_;      ///< LX of the line at hand
  std::size_t loop_ = 0;       ///< of the segment at hand
  std::uint32_t ordinal_ = 0;  ///< its place in the stretch, from 0
  bool lost_ = false;          ///< behind a segment that should have begun a loop
};

/// The text of a packed code.
[[nodiscard]] std::string code_text(std::uint64_t code);

}  // namespace noc837::snip
