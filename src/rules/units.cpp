// SPDX-License-Identifier: Apache-2.0
// Service units and their basis.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> units_rules() { return {}; }

}  // namespace noc837::rules
