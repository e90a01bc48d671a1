// SPDX-License-Identifier: Apache-2.0
#include "claims/reader.hpp"

namespace noc837::claims {

Reader::Reader(io::Source &source, grammar::Watch const &watch, Limits limits)
    : blocks_(source, watch, limits), cutter_(watch, limits) {
  blocks_.next(block_);
  cutter_.feed(block_);
}

Result<Unit const *> Reader::next() {
  for (;;) {
    auto unit = cutter_.next();
    if (!unit || *unit != nullptr || block_.last) return unit;
    blocks_.set_likely_delimiters(cutter_.delimiters());
    blocks_.next(block_);
    cutter_.feed(block_);
  }
}

}  // namespace noc837::claims
