// SPDX-License-Identifier: Apache-2.0
// Compounded drugs.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> compound_rules() { return {}; }

}  // namespace noc837::rules
