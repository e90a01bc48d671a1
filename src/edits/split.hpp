// SPDX-License-Identifier: Apache-2.0
// One output of a split: some of the claims of an input, under the same envelope and levels.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "claims/hierarchy.hpp"
#include "claims/unit.hpp"
#include "edits/counts.hpp"
#include "edits/review.hpp"
#include "edits/volume.hpp"
#include "io/sink.hpp"

namespace noc837::edits {

/// Which counts of the envelope are made anew.
struct Recounts {
  Recount segments = Recount::shift;  ///< SE01
  Recount groups = Recount::shift;    ///< GE01, IEA01
};

/// What an output holds, for the reconciliation.
struct Written {
  std::uint64_t bytes = 0;
  Volume content;          ///< claims, with envelope and levels
  Volume passed;           ///< sets that are copied through
  Volume inserted;         ///< by new numbers and counts
  Volume removed;          ///< likewise
  Volume repeated;         ///< a level that had to be written again
  std::uint64_t sets = 0;  ///< with claims

  /// Adds a header or trailer to `to` whose numbers were made anew.
  void count_header(Volume &to, std::size_t bytes_read, std::size_t bytes_written,
                    std::uint64_t segments);
};

/// Writes the claims that it is given. Envelope and levels are written when the first claim
/// under them comes; those without one are left out. HL01, HL02 and the counts follow, HL04 as
/// well: a subscriber whose patients all went to the other output has none here, and neither has a
/// billing provider whose subscribers did. Memory does not grow with the number of claims.
///
/// Call in the order of the input, after the hierarchy has entered the unit.
class SplitOutput {
 public:
  /// Gives the sink when the first byte is to be written.
  using Open = std::function<Result<io::Sink *>()>;

  /// Bytes that wait for the HL04 before them are given up on beyond `most_held`.
  SplitOutput(Open open, Recounts recounts, std::size_t most_held = std::size_t{4} << 20U)
      : open_(std::move(open)), recounts_(recounts), most_held_(most_held) {}

  /// A claim; `review` is null where it was not looked at.
  [[nodiscard]] Result<void> claim(claims::Unit const &unit, Review const *review,
                                   claims::Hierarchy const &hierarchy);
  /// A unit of a set that is copied through: its ST, and what follows.
  [[nodiscard]] Result<void> pass(claims::Unit const &unit, claims::Hierarchy const &hierarchy);
  /// Any other unit; call it before the hierarchy closes what the unit ends.
  [[nodiscard]] Result<void> close(claims::Unit const &unit, claims::Hierarchy const &hierarchy);

  [[nodiscard]] bool empty() const {
    return written_.content.claims + written_.passed.segments == 0;
  }
  [[nodiscard]] Written const &written() const { return written_; }

 private:
  [[nodiscard]] Result<void> reach(claims::Hierarchy const &hierarchy, claims::Place innermost);
  [[nodiscard]] Result<void> enter(claims::Place place, claims::Hierarchy const &hierarchy);
  [[nodiscard]] Result<void> enter_level(claims::Place place, claims::Hierarchy const &hierarchy);
  [[nodiscard]] Result<void> leave(claims::Place place, claims::Hierarchy const &hierarchy);
  [[nodiscard]] Result<void> release(char child_code);
  [[nodiscard]] Result<void> write_trailer(claims::Unit const &unit, std::uint64_t before,
                                           std::uint64_t after, Recount recount);
  [[nodiscard]] Result<void> write(std::string_view bytes);
  [[nodiscard]] bool inside(claims::Place place, claims::Hierarchy const &hierarchy) const;
  std::uint64_t &serial(claims::Place place) { return serials_[static_cast<std::size_t>(place)]; }

  Open open_;
  Recounts recounts_;
  std::size_t most_held_;
  io::Sink *sink_ = nullptr;
  Written written_;

  std::array<std::uint64_t, claims::places> serials_{};  ///< of the places written
  std::string gap_;                                      ///< bytes before the first interchange
  bool any_interchange_ = false;                         ///< one was read, here or not
  std::uint64_t groups_ = 0;                             ///< written in this interchange
  std::uint64_t groups_read_ = 0;                        ///< read in this interchange
  std::uint64_t sets_ = 0;                               ///< written in this group
  std::uint64_t sets_read_ = 0;                          ///< read in this group
  std::uint64_t segments_ = 0;                           ///< written in this set
  std::uint64_t levels_ = 0;                             ///< written in this set
  struct Level {
    std::string id_read;     ///< HL01 of the input
    std::string id_written;  ///< HL01 here
  };
  std::array<Level, claims::places> ids_;

  std::optional<claims::Place> holding_;  ///< the level whose HL04 is not decided
  std::string held_;                      ///< what follows that
  std::uint64_t cut_short_ = 0;           ///< serial of the level where too much was held last
};

/// What a claim will be when it is written; `review` is null where it was not looked at.
[[nodiscard]] Volume volume_of(claims::Unit const &unit, Review const *review);

/// Writes the segments of a reviewed claim, untouched runs in one piece.
[[nodiscard]] Result<void> write_segments(
    edi::Segments const &segments, std::function<Result<void>(std::string_view)> const &write);

}  // namespace noc837::edits
