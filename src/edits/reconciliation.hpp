// SPDX-License-Identifier: Apache-2.0
// What was read against what was written.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/error.hpp"
#include "claims/hierarchy.hpp"
#include "claims/unit.hpp"
#include "edits/review.hpp"
#include "edits/split.hpp"
#include "edits/volume.hpp"

namespace noc837::edits {

/// The account of a run: read + inserted + repeated = written + removed + left_out, in bytes,
/// segments, claims and lines. Accounts of parts add up to that of the whole.
struct Reconciliation {
  Volume read;
  Volume inserted;   ///< by corrections, notes and new counts
  Volume removed;    ///< likewise
  Volume repeated;   ///< envelope and levels that stand in both outputs
  Volume left_out;   ///< envelope and levels under which no claim is left
  Volume corrected;  ///< written to the corrected output, passed sets aside
  Volume flagged;    ///< written to the flagged output
  Volume annotated;  ///< written to the annotated output, passed sets aside
  Volume passed;     ///< sets that are copied through

  Reconciliation &operator+=(Reconciliation const &other);
  [[nodiscard]] Volume written() const { return corrected + flagged + annotated + passed; }
  /// Fails with Fault::internal and the first sum that is not right.
  [[nodiscard]] Result<void> check() const;
};

/// The account of an output in place, from what was read and reviewed.
class InPlaceAccount {
 public:
  void unit(claims::Unit const &unit, Review const *review);
  [[nodiscard]] Reconciliation with(Written const &annotated) const;

 private:
  Reconciliation account_;
};

/// Keeps the left side of the account of a split: what was read, and how often each part of the
/// envelope and each level has to be written, given where the claims under it went. Knows nothing
/// of how the outputs are written, so that a mistake there shows.
class SplitAccount {
 public:
  enum class To : std::uint8_t { corrected = 1, flagged = 2 };

  /// A unit that is no claim, in the order of the input.
  void unit(claims::Unit const &unit);
  void claim(claims::Unit const &unit, Review const *review, To to);
  /// The input was read to its end.
  void finish();
  /// Adds what the outputs say that they wrote.
  [[nodiscard]] Reconciliation with(Written const &corrected, Written const &flagged) const;

 private:
  struct Part {
    Volume volume;
    unsigned to = 0;  ///< the outputs that hold it, as bits
  };

  Part &part(claims::Place place) { return parts_[static_cast<std::size_t>(place)]; }
  void start(claims::Place place, claims::Unit const &unit);
  void close(Part &part);
  void close_from(claims::Place place);
  void belongs_to(claims::Place place, claims::Unit const &unit);

  Reconciliation account_;
  Part preamble_;  ///< before the first interchange: goes with the first one that is written
  std::array<Part, claims::places> parts_;
  bool any_interchange_ = false;
};

}  // namespace noc837::edits
