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
  static constexpr std::uint16_t no_child = 0xffff;

  struct Open {
    std::uint16_t loop = 0;      ///< in Guide::loops
    std::uint16_t position = 0;  ///< of the child read last
    std::uint32_t due = 0;       ///< bits of the children that must occur and did not so far
  };

  /// A candidate that fits in every way, and the depth of its loop.
  struct Exact {
    grammar::Candidate const *candidate = nullptr;
    std::size_t depth = 0;
    bool passed_full = false;  ///< another one had its place, but occurred as often as it may
  };

  /// Where a segment belonged that came behind the child `last`. One that begins with the same
  /// bytes belongs there again, unless it has occurred as often as it may or something is missing.
  struct Step {
    std::uint64_t prefix = 0;  ///< id, key if it has one, and the separator behind, in `mask`
    std::uint64_t mask = ~std::uint64_t{0};
    edi::Tag tag = 0;
    std::uint32_t most = 0;
    std::uint32_t bit = 0;     ///< as in Child
    std::uint32_t before = 0;  ///< as in Child
    std::uint16_t last = no_child;
    std::uint16_t child = 0;  ///< in Guide::children
    std::uint16_t position = 0;
    std::uint16_t depth = 0;  ///< of the loop that it is a child of
    std::uint16_t use = 0;    ///< in Guide::segments
    std::uint16_t loop = 0;   ///< in Guide::loops: the one that it begins or stands in
    bool begins = false;      ///< it begins its loop
    bool keyed = false;       ///< its first value is the key, which is sound
  };

  /// Closes all and opens `loop`, whose first segment is counted as read.
  void start(grammar::Guide const &guide, std::size_t loop);

  /// The step that was taken before from here with a segment that begins with these eight bytes;
  /// null where none is known or it cannot be taken as simply again.
  [[nodiscard]] Step const *usual(std::uint64_t text) const {
    auto const &step = steps_[place_of(text, last_)];
    if (step.last != last_ || ((step.prefix ^ text) & step.mask) != 0 || !in_order_) return nullptr;
    if (counts_[step.child] >= step.most) return nullptr;
    std::uint32_t due = open_[step.depth].due & step.before;
    for (std::size_t depth = depth_; depth-- > step.depth + 1U;) due |= open_[depth].due;
    return due == 0 ? &step : nullptr;
  }
  /// Takes a step that usual() gave.
  void take(Step const &step) {
    depth_ = step.depth + 1U;
    auto &open = open_[step.depth];
    open.position = step.position;
    open.due &= ~step.bit;
    ++counts_[step.child];
    last_ = step.child;
    if (step.begins) this->open(step.loop);
  }
  /// Keeps that a segment, which begins with `prefix`, belongs to a candidate from here. To be
  /// called before it is entered.
  void remember(std::uint64_t prefix, std::size_t prefix_size, Exact const &exact, bool keyed);

  /// Where a segment fits by its id (an index into Guide::tags) and key; no candidate where it
  /// fits nowhere, and find() tells more.
  [[nodiscard]] Exact exact(std::size_t tag, std::uint64_t key) const;

  /// Where a segment that fits nowhere belongs all the same.
  [[nodiscard]] Match find(std::size_t tag, std::uint64_t key) const;

  /// Another child of the same id and key at the same depth; for segments that only their later
  /// elements tell apart. Fit::none where there is none.
  [[nodiscard]] Match other(Match const &match, std::size_t tag, std::uint64_t key) const;

  /// Counts a child of the loop at `depth`.
  void count(std::size_t depth, std::size_t child) {
    ++counts_[child];
    open_[depth].due &= ~guide_->children[child].bit;
  }
  void discount(std::size_t depth, std::size_t child) {
    if (--counts_[child] == 0) open_[depth].due |= guide_->children[child].bit;
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
  static constexpr std::size_t steps = 512;

  /// By the first three bytes, the id, and the child before.
  static std::size_t place_of(std::uint64_t text, std::uint16_t last) {
    auto const id = static_cast<std::uint32_t>(text) & 0xffffffU;
    return (id + last * 0x01000193U) * 0x9e3779b1U >> 23U;
  }

  [[nodiscard]] Match missing_trigger(std::size_t tag, std::uint64_t key) const;

  grammar::Guide const *guide_ = nullptr;
  std::array<Step, steps> steps_;
  std::uint16_t last_ = 0;
  bool in_order_ = true;
  std::array<Open, deepest> open_;
  std::size_t depth_ = 0;
  std::vector<std::uint32_t> counts_;  ///< by child
};

}  // namespace noc837::snip
