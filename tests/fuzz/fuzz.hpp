// SPDX-License-Identifier: Apache-2.0
// What the fuzz targets share. A target is LLVMFuzzerTestOneInput over one input; it ends the
// process where a promise is broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/error.hpp"
#include "edi/delimiters.hpp"
#include "edi/slice.hpp"
#include "grammar/transmission.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size);

namespace noc837::fuzz {

inline void require(bool holds, char const *promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

/// Failures are for inputs; one that blames the program is a crash.
inline void require_no_internal(Error const &error) {
  if (error.fault == Fault::input) return;
  std::fprintf(stderr, "broken promise: %s\n", error.message().c_str());
  std::abort();
}

inline std::string_view text_of(std::uint8_t const *data, std::size_t size) {
  return {reinterpret_cast<char const *>(data), size};
}

inline void require_inside(edi::Slice slice, std::string_view text) {
  if (slice.empty()) return;
  require(slice.begin >= text.data() && slice.end() <= text.data() + text.size(),
          "slices lie in the text that was read");
}

inline grammar::Watch const &usual_watch() {
  static grammar::Watch const watch = [] {
    grammar::Watch out;
    out.add("J3490");
    return out;
  }();
  return watch;
}

}  // namespace noc837::fuzz
