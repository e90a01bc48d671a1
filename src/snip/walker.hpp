// SPDX-License-Identifier: Apache-2.0
// Walks a unit along its guide: levels 1 and 2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "edi/segment.hpp"
#include "grammar/guide.hpp"
#include "grammar/structure_index.hpp"
#include "snip/first_look.hpp"
#include "snip/issue.hpp"
#include "snip/open_loops.hpp"
#include "snip/segment_check.hpp"
#include "snip/stretch.hpp"

namespace noc837::snip {

/// Walks stretches one after another; keeps its storage, so that a clean one allocates nothing.
class Walker final : private ElementFaults {
 public:
  /// Which segments are given back.
  enum class Noted : std::uint8_t {
    all,
    numbers,  ///< those that levels 2 and 3 look at: line numbers, sums, what other payers decided
  };

  explicit Walker(Noted noted = Noted::all) : noted_(noted) {}

  /// Walks `stretch`, whose first segment begins `loop`; issues of levels above `level` are left
  /// out. Returns the segments that have a place, as far as they are noted, valid until the next
  /// call.
  std::vector<Placed> const &walk(grammar::Guide const &guide, std::size_t loop,
                                  Stretch const &stretch, Level level, Issues &issues);

  /// The value ends of the stretch that was walked last.
  [[nodiscard]] grammar::StructureIndex const &index() const { return index_; }

 private:
  void start(grammar::Guide const &guide);
  [[nodiscard]] bool is_padding(char c) const;
  [[nodiscard]] char const *bytes_end() const {
    return stretch_.bytes.data() + stretch_.bytes.size();
  }
  using Spot = OpenLoops::Spot;
  [[nodiscard]] Spot const *segment();
  void remember(std::size_t tag, OpenLoops::Exact const &exact);
  [[nodiscard]] std::size_t tag_at_hand() const;
  [[nodiscard]] Spot const *place(std::size_t tag, std::uint64_t key);
  [[nodiscard]] grammar::Child const &told_apart(Match const &match, std::size_t tag,
                                                 std::uint64_t key);
  [[nodiscard]] Spot const *spot(std::uint16_t use, bool begins);
  void judge(Spot const &spot);
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
  Noted noted_;
  std::vector<std::uint8_t> notes_;  ///< by use: 1 for segments that are given back
  std::vector<Placed> placed_;
  std::string_view line_;      ///< LX of the line at hand
  Spot spot_;                  ///< of the segment at hand, if it took a closer look
  std::size_t loop_ = 0;       ///< of the segment at hand, where something is wrong with it
  std::uint32_t ordinal_ = 0;  ///< its place in the stretch, from 0
  bool lost_ = false;          ///< behind a segment that should have begun a loop
};

}  // namespace noc837::snip
