// SPDX-License-Identifier: Apache-2.0
// The quantity and unit of measure in CTP.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> quantity_rules() { return {}; }

}  // namespace noc837::rules
