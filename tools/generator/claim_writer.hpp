// SPDX-License-Identifier: Apache-2.0
// Writes claims (loop 2300 and below) in the order of the guides.
#pragma once

#include "tools/generator/claim.hpp"
#include "tools/generator/segment_writer.hpp"

namespace noc837::generator {

void write_claim(SegmentWriter &out, Claim const &claim, Person const &subscriber);

/// One service line, loop 2400; `position` counts from 1.
void write_line(SegmentWriter &out, Claim const &claim, ServiceLine const &line,
                std::size_t position);

/// What the earlier payer paid of a line; the rest is adjusted.
Money paid_before(ServiceLine const &line);

}  // namespace noc837::generator
