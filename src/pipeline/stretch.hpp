// SPDX-License-Identifier: Apache-2.0
// A stretch of an input on its way through the stages of a run.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "claims/block.hpp"
#include "claims/hierarchy.hpp"
#include "claims/unit.hpp"
#include "edits/review.hpp"
#include "grammar/transmission.hpp"
#include "pipeline/checkpoint.hpp"
#include "rules/rule.hpp"

namespace noc837::pipeline {

/// A unit and what became of it.
struct JudgedUnit {
  explicit JudgedUnit(claims::Unit const &what)
      : unit(what), postponed(what.kind == claims::UnitKind::claim) {}

  claims::Unit unit;
  bool faulty_level = false;              ///< of a claim: a level above it cannot go out
  std::size_t findings = 0;               ///< of the stretch's findings, those of this unit
  edits::Review const *review = nullptr;  ///< of a claim; null where there is nothing to look at
  edits::Reviewer *reviewer = nullptr;    ///< that the review belongs to
  bool elsewhere = false;                 ///< before the part that is worked on
  bool postponed;                         ///< of a claim: not judged ahead, or not yet
};

/// One block. Each stage fills in more of it. Used for one block after another, so that its
/// storage is reused.
struct Stretch {
  // Read, and prepared:
  claims::Block block;
  std::optional<grammar::Scanner> scanner;
  // Joined with what is before it:
  claims::Hierarchy before;       ///< where the block begins
  std::vector<JudgedUnit> units;  ///< that end in this block
  rules::Findings findings;       ///< on envelope and levels, unit by unit
  bool last = false;              ///< nothing follows: the end, a failure, or the part is done
  std::optional<Error> failure;   ///< the reading ends here
  std::optional<Checkpoint> checkpoint;  ///< behind all of it
  // Judged:
  std::shared_ptr<edits::Experience> experience;  ///< of the reviewers
  std::deque<edits::Reviewer> reviewers;  ///< one for each claim reviewed; they own the reviews
};

}  // namespace noc837::pipeline
