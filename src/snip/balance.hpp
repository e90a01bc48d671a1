// SPDX-License-Identifier: Apache-2.0
// Numbers of a claim that must agree: line numbers, and the sums of level 3.
#pragma once

#include "snip/claim_case.hpp"

namespace noc837::snip {

/// True for most claims in which neither of the checks below finds anything; never for one in which
/// they do.
[[nodiscard]] bool is_plain_and_sound(Case const &claim);

/// LX01 counts 1, 2, 3 within the claim.
void check_line_numbers(Case const &claim, Issues &issues);

/// Claim to lines, and for other payers' decisions lines to payments and adjustments.
void check_balance(Case const &claim, Issues &issues);

}  // namespace noc837::snip
