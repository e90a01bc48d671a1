// SPDX-License-Identifier: Apache-2.0
// The loops that are open while a unit is walked, and where in them the next segment belongs.
#pragma once

#include <algorithm>
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
    std::uint32_t instance = 0;  ///< tells its counts from those of such loops before it
  };

  /// A candidate that fits in every way, and the depth of its loop.
  struct Exact {
    grammar::Candidate const *candidate = nullptr;
    std::size_t depth = 0;
    bool passed_full = false;  ///< another one had its place, but occurred as often as it may
  };

  /// What a segment is in the guide.
  struct Spot {
    edi::Tag tag = 0;
    std::uint16_t use = 0;   ///< in Guide::segments
    std::uint16_t loop = 0;  ///< in Guide::loops: the one that it begins or stands in
    bool begins = false;     ///< it begins its loop
  };

  /// Where a segment belonged that came behind the child `last`. One that begins with the same
  /// bytes belongs there again, unless it has occurred as often as it may or something is missing.
  struct alignas(64) Step {
    std::uint64_t prefix = 0;   ///< id, key if it has one, and the separator behind
    std::uint64_t counted = 0;  ///< the bytes of eight that the prefix has
    std::uint64_t missing = 0;  ///< bits of due_ that must not be left
    std::uint64_t kept = 0;     ///< bits of due_ that stay
    Spot spot;
    std::uint32_t most = 0;
    std::uint16_t last = no_child;
    std::uint16_t child = 0;           ///< in Guide::children
    std::uint16_t position = 0;        ///< of the child
    std::uint16_t first = 0;           ///< in Guide::children: the first of a loop that it begins
    std::uint16_t first_position = 0;  ///< of that one
    std::uint8_t depth = 0;            ///< how many loops are open there, down to its own
    std::uint8_t due = 0;              ///< Loop::due of a loop that it begins
  };

  /// Closes all and opens `loop`, whose first segment is counted as read.
  void start(grammar::Guide const &guide, std::size_t loop);

  /// Takes the step that was taken before from here with a segment that begins with these eight
  /// bytes; null where none is known or it cannot be taken as simply again.
  [[nodiscard]] Spot const *follow(std::uint64_t text) {
    auto const &step = steps_[place_of(text, last_)];
    if (step.last != last_ || ((step.prefix ^ text) & step.counted) != 0) return nullptr;
    std::size_t const depth = step.depth;
    auto const child = step.child;
    auto const due = due_;
    auto &open = open_[depth - 1];
    auto const none = no_count(open.instance);
    auto const count = std::max(counts_[child], none);
    if (count - none >= step.most || (due & step.missing) != 0) return nullptr;
    counts_[child] = count + 1;
    open.position = step.position;
    last_ = child;
    if (step.spot.begins) {
      due_ = (due & step.kept) | at_depth(step.due, depth);
      depth_ = depth + 1;
      auto const instance = ++instances_;
      open_[depth] = {step.spot.loop, step.first_position, instance};
      counts_[step.first] = no_count(instance) + 1;
    } else {
      due_ = due & step.kept;
      depth_ = depth;
    }
    return &step.spot;
  }
  /// Keeps that a segment, which begins with `prefix`, belongs to a candidate from here. To be
  /// called before it is entered.
  void remember(std::uint64_t prefix, std::size_t prefix_size, Exact const &exact);

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
    counts_[child] = no_count(open_[depth].instance) + count_of(depth, child) + 1;
    due_ &= ~at_depth(guide_->children[child].bit, depth);
  }
  void discount(std::size_t depth, std::size_t child) {
    auto const number = count_of(depth, child) - 1;
    counts_[child] = no_count(open_[depth].instance) + number;
    if (number == 0) due_ |= at_depth(guide_->children[child].bit, depth);
  }
  [[nodiscard]] std::uint32_t count_of(std::size_t depth, std::size_t child) const {
    auto const none = no_count(open_[depth].instance);
    return static_cast<std::uint32_t>(std::max(counts_[child], none) - none);
  }

  /// Bits, as in Child, of the children of the loop at `depth` that must occur and did not so far.
  [[nodiscard]] std::uint8_t due(std::size_t depth) const {
    return static_cast<std::uint8_t>(due_ >> 8 * depth);
  }

  /// The child that was entered last, which tells which loops are open and how far each has been
  /// read, as long as no segment stood out of order.
  void entered(std::size_t child) {
    last_ = in_order_ ? static_cast<std::uint16_t>(child) : no_order;
  }
  void lose_order() {
    in_order_ = false;
    last_ = no_order;
  }

  void open(std::size_t loop);
  void close() {
    --depth_;
    due_ &= ~at_depth(0xff, depth_);
  }

  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] Open &at(std::size_t depth) { return open_[depth]; }
  [[nodiscard]] Open const &top() const { return open_[depth_ - 1]; }

 private:
  static constexpr std::size_t steps = 512;
  static constexpr std::uint16_t no_order = 0xfffe;  ///< no child, and no step's last

  /// How often a child has occurred in a loop: the instance of the loop and behind it the number. A
  /// count of an instance before is less than none of this one.
  using Count = std::uint64_t;
  static Count no_count(std::uint32_t instance) { return Count{instance} << 32U; }

  /// By the first three bytes, the id, and the child before.
  static std::size_t place_of(std::uint64_t text, std::uint16_t last) {
    auto const id = static_cast<std::uint32_t>(text) & 0xffffffU;
    return (id + last * 0x01000193U) * 0x9e3779b1U >> 23U;
  }

  /// Bits of the children of the loop at `depth` as they stand in due_.
  static std::uint64_t at_depth(std::uint8_t bits, std::size_t depth) {
    return std::uint64_t{bits} << 8 * depth;
  }

  [[nodiscard]] Match missing_trigger(std::size_t tag, std::uint64_t key) const;

  grammar::Guide const *guide_ = nullptr;
  std::array<Step, steps> steps_;
  std::uint16_t last_ = 0;
  bool in_order_ = true;
  std::array<Open, deepest> open_;
  std::size_t depth_ = 0;
  std::uint64_t due_ = 0;  ///< of each open loop eight bits, the outermost lowest
  std::uint32_t instances_ = 0;
  std::vector<Count> counts_;  ///< by child
};

}  // namespace noc837::snip
