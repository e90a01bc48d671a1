// SPDX-License-Identifier: Apache-2.0
// Small files in whole, and files moved.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace noc837::batch {

/// All bytes of a small file.
[[nodiscard]] Result<std::string> read_file(std::filesystem::path const &path);

/// Writes `bytes` under a temporary name and renames it to `path`: whoever looks sees the old
/// file or the new one, whole. Makes the folder where it is missing. Owner only.
[[nodiscard]] Result<void> write_file(std::filesystem::path const &path, std::string_view bytes);

/// Moves `from` to `to`, making folders; never onto a file that is there: then `to` gets a number.
[[nodiscard]] Result<std::filesystem::path> move_file(std::filesystem::path const &from,
                                                      std::filesystem::path const &to);

}  // namespace noc837::batch
