// SPDX-License-Identifier: Apache-2.0
// Numbers of a claim that must agree: line numbers, and the sums of level 3.
#pragma once

#include "snip/claim_case.hpp"

namespace noc837::snip {

/// LX01 counts 1, 2, 3 within the claim.
void check_line_numbers(Case const &claim, Issues &issues);

/// Claim to lines, and for other payers' decisions lines to payments and adjustments.
void check_balance(Case const &claim, Issues &issues);

}  // namespace noc837::snip
