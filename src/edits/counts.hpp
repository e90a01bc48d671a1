// SPDX-License-Identifier: Apache-2.0
// Counts and numbers in the control segments, changed by what was added or taken out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"

namespace noc837::edits {

/// How the counts of trailers are written.
enum class Recount : std::uint8_t {
  shift,  ///< the input's count plus what was added: a count that was wrong stays wrong
  count,  ///< what is there, whatever the input said
};

/// `unit` (a trailer segment with its tail and what follows) with its first element changed from
/// a count over `before` things to one over `after` things. The bytes stay as they are when the
/// value does not change, and when it is no number.
[[nodiscard]] std::string with_count(std::string_view unit, edi::Delimiters const &delimiters,
                                     std::uint64_t before, std::uint64_t after, Recount recount);

/// `unit` with element `number` of its first segment replaced.
[[nodiscard]] std::string with_unit_element(std::string_view unit,
                                            edi::Delimiters const &delimiters, std::size_t number,
                                            std::string_view value);

}  // namespace noc837::edits
