// SPDX-License-Identifier: Apache-2.0
// Modifiers on a drug line.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> modifier_rules() { return {}; }

}  // namespace noc837::rules
