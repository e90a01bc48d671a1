// SPDX-License-Identifier: Apache-2.0
// Which implementation guide a transaction set follows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace noc837::edi {

enum class Guide : std::uint8_t {
  professional,   ///< 837P, 005010X222 and its addenda
  institutional,  ///< 837I, 005010X223 and its addenda
  other,          ///< copied through untouched: 837D, other versions, other transaction sets
};

inline constexpr std::size_t guides = 3;

[[nodiscard]] constexpr std::string_view to_string(Guide guide) {
  switch (guide) {
    case Guide::professional:
      return "837P";
    case Guide::institutional:
      return "837I";
    case Guide::other:
      break;
  }
  return "other";
}

}  // namespace noc837::edi
