// SPDX-License-Identifier: Apache-2.0
// Runs stretches of an input through stages, several at a time.
#pragma once

#include <atomic>
#include <cstdint>

#include "base/error.hpp"
#include "pipeline/stretch.hpp"

namespace noc837::pipeline {

/// Whether a stage in order may go on with a stretch. It stays so once it is.
class Turn {
 public:
  /// It is the turn of `ticket` when `next` has come to it.
  Turn(std::atomic<std::uint64_t> const &next, std::uint64_t ticket)
      : next_(next), ticket_(ticket) {}
  [[nodiscard]] bool has_come() const { return next_.load(std::memory_order_acquire) == ticket_; }

 private:
  std::atomic<std::uint64_t> const &next_;
  std::uint64_t ticket_;
};

/// What is done with each stretch, stage by stage. Some stages take the stretches one at a time in
/// the order of the input, others take any number at once.
class Stages {
 public:
  virtual ~Stages() = default;

  /// In order: reads the next block.
  virtual void read(Stretch &stretch) = 0;
  /// At once: whatever can be found out about the block alone.
  virtual void prepare(Stretch &stretch) = 0;
  /// In order, and quick: cuts it into units, with what is before it in mind.
  virtual void join(Stretch &stretch) = 0;
  /// At once: judges its claims, or as many as can be until it is the turn of hand_on().
  virtual void judge(Stretch &stretch, Turn const &turn) = 0;
  /// In order: hands on what came of it. A failure ends the run.
  [[nodiscard]] virtual Result<void> hand_on(Stretch &stretch) = 0;
};

/// Runs every stretch through the stages with up to `threads` threads at work, until the block
/// that is the last, a failure to read, or a failure to hand on. What comes out does not depend on
/// the number of threads. An exception ends the run and is thrown again here.
[[nodiscard]] Result<void> run_stages(Stages &stages, unsigned threads);

}  // namespace noc837::pipeline
