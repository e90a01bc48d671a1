// SPDX-License-Identifier: Apache-2.0
// Revenue codes, types of bill and places of service.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> setting_rules() { return {}; }

}  // namespace noc837::rules
