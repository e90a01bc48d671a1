// SPDX-License-Identifier: Apache-2.0
// What must be found, by the wishes of the payer that the claim is for.
#pragma once

#include <string>
#include <vector>

#include "tools/generator/defects.hpp"

namespace noc837::generator {

struct Told {
  std::string_view rule;
  Status status = Status::reported;
  std::string line;  ///< LX01 as written; empty: the claim
};

/// The findings that a defect makes on this line.
std::vector<Told> findings_of(Defect const &defect, Target const &target);

/// The findings that every line of the claim makes, damaged or not: what Medicare says of drugs
/// that it pays for with the outpatient visit.
std::vector<Told> findings_of(Claim const &claim, Payer const &payer);

}  // namespace noc837::generator
