// SPDX-License-Identifier: Apache-2.0
// What a claim with standing errors puts at stake.
#pragma once

#include "base/decimal.hpp"
#include "edits/review.hpp"

namespace noc837::output {

/// A charge as typed; zero where it cannot be read.
[[nodiscard]] Decimal amount(claims::Slice value);

/// The charges that wait for somebody to put the claim right: a line's charge once however many
/// errors stand on it, the claim's where one stands on the whole of it.
[[nodiscard]] Decimal at_stake(edits::Review const &review);

}  // namespace noc837::output
