// SPDX-License-Identifier: Apache-2.0
// Keeps two runs from working on one output folder.
#pragma once

#include <filesystem>
#include <utility>

#include "base/error.hpp"

namespace noc837::batch {

/// Held while the object lives; the system lets go of it when the process ends, however it ends.
class RunLock {
 public:
  /// Fails with Fault::output when another process holds the lock of `file`.
  [[nodiscard]] static Result<RunLock> take(std::filesystem::path const &file);

  RunLock(RunLock &&other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  RunLock &operator=(RunLock &&) = delete;
  ~RunLock();

 private:
  explicit RunLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace noc837::batch
