// SPDX-License-Identifier: Apache-2.0
// Other payers, resubmissions, authorisations and who the payer is.
#include "rules/families.hpp"

namespace noc837::rules {

std::span<Rule const> coordination_rules() { return {}; }

}  // namespace noc837::rules
