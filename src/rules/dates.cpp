// SPDX-License-Identifier: Apache-2.0
// Dates of service.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> date_rules() { return {}; }

}  // namespace noc837::rules
