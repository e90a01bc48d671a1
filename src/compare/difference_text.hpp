// SPDX-License-Identifier: Apache-2.0
// A difference for a person to read.
#pragma once

#include <string>

#include "compare/compare.hpp"

namespace noc837::compare {

/// Where it is, and what each field was and is, or the record that is in one file only:
///
///     ~ claim RB-1001 line 2: CTP (segment 30)
///         CTP05    cc -> ML
[[nodiscard]] std::string difference_text(Difference const &difference, bool color);

/// "2 changed, 1 only in the first, none only in the second".
[[nodiscard]] std::string counts_text(Counts const &counts);

}  // namespace noc837::compare
