// SPDX-License-Identifier: Apache-2.0
#include "snip/open_loops.hpp"

#include <algorithm>
#include <limits>

namespace noc837::snip {

using grammar::Child;

void OpenLoops::start(grammar::Guide const &guide, std::size_t loop) {
  constexpr std::uint32_t many = 0x80000000U;  // more than there can be in what is walked at once
  if (guide_ != &guide || instances_ > many) {
    guide_ = &guide;
    instances_ = 0;
    counts_.assign(guide.children.size(), {});
    steps_.fill({});
  }
  depth_ = 0;
  due_ = 0;
  last_ = guide.loops[loop].children;
  in_order_ = true;
  open(loop);
}

void OpenLoops::open(std::size_t loop) {
  auto const &row = guide_->loops[loop];
  due_ |= at_depth(row.due, depth_);
  open_[depth_++] = {static_cast<std::uint16_t>(loop), guide_->children[row.children].position,
                     ++instances_};
  counts_[row.children] = no_count(instances_) + 1;
}

void OpenLoops::remember(std::uint64_t prefix, std::size_t prefix_size, Exact const &exact) {
  if (!in_order_ || exact.passed_full) return;
  Child const &child = guide_->children[exact.candidate->child];
  auto const loop = child.is_loop ? child.target : open_[exact.depth].loop;
  auto const &row = guide_->loops[loop];
  auto const outside = ~std::uint64_t{0} >> (56 - 8 * exact.depth);  // and the loop itself
  Step step;
  step.prefix = prefix;
  step.counted = grammar::first_bytes(prefix_size);
  auto const use = exact.candidate->use;
  step.spot = {guide_->tags[guide_->segments[use].tag].tag, use, loop, child.is_loop};
  step.most = child.most != 0 ? child.most : std::numeric_limits<std::uint32_t>::max();
  step.missing = ~outside | at_depth(child.before, exact.depth);
  step.kept = outside & ~at_depth(child.bit, exact.depth);
  step.last = last_;
  step.child = exact.candidate->child;
  step.position = child.position;
  step.depth = static_cast<std::uint8_t>(exact.depth + 1);
  if (child.is_loop) {
    step.due = row.due;
    step.first = row.children;
    step.first_position = guide_->children[row.children].position;
  }
  steps_[place_of(prefix, last_)] = step;
}

OpenLoops::Exact OpenLoops::exact(std::size_t tag, std::uint64_t key) const {
  bool passed_full = false;
  for (std::size_t depth = depth_; depth-- > 0;) {
    Open const &open = open_[depth];
    for (auto const &candidate : guide_->candidates_of(open.loop, tag)) {
      if (candidate.code != key && candidate.code != 0) continue;
      if (candidate.position < open.position) continue;
      if (candidate.most == 0 || count_of(depth, candidate.child) < candidate.most) {
        return {&candidate, depth, passed_full};
      }
      passed_full = true;
    }
  }
  return {};
}

Match OpenLoops::find(std::size_t tag, std::uint64_t key) const {
  Match best;
  for (std::size_t depth = depth_; depth-- > 0;) {
    for (auto const &candidate : guide_->candidates_of(open_[depth].loop, tag)) {
      Child const &child = guide_->children[candidate.child];
      auto fit = Match::Fit::exact;
      if (candidate.code != 0 && candidate.code != key) {
        if (child.position < open_[depth].position) continue;
        fit = Match::Fit::wrong_key;
      } else if (child.position < open_[depth].position) {
        fit = Match::Fit::out_of_order;
      } else if (child.most != 0 && count_of(depth, candidate.child) >= child.most) {
        fit = Match::Fit::too_often;
      }
      if (fit == Match::Fit::exact) return {fit, depth, candidate.child, false};
      if (fit < best.fit) best = {fit, depth, candidate.child, false};
    }
  }
  if (best.fit == Match::Fit::wrong_key) {
    auto const candidates = guide_->candidates_of(open_[best.depth].loop, tag);
    best.sole = std::all_of(candidates.begin(), candidates.end(),
                            [&](auto const &candidate) { return candidate.child == best.child; });
  }
  return best.fit == Match::Fit::none ? missing_trigger(tag, key) : best;
}

Match OpenLoops::other(Match const &match, std::size_t tag, std::uint64_t key) const {
  bool passed = false;
  for (auto const &candidate : guide_->candidates_of(open_[match.depth].loop, tag)) {
    bool const same = candidate.child == match.child;
    if (passed && !same && candidate.code == key)
      return {match.fit, match.depth, candidate.child, false};
    passed = passed || same;
  }
  return {};
}

/// A loop inside one of the open ones that has such segments. Among several the first in order.
Match OpenLoops::missing_trigger(std::size_t tag, std::uint64_t key) const {
  for (std::size_t depth = depth_; depth-- > 0;) {
    auto const &loop = guide_->loops[open_[depth].loop];
    for (std::size_t i = 1; i < loop.child_count; ++i) {
      auto const at = static_cast<std::uint16_t>(loop.children + i);
      Child const &child = guide_->children[at];
      if (!child.is_loop || child.is_unit || child.position < open_[depth].position) continue;
      if (child.most != 0 && count_of(depth, at) >= child.most) continue;
      for (auto const &candidate : guide_->candidates_of(child.target, tag)) {
        if (guide_->children[candidate.child].is_loop) continue;
        if (candidate.code == 0 || candidate.code == key) {
          return {Match::Fit::missing_trigger, depth, at, false};
        }
      }
    }
  }
  return {};
}

}  // namespace noc837::snip
