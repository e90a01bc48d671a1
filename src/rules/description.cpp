// SPDX-License-Identifier: Apache-2.0
// The narrative that says which drug it was.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> description_rules() { return {}; }

}  // namespace noc837::rules
