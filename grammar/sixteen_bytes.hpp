// SPDX-License-Identifier: Apache-2.0
// A byte looked for sixteen at a time, where every machine of the kind has vectors for it: in runs
// too short to ask for the machine's widest.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>

#include "grammar/eight_bytes.hpp"

namespace noc837::grammar {

/// The first `c` in [at, end); `end` where there is none.
[[nodiscard]] inline char const *find_wide(char const *at, char const *end, char c) {
#ifdef __SSE2__
  auto const wanted = _mm_set1_epi8(c);
  for (; end - at >= 16; at += 16) {
    auto const here = _mm_loadu_si128(reinterpret_cast<__m128i const *>(at));
    auto const marks = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(here, wanted)));
    if (marks != 0) return at + std::countr_zero(marks);
  }
#endif
  return find_near(at, end, c);
}

}  // namespace noc837::grammar
