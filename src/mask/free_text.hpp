// SPDX-License-Identifier: Apache-2.0
// Free text masked but for what it says about a drug.
#pragma once

#include <span>

#include "mask/keyed.hpp"

namespace noc837::mask {

/// Keeps NDCs that are marked as such, doses, strengths, routes, quantities, prices, lot numbers
/// and the words of drugs and of billing; masks every other word, number and date. The text reads
/// as the same kinds of tokens afterwards.
void mask_text(Key const &key, std::span<char> text);

}  // namespace noc837::mask
