// SPDX-License-Identifier: Apache-2.0
// Our notes in a claim: which errors stand on a drug line.
#pragma once

#include <vector>

#include "claims/claim.hpp"
#include "rules/rule.hpp"

namespace noc837::edits {

/// The edits that bring the NTE*TPO notes of the claim up to date: one on each drug line with
/// standing errors, where the guide leaves room for it (one TPO a line, 2400, both guides); none
/// of ours elsewhere. Errors of the claim as a whole are noted on its first drug line.
[[nodiscard]] std::vector<rules::Edit> annotations(claims::Claim const &claim,
                                                   rules::Findings const &standing);

}  // namespace noc837::edits
