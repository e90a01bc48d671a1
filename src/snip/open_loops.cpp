// SPDX-License-Identifier: Apache-2.0
#include "snip/open_loops.hpp"

#include <algorithm>

namespace noc837::snip {

using grammar::Child;

void OpenLoops::start(grammar::Guide const &guide, std::size_t loop) {
  if (guide_ != &guide) {
    guide_ = &guide;
    counts_.assign(guide.children.size(), 0);
    required_.assign(guide.children.size(), 0);
    for (auto const child : guide.required) required_[child] = 1;
    steps_.fill({});
  }
  depth_ = 0;
  last_ = guide.loops[loop].children;
  in_order_ = true;
  open(loop);
}

void OpenLoops::open(std::size_t loop) {
  auto const &row = guide_->loops[loop];
  std::fill_n(counts_.begin() + row.children, row.child_count, 0U);
  open_[depth_++] = {static_cast<std::uint16_t>(loop), guide_->children[row.children].position,
                     none};
  counts_[row.children] = 1;
  find_due(depth_ - 1);
}

void OpenLoops::find_due(std::size_t depth) {
  auto const &loop = guide_->loops[open_[depth].loop];
  auto due = none;
  for (auto const child : guide_->required.subspan(loop.required, loop.required_count)) {
    if (counts_[child] == 0) due = std::min(due, guide_->children[child].position);
  }
  open_[depth].due = due;
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
      } else if (child.most != 0 && counts_[candidate.child] >= child.most) {
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
      if (child.most != 0 && counts_[at] >= child.most) continue;
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
