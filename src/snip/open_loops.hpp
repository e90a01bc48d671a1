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

  static constexpr std::uint16_t none = 0xffff;

  struct Open {
    std::uint16_t loop = 0;      ///< in Guide::loops
    std::uint16_t position = 0;  ///< of the child read last
    std::uint16_t due = none;    ///< least position of a required child that did not occur so far
  };

  /// A candidate that fits in every way, and the depth of its loop.
  struct Exact {
    grammar::Candidate const *candidate = nullptr;
    std::size_t depth = 0;
    bool passed_full = false;  ///< another one had its place, but occurred as often as it may
  };

  /// Closes all and opens `loop`, whose first segment is counted as read.
  void start(grammar::Guide const &guide, std::size_t loop);

  /// Where a segment fits by its id (an index into Guide::tags) and key; no candidate where it
  /// fits nowhere, and find() tells more.
  [[nodiscard]] Exact exact(std::size_t tag, std::uint64_t key) {
    // What followed a child once follows it again and again.
    Step &step =
        steps_[(std::size_t{last_} * 5U ^ tag * 29U ^ (key * 0x9e3779b97f4a7c15U >> 40U)) % steps];
    if (in_order_ && step.candidate != nullptr && step.last == last_ && step.tag == tag &&
        step.key == key) {
      auto const &candidate = *step.candidate;
      if (candidate.most == 0 || counts_[candidate.child] < candidate.most) {
        return {step.candidate, step.depth};
      }
    }
    auto const found = search(tag, key);
    if (in_order_ && found.candidate != nullptr && !found.passed_full) {
      step = {key, found.candidate, last_, static_cast<std::uint16_t>(tag),
              static_cast<std::uint16_t>(found.depth)};
    }
    return found;
  }
  /// The same, found by looking at all open loops.
  [[nodiscard]] Exact search(std::size_t tag, std::uint64_t key) const {
    bool passed_full = false;
    for (std::size_t depth = depth_; depth-- > 0;) {
      Open const &open = open_[depth];
      grammar::Slot const slot = guide_->slots[open.loop * guide_->tags.size() + tag];
      auto const *candidate = guide_->candidates.data() + slot.begin;
      for (auto const *const end = candidate + slot.count; candidate != end; ++candidate) {
        if (candidate->code != key && candidate->code != 0) continue;
        if (candidate->position < open.position) continue;
        if (candidate->most == 0 || counts_[candidate->child] < candidate->most) {
          return {candidate, depth, passed_full};
        }
        passed_full = true;
      }
    }
    return {};
  }

  /// Where a segment that fits nowhere belongs all the same.
  [[nodiscard]] Match find(std::size_t tag, std::uint64_t key) const;

  /// Another child of the same id and key at the same depth; for segments that only their later
  /// elements tell apart. Fit::none where there is none.
  [[nodiscard]] Match other(Match const &match, std::size_t tag, std::uint64_t key) const;

  /// Counts a child of the loop at `depth`.
  void count(std::size_t depth, std::size_t child) {
    if (counts_[child]++ == 0 && required_[child] != 0) find_due(depth);
  }
  void discount(std::size_t depth, std::size_t child) {
    if (--counts_[child] == 0 && required_[child] != 0) find_due(depth);
  }
  [[nodiscard]] std::uint32_t count_of(std::size_t child) const { return counts_[child]; }

  /// The child that was entered last, which tells which loops are open and how far each has been
  /// read, as long as no segment stood out of order.
  void entered(std::size_t child) { last_ = static_cast<std::uint16_t>(child); }
  void lose_order() { in_order_ = false; }

  void open(std::size_t loop);
  void close() { --depth_; }

  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] Open &at(std::size_t depth) { return open_[depth]; }
  [[nodiscard]] Open const &top() const { return open_[depth_ - 1]; }

 private:
  void find_due(std::size_t depth);
  [[nodiscard]] Match missing_trigger(std::size_t tag, std::uint64_t key) const;

  /// What fitted when a segment of this id and key came behind the child `last`: it fits again
  /// unless it has occurred as often as it may.
  struct Step {
    std::uint64_t key = 0;
    grammar::Candidate const *candidate = nullptr;
    std::uint16_t last = 0;
    std::uint16_t tag = 0;
    std::uint16_t depth = 0;
  };
  static constexpr std::size_t steps = 512;

  grammar::Guide const *guide_ = nullptr;
  std::array<Step, steps> steps_;
  std::uint16_t last_ = none;
  bool in_order_ = true;
  std::array<Open, deepest> open_;
  std::size_t depth_ = 0;
  std::vector<std::uint32_t> counts_;   ///< by child
  std::vector<std::uint8_t> required_;  ///< by child: its absence is told
};

}  // namespace noc837::snip
