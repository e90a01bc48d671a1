// SPDX-License-Identifier: Apache-2.0
// The options that choose payer profiles.
#pragma once

#include <memory>

#include "cli/command.hpp"
#include "profiles/profile_set.hpp"

namespace noc837::cli {

/// The profiles of a run, and the one that every claim is judged by, where one is named.
struct Payers {
  std::shared_ptr<profiles::ProfileSet const> profiles;
  profiles::Profile const *forced = nullptr;
};

/// --profiles: a folder with further profiles.
void add_profiles_option(po::options_description &options);

/// Loads what comes with the program, what --profiles adds, and what --profile names: a profile
/// or the file of one.
[[nodiscard]] Result<Payers> payers_of(po::variables_map const &options);

}  // namespace noc837::cli
