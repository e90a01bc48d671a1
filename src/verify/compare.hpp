// SPDX-License-Identifier: Apache-2.0
// Whether a claim of an output can be a claim of the input, and what was done to it.
#pragma once

#include <cstdint>

#include "verify/claims.hpp"

namespace noc837::verify {

enum class Likeness : std::uint8_t {
  different,  ///< another claim, or changed where nothing may be changed
  changed,    ///< the same but for segments that corrections and notes may touch
  same,       ///< byte for byte
};

/// Compares an item of the input with one of an output. A claim is the same claim when all that
/// stands above it is the same, it has the same service lines, and within each line, and before
/// the first one, every segment is the same and in the same order but for those that corrections
/// work on: SV1, SV2, LIN, CTP, REF*XZ, REF*VY, NTE, LX, and HI before the lines. Of SV1 and SV2
/// there have to be as many as before, with the same procedure code and the same charge.
[[nodiscard]] Likeness compare(Item const &in, Item const &out);

}  // namespace noc837::verify
