// SPDX-License-Identifier: Apache-2.0
// The grammar that one would write first, for comparison.
#pragma once

#include <cstddef>
#include <string_view>

namespace noc837::bench {

/// Splits `text` into strings for elements and segments with Spirit X3's own character parsers;
/// returns the number of segments.
std::size_t count_segments_naively(std::string_view text);

}  // namespace noc837::bench
