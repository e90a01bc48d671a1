// SPDX-License-Identifier: Apache-2.0
// A segment shown to a person, with one of its elements marked.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"

namespace noc837::output {

/// A segment cut in three, each part safe to show. Where the element is absent `marked` is empty
/// and belongs between the two others.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};

/// `segment` with `element` ("LIN03", "SV101-7") marked, in about `width` bytes: of a longer
/// one the surroundings of the element, with "..." for what was left out. Nothing where the
/// element is not one of this segment.
[[nodiscard]] std::optional<Excerpt> excerpt(std::string_view segment, std::string_view element,
                                             edi::Delimiters const &delimiters, std::size_t width);

}  // namespace noc837::output
