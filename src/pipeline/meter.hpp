// SPDX-License-Identifier: Apache-2.0
// How far a run has come, counted while it goes on.
#pragma once

#include <atomic>
#include <cstdint>

namespace noc837::pipeline {

/// Counters that the run adds to, from whatever thread, and that somebody shows.
class Meter {
 public:
  virtual ~Meter() = default;

  std::atomic<std::uint64_t> stored_bytes{0};  ///< read of the inputs, as they are stored
  std::atomic<std::uint64_t> claims{0};
  std::atomic<std::uint64_t> findings{0};

  /// Called often, from one thread at a time.
  virtual void tick() = 0;
};

}  // namespace noc837::pipeline
