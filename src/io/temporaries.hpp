// SPDX-License-Identifier: Apache-2.0
// Files beside their target while they are not whole: .NAME.PID.noc837tmp, so that a rename cannot
// cross file systems, and a later run can tell whether their owner lives.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "io/unfinished.hpp"

namespace noc837::io {

/// The name of this run's temporary file for a target.
[[nodiscard]] std::string temporary_name(std::filesystem::path const &target);

/// Removes what runs that were killed before this one's first look left of these files of a folder,
/// by their names.
void remove_leftovers(std::string const &folder, std::vector<std::string> const &names);

/// A folder of its owner's only, for libraries that give their temporary files names, if only for a
/// moment. It goes with this object, or with the next run's where this one is killed.
class ScratchFolder {
 public:
  /// Named like a temporary file of `target`.
  [[nodiscard]] static Result<std::unique_ptr<ScratchFolder>> create(
      std::filesystem::path const &target);
  ~ScratchFolder();
  ScratchFolder(ScratchFolder const &) = delete;
  ScratchFolder &operator=(ScratchFolder const &) = delete;

  [[nodiscard]] std::string &path() { return path_; }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)), unfinished_(path_) {}

  std::string path_;
  Unfinished unfinished_;
};

}  // namespace noc837::io
