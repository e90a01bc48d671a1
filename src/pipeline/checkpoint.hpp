// SPDX-License-Identifier: Apache-2.0
// A place in an input where its reading can be taken up without what is before it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "claims/cutter.hpp"
#include "claims/hierarchy.hpp"
#include "rules/envelope_check.hpp"
#include "rules/level_check.hpp"

namespace noc837::pipeline {

/// What of the units so far those to come depend on.
struct Standing {
  claims::Cutter &cutter;
  claims::Hierarchy &hierarchy;
  rules::EnvelopeCheck &envelope;
  rules::LevelCheck &levels;
};

/// The standing as bytes. They hold the headers and levels that are open, names included.
[[nodiscard]] std::string standing_state(Standing const &standing);
/// Gives new ones the standing that was written. Fails with Fault::input for any other bytes.
[[nodiscard]] Result<void> stand_there(std::string const &state, Standing const &standing);

struct Checkpoint {
  std::uint64_t offset = 0;  ///< uncompressed bytes before it
  std::string state;         ///< as standing_state() gives it
  /// Of claims before it that others may be duplicates of: with a walk's visitor of those since the
  /// checkpoint before.
  std::vector<std::uint64_t> fingerprints;
};

/// How far checkpoints are apart at least.
struct Spacing {
  std::uint64_t bytes = std::uint64_t{1} << 20U;  ///< of the input
  std::uint64_t share = 1024;  ///< or so many parts of the input up to there, for few in large ones
  std::uint64_t ratio = 64;    ///< or so many times the bytes of the checkpoint before
};

/// Tells when a checkpoint is due.
class CheckpointPace {
 public:
  explicit CheckpointPace(Spacing const &spacing) : spacing_(spacing) {}

  [[nodiscard]] bool due(std::uint64_t offset) const { return offset >= next_; }
  void made(std::uint64_t offset, std::size_t size);

 private:
  Spacing spacing_;
  std::uint64_t next_ = 1;
};

}  // namespace noc837::pipeline
