// SPDX-License-Identifier: Apache-2.0
// The folder that outputs go to.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"

namespace noc837::cli {

/// Fails where two inputs have one stem and would write to the same outputs.
[[nodiscard]] Result<void> check_stems(std::vector<std::string> const &inputs);

/// Creates the folder, with those around it, unless it is there.
[[nodiscard]] Result<void> make_folder(std::string const &folder);

}  // namespace noc837::cli
