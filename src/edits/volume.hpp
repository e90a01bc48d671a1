// SPDX-License-Identifier: Apache-2.0
// How much of an input or output something is.
#pragma once

#include <cstdint>

#include "claims/unit.hpp"
#include "edi/segment.hpp"

namespace noc837::edits {

/// Volumes add up, so those of parts make that of the whole.
struct Volume {
  std::uint64_t bytes = 0;
  std::uint64_t segments = 0;
  std::uint64_t claims = 0;
  std::uint64_t lines = 0;  ///< service lines

  constexpr Volume &operator+=(Volume const &other) {
    bytes += other.bytes;
    segments += other.segments;
    claims += other.claims;
    lines += other.lines;
    return *this;
  }
  friend constexpr Volume operator+(Volume a, Volume const &b) { return a += b; }
  bool operator==(Volume const &) const = default;
};

/// Of a unit as it came.
[[nodiscard]] constexpr Volume volume_of(claims::Unit const &unit) {
  return {unit.bytes.size(), unit.segments, unit.kind == claims::UnitKind::claim ? 1U : 0U,
          unit.lines};
}

/// Of segments that are about to be written; counts what is there, whatever was read.
[[nodiscard]] constexpr Volume volume_of(edi::Segment const &segment) {
  return {segment.text.size() + segment.tail.size(), 1, segment.id == edi::tag("CLM") ? 1U : 0U,
          segment.id == edi::tag("LX") ? 1U : 0U};
}
[[nodiscard]] constexpr Volume volume_of(edi::Segments const &segments) {
  Volume sum;
  for (auto const &segment : segments) sum += volume_of(segment);
  return sum;
}

}  // namespace noc837::edits
