// SPDX-License-Identifier: Apache-2.0
// Which files of a folder are inputs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace noc837::batch {

/// What makes a file of the input folder an input.
struct Selection {
  std::filesystem::path folder;
  std::vector<std::string> patterns;  ///< shell patterns of file names; any one suffices
  bool recursive = false;
  std::vector<std::filesystem::path> excluded;  ///< folders that are not looked into
};

/// *.edi, *.837, *.x12, *.txt and *.dat, plain or with .zst or .gz.
[[nodiscard]] std::vector<std::string> default_patterns();

/// True for a file whose name matches; hidden files never do.
[[nodiscard]] bool selects(Selection const &selection, std::filesystem::path const &file);
/// True for a folder that is looked into.
[[nodiscard]] bool enters(Selection const &selection, std::filesystem::path const &folder);

/// The inputs there now, by path. Fails with Fault::input when the folder cannot be listed.
[[nodiscard]] Result<std::vector<std::filesystem::path>> find_inputs(Selection const &selection);

/// True while another process of this machine has the file open for writing.
[[nodiscard]] bool being_written(std::filesystem::path const &file);

}  // namespace noc837::batch
