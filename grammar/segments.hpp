// SPDX-License-Identifier: Apache-2.0
// Cuts a run of bytes into its segments.
#pragma once

#include <cstdint>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/segment.hpp"

namespace noc837::grammar {

/// Appends the segments of `bytes` to `out`, the first at byte `offset` and with `ordinal`.
/// Blanks and line ends before the first segment are left out; those after a terminator belong
/// to its segment's tail, so that the texts and tails together are `bytes`. A last segment
/// without terminator has an empty tail.
void split_segments(std::string_view bytes, edi::Delimiters const &delimiters, std::uint64_t offset,
                    std::uint64_t ordinal, edi::Segments &out);

/// The id of a segment's text as a tag; 0 for ids longer than three characters.
[[nodiscard]] edi::Tag segment_tag(std::string_view text, edi::Delimiters const &delimiters);

}  // namespace noc837::grammar
