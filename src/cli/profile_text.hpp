// SPDX-License-Identifier: Apache-2.0
// Profiles for people: the list, one of them, and the page with all side by side.
#pragma once

#include <string>

#include "profiles/profile_set.hpp"

namespace noc837::cli {

/// A line for each profile.
[[nodiscard]] std::string profile_list(profiles::ProfileSet const &profiles);

/// How the payer is recognised, and every wish with who says so and where it is inherited from.
[[nodiscard]] std::string profile_text(profiles::Profile const &profile);

/// The page docs/payers.md.
[[nodiscard]] std::string profile_page(profiles::ProfileSet const &profiles);

}  // namespace noc837::cli
