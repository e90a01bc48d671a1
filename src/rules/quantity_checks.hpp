// SPDX-License-Identifier: Apache-2.0
// What the quantity rules check; quantity.cpp has their rows.
#pragma once

#include "rules/report.hpp"

namespace noc837::rules::quantity {

void invalid(LineCase const &c, Report &report);
void punctuated(LineCase const &c, Report &report);
void with_unit(LineCase const &c, Report &report);
void too_many_decimals(LineCase const &c, Report &report);
void too_large(LineCase const &c, Report &report);
void unit_missing(LineCase const &c, Report &report);
void not_standard(LineCase const &c, Report &report);
void not_accepted(LineCase const &c, Report &report);
void is_dose(LineCase const &c, Report &report);
void fractional(LineCase const &c, Report &report);

}  // namespace noc837::rules::quantity
