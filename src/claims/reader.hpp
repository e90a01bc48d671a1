// SPDX-License-Identifier: Apache-2.0
// Reads an input in units, in memory that does not grow with the input.
#pragma once

#include <cstdint>
#include <vector>

#include "base/error.hpp"
#include "claims/blocks.hpp"
#include "claims/cutter.hpp"
#include "io/source.hpp"

namespace noc837::claims {

/// Gives the units of a source in order.
class Reader {
 public:
  Reader(io::Source &source, grammar::Watch const &watch, Limits limits = {});

  /// The next unit; null at the end of a complete input. The unit and its bytes are valid until
  /// the next call. A failure is final.
  [[nodiscard]] Result<Unit const *> next();

  /// Each kind of notice at most once an interchange.
  [[nodiscard]] std::vector<Notice> const &notices() const { return cutter_.notices(); }
  /// Uncompressed bytes given out so far.
  [[nodiscard]] std::uint64_t bytes() const { return cutter_.bytes(); }

 private:
  Blocks blocks_;
  Cutter cutter_;
  Block block_;
};

}  // namespace noc837::claims
