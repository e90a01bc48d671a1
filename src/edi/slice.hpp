// SPDX-License-Identifier: Apache-2.0
// A view of bytes that Spirit X3 does not take for a container.
#pragma once

#include <cstddef>
#include <string_view>

namespace noc837::edi {

/// Bytes inside a buffer that somebody else owns. std::string_view has container typedefs, which
/// make X3 append to it in raw[] and optionals; this type has none.
struct Slice {
  char const *begin = nullptr;
  std::size_t size = 0;

  [[nodiscard]] constexpr std::string_view view() const { return {begin, size}; }
  [[nodiscard]] constexpr bool empty() const { return size == 0; }
  [[nodiscard]] constexpr char const *end() const { return begin + size; }
};

constexpr bool operator==(Slice a, std::string_view b) {
  return a.view() == b;
}

}  // namespace noc837::edi
