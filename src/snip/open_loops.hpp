// SPDX-License-Identifier: Apache-2.0
// The loops that are open while a unit is walked, and where in them the next segment belongs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "grammar/guide.hpp"

namespace noc837::snip {

/// Where a segment belongs, and how well it fits there.
struct Match {
  enum class Fit : std::uint8_t {
    exact,
    too_often,        ///< its place is right, but it has occurred as often as it may
    out_of_order,     ///< it belongs before what was read already
    wrong_key,        ///< such segments belong here, but not with this qualifier
    missing_trigger,  ///< it belongs in a loop whose first segment is missing; `child` is the loop
    none,
  };
  Fit fit = Fit::none;
  std::size_t depth = 0;    ///< of the open loop that it is a child of
  std::uint16_t child = 0;  ///< in Guide::children
  bool sole = false;        ///< of wrong_key: nothing else of this id belongs into that loop
};

/// A stack of loops with how often each of their children has occurred. No loop of a guide stands
/// inside itself, so there is one count a child.
class OpenLoops {
 public:
  static constexpr std::size_t deepest = 8;

  struct Open {
    std::uint16_t loop = 0;      ///< in Guide::loops
    std::uint16_t position = 0;  ///< of the child read last
  };

  /// Closes all and opens `loop`, whose first segment is counted as read.
  void start(grammar::Guide const &guide, std::size_t loop);

  /// Where a segment belongs by its id (an index into Guide::tags) and key.
  [[nodiscard]] Match find(std::size_t tag, std::uint64_t key) const;

  /// Another child of the same id and key at the same depth; for segments that only their later
  /// elements tell apart. Fit::none where there is none.
  [[nodiscard]] Match other(Match const &match, std::size_t tag, std::uint64_t key) const;

  void open(std::size_t loop);
  void close() { --depth_; }

  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] Open &at(std::size_t depth) { return open_[depth]; }
  [[nodiscard]] Open const &top() const { return open_[depth_ - 1]; }
  [[nodiscard]] std::uint32_t &count(std::size_t child) { return counts_[child]; }

 private:
  [[nodiscard]] Match missing_trigger(std::size_t tag, std::uint64_t key) const;

  grammar::Guide const *guide_ = nullptr;
  std::array<Open, deepest> open_;
  std::size_t depth_ = 0;
  std::vector<std::uint32_t> counts_;  ///< by child
};

}  // namespace noc837::snip
