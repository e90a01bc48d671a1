// SPDX-License-Identifier: Apache-2.0
// Charges, which no correction ever changes in value.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> charge_rules() { return {}; }

}  // namespace noc837::rules
