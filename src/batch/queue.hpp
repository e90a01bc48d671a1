// SPDX-License-Identifier: Apache-2.0
// The files that wait for a worker.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace noc837::batch {

/// Hands out each file to one worker at a time, the largest first: a large file begun last would
/// keep one worker busy while the others have nothing left.
class Queue {
 public:
  /// A file that waits already is not queued twice; one in work is handed out again afterwards.
  void push(std::filesystem::path const &path);
  /// Waits for a file; nothing when no more will come.
  [[nodiscard]] std::optional<std::filesystem::path> pop();
  /// A worker is through with a file.
  void done(std::filesystem::path const &path);
  /// No file will be pushed any more; what waits is still handed out.
  void close();
  /// Nothing more is handed out.
  void stop();

  [[nodiscard]] std::size_t waiting() const;
  [[nodiscard]] std::size_t active() const;

 private:
  void insert(std::filesystem::path const &path);

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::set<std::pair<std::uint64_t, std::filesystem::path>> waiting_;  ///< by size
  std::set<std::filesystem::path> queued_;
  std::set<std::filesystem::path> active_;
  std::set<std::filesystem::path> again_;
  bool closed_ = false;
};

}  // namespace noc837::batch
