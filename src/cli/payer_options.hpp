// SPDX-License-Identifier: Apache-2.0
// The options that choose payer profiles.
#pragma once

#include "cli/command.hpp"
#include "profiles/recognition.hpp"

namespace noc837::cli {

/// --profiles: a folder with further profiles.
void add_profiles_option(po::options_description &options);

/// Loads what comes with the program, what --profiles adds, and what --profile names: a profile
/// or the file of one.
[[nodiscard]] Result<profiles::Payers> payers_of(po::variables_map const &options);

}  // namespace noc837::cli
