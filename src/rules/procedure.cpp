// SPDX-License-Identifier: Apache-2.0
// The choice of procedure code.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> procedure_rules() { return {}; }

}  // namespace noc837::rules
