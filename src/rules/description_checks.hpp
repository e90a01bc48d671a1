// SPDX-License-Identifier: Apache-2.0
// What the description rules check; description.cpp has their rows.
#pragma once

#include "rules/report.hpp"

namespace noc837::rules::description {

void missing(LineCase const &c, Report &report);
void without_name(LineCase const &c, Report &report);
void without_dose(LineCase const &c, Report &report);
void dose_as_concentration(LineCase const &c, Report &report);
void without_route(LineCase const &c, Report &report);
void vague(LineCase const &c, Report &report);
void only_in_note(LineCase const &c, Report &report);
void only_in_claim_note(ClaimCase const &c, Report &report);
void in_other_note(LineCase const &c, Report &report);
void incomplete_remarks(ClaimCase const &c, Report &report);
void untidy(LineCase const &c, Report &report);

}  // namespace noc837::rules::description
