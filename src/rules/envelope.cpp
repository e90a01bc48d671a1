// SPDX-License-Identifier: Apache-2.0
// Interchange, group and transaction set: delimiters, counts and control numbers.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> envelope_rules() { return {}; }

}  // namespace noc837::rules
