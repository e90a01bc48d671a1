// SPDX-License-Identifier: Apache-2.0
// Which values may stand in a finding: those that tell nothing of who a person is.
#pragma once

#include <cstddef>
#include <string_view>

#include "grammar/guide.hpp"

namespace noc837::snip {

/// Longer values are cut in findings.
inline constexpr std::size_t longest_shown = 30;

/// True for codes, numbers and dates other than of birth; false for names, addresses, numbers of
/// members and free text. `number` is the data element's.
[[nodiscard]] bool may_show(grammar::ElementUse const &use, std::string_view number,
                            std::string_view segment_id);

}  // namespace noc837::snip
