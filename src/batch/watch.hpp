// SPDX-License-Identifier: Apache-2.0
// Sees files arrive in a folder: closed after writing, or moved in.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "base/error.hpp"
#include "batch/find.hpp"

namespace noc837::batch {

class Watcher {
 public:
  /// Watches the selection's folder, and those in it where it is recursive.
  [[nodiscard]] static Result<Watcher> open(Selection const &selection);
  Watcher(Watcher &&other) noexcept;
  Watcher &operator=(Watcher &&) = delete;
  ~Watcher();

  /// Readable when something has happened.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// The inputs that have arrived since the last call. Does not block.
  [[nodiscard]] std::vector<std::filesystem::path> arrivals();

 private:
  Watcher(int descriptor, Selection const &selection);
  void add(std::filesystem::path const &folder);
  void enter(std::filesystem::path const &folder, std::vector<std::filesystem::path> &out);

  int descriptor_;
  Selection selection_;
  std::map<int, std::filesystem::path> folders_;  ///< by watch
};

}  // namespace noc837::batch
