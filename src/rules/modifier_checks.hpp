// SPDX-License-Identifier: Apache-2.0
// The checks behind the modifier rules; modifiers.cpp has the rows.
#pragma once

#include "rules/rule.hpp"

namespace noc837::rules::modifiers {

void jw_with_jz(LineCase const &c, Report &report);           // MOD01
void repeated(LineCase const &c, Report &report);             // MOD02
void malformed(LineCase const &c, Report &report);            // MOD03
void visit_modifier(LineCase const &c, Report &report);       // MOD04
void waste_not_stated(LineCase const &c, Report &report);     // MOD05
void waste_without_dose(LineCase const &c, Report &report);   // MOD06
void contradicting_lines(LineCase const &c, Report &report);  // MOD07
void waste_on_packaged(LineCase const &c, Report &report);    // MOD08
void discount_programme(LineCase const &c, Report &report);   // MOD10
void state_modifier(LineCase const &c, Report &report);       // MOD11
void coverage_notice(LineCase const &c, Report &report);      // MOD12
void route_contradicted(LineCase const &c, Report &report);   // MOD13
void hospital_department(LineCase const &c, Report &report);  // MOD14
void pump_not_stated(LineCase const &c, Report &report);      // MOD15

}  // namespace noc837::rules::modifiers
