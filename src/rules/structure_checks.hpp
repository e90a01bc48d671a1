// SPDX-License-Identifier: Apache-2.0
// What the structure rules check; structure.cpp has their rows.
#pragma once

#include "rules/report.hpp"

namespace noc837::rules::structure {

// Which segments there are and where they stand: structure_segments.cpp.
void service_segment_missing(ClaimCase const &c, Report &report);
void second_drug_loop(LineCase const &c, Report &report);
void drug_segment_without_lin(LineCase const &c, Report &report);
void quantity_missing(LineCase const &c, Report &report);
void drug_loop_misplaced(LineCase const &c, Report &report);
void line_numbers_not_sequential(ClaimCase const &c, Report &report);

// The notes of a line: structure_notes.cpp.
void institutional_line_note(LineCase const &c, Report &report);
void second_line_note(LineCase const &c, Report &report);
void text_too_long(LineCase const &c, Report &report);
void description_split(LineCase const &c, Report &report);

// What stands where the guides have nothing: structure_surplus.cpp.
void unused_element_filled(LineCase const &c, Report &report);
void trailing_separators(LineCase const &c, Report &report);

/// True where SV101 or SV202 goes on behind its description because the description holds the
/// component separator.
[[nodiscard]] bool description_overflows(LineCase const &c);

}  // namespace noc837::rules::structure
