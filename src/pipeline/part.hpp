// SPDX-License-Identifier: Apache-2.0
// A part of an input, for several machines to work on one file.
#pragma once

#include <cstdint>
#include <limits>

#include "claims/unit.hpp"

namespace noc837::pipeline {

/// A range of an input by the byte offsets of its units. A part begins at the first unit at or
/// behind `begin` where one may begin (see may_begin_part()), and ends where the next one begins:
/// parts of adjoining ranges hold every unit once.
struct Part {
  std::uint64_t begin = 0;
  std::uint64_t end = std::numeric_limits<std::uint64_t>::max();

  /// Part `number` of `count`, from 1, of an input of `size` uncompressed bytes.
  [[nodiscard]] static Part of(std::uint64_t size, unsigned number, unsigned count);
};

/// True for the units before which an input may be cut: envelopes, transaction sets, and the
/// levels of billing providers.
[[nodiscard]] bool may_begin_part(claims::Unit const &unit);

/// Tells of each unit, in the order of the input, whether it belongs to a part.
class PartGate {
 public:
  enum class Where : std::uint8_t { before, inside, behind };

  explicit PartGate(Part const &part)
      : part_(part), where_(part.begin == 0 ? Where::inside : Where::before) {}

  Where enter(claims::Unit const &unit);

 private:
  Part part_;
  Where where_;
};

}  // namespace noc837::pipeline
