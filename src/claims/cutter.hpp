// SPDX-License-Identifier: Apache-2.0
// Cuts an input into units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "claims/block.hpp"
#include "claims/limits.hpp"
#include "claims/unit.hpp"
#include "grammar/transmission.hpp"

namespace noc837::claims {

/// Something near-legal that was read all the same.
struct Notice {
  std::uint64_t offset = 0;
  std::string what;

  template <class Archive>
  void serialize(Archive &archive) {
    archive(offset, what);
  }
};

/// Cuts an input, block by block, into its units. Reads every interchange by its own delimiters.
/// What cannot be read for sure is an Error that names byte, segment and what was expected; the
/// units given before it are sound. Where the blocks are cut makes no difference.
class Cutter {
 public:
  explicit Cutter(grammar::Watch const &watch, Limits limits = {});

  /// Takes the block that follows; the one before must have been used up. The block must stay
  /// where it is until next() has given null.
  void feed(Block &block);
  /// The next unit; null when the block is used up, which may be the end of a complete input. The
  /// unit is valid until the next call, its bytes as long as the block.
  [[nodiscard]] Result<Unit const *> next();

  /// Each kind of notice at most once an interchange.
  [[nodiscard]] std::vector<Notice> const &notices() const { return notices_; }
  /// Uncompressed bytes given out so far.
  [[nodiscard]] std::uint64_t bytes() const { return base_ + cursor_; }
  /// In force where the cutter has come to; nothing before the first interchange.
  [[nodiscard]] std::optional<edi::Delimiters> delimiters() const {
    return any_ ? std::optional(scan_.delimiters) : std::nullopt;
  }

  /// True inside interchanges, but not between ISA and what follows.
  [[nodiscard]] bool can_be_kept() const { return state_ != State::outside && !opening_; }
  /// Writes where the cutter stands when it has used up its block, or makes a new one stand there:
  /// it then takes blocks from the byte bytes() on.
  template <class Archive>
  void serialize(Archive &archive) {
    auto offset = bytes();
    archive(offset, state_, scan_.delimiters, any_, guide_, group_version_);
    archive(interchange_offset_, interchange_segments_, set_segments_);
    archive(notices_, interchange_notices_);
    if constexpr (Archive::is_loading::value) base_ = offset;
  }

 private:
  enum class State : std::uint8_t { outside, interchange, group, set, passed };

  Result<Unit const *> next_in_block();
  void keep_unfinished();
  Result<void> check_joint();
  Result<Unit const *> need_more();
  Result<Unit const *> read_on();
  void rescan();
  Result<Unit const *> next_outside();
  Result<void> open_interchange();
  Result<Unit const *> next_inside();
  Result<Unit const *> next_passed();
  Result<Unit const *> advance(grammar::Mark const &mark, std::size_t end);
  Unit const *give(UnitKind kind, std::size_t end, std::uint32_t segments);
  Unit const *give_gap(std::size_t size);
  Result<Unit const *> end_outside();
  Unit const *give_interchange(std::size_t end, std::uint32_t segments);
  Unit const *open_passed_set();
  [[nodiscard]] std::size_t mark_begin(std::size_t mark) const;
  [[nodiscard]] std::string_view text_at_cursor() const;
  [[nodiscard]] edi::Guide set_guide() const;
  [[nodiscard]] std::size_t next_segment() const;
  [[nodiscard]] bool unit_follows_block() const;
  [[nodiscard]] State pending_state() const;
  void note(std::uint64_t offset, std::string what);
  [[nodiscard]] tl::unexpected<Error> failure(std::size_t at, std::string what,
                                              std::string expected, std::string_view rule) const;
  [[nodiscard]] tl::unexpected<Error> faulty_isa(std::size_t at, std::string what,
                                                 std::string expected, std::string_view rule) const;
  [[nodiscard]] tl::unexpected<Error> failure_inside(std::size_t at, std::string what,
                                                     std::string expected,
                                                     std::string_view rule) const;
  [[nodiscard]] tl::unexpected<Error> too_large() const;
  [[nodiscard]] tl::unexpected<Error> truncated() const;
  [[nodiscard]] static std::string expected_trailer(State state);

  grammar::Scanner scanner_;
  Limits limits_;
  grammar::Scan scan_;
  std::vector<Notice> notices_;
  std::size_t interchange_notices_ = 0;   ///< notices of earlier interchanges
  std::uint64_t interchange_offset_ = 0;  ///< of the ISA

  Block *block_ = nullptr;      ///< the one that is being cut
  char const *data_ = nullptr;  ///< its bytes, or `unfinished_`
  std::string unfinished_;      ///< what the block before left
  bool joined_ = false;         ///< the block was joined to that, and the joint is not yet checked
  std::size_t cursor_ = 0;      ///< where the next unit begins
  std::size_t end_ = 0;         ///< end of the bytes held
  std::uint64_t base_ = 0;      ///< offset of data_[0] in the input
  bool ended_ = false;          ///< the input has no more
  bool any_ = false;            ///< an interchange was read

  State state_ = State::outside;
  std::size_t scanned_ = 0;                 ///< where the last pass began
  std::size_t complete_ = 0;                ///< where its last complete segment ends
  std::size_t mark_ = 0;                    ///< the next of its marks
  std::uint32_t given_ = 0;                 ///< of its segments, those given
  bool fresh_ = false;                      ///< the marks are those of the bytes held
  bool opening_ = false;                    ///< the ISA is read, its unit not yet given
  std::optional<Error> failure_;            ///< told when the ISA before it is given
  std::string group_version_;               ///< GS08
  std::uint64_t interchange_segments_ = 0;  ///< segments given since ISA
  std::uint64_t set_segments_ = 0;          ///< segments given since ST
  edi::Guide guide_ = edi::Guide::other;
  Unit unit_;
};

/// The guide that ST03 names, or GS08 where ST03 is empty.
[[nodiscard]] edi::Guide guide_of(std::string_view transaction_set, std::string_view st03,
                                  std::string_view gs08);

}  // namespace noc837::claims
