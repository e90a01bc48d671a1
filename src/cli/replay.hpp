// SPDX-License-Identifier: Apache-2.0
// Test cases: an input, its options and its expected outputs in one folder.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"

namespace noc837::cli {

/// The inputs under `folder`, sorted: EDI files that are no case's expected output.
[[nodiscard]] Result<std::vector<std::string>> find_cases(std::string const &folder);

/// Processes one input and compares, or with `update` rewrites, what is expected. Gives what
/// differs, a line each; nothing when all is as expected.
[[nodiscard]] Result<std::vector<std::string>> replay_case(std::string const &input, bool update);

}  // namespace noc837::cli
