// SPDX-License-Identifier: Apache-2.0
// Correct J3490 lines, and the texts that describe them.
#pragma once

#include <string>

#include "tools/generator/claim.hpp"
#include "tools/generator/random.hpp"

namespace noc837::generator {

constexpr std::string_view drug_code = "J3490";

/// `FAMOTIDINE 10MG/ML 20MG IV`, in the way the payer of the claim likes it.
std::string plain_description(Claim const &claim, ServiceLine const &line);

/// Makes `line` a correct drug line of `claim` and adds the indication to the claim. The charge,
/// date and control number are set too.
void make_drug_line(Claim &claim, ServiceLine &line, Drug const &drug, Random &random);

/// Whether the part of the vial that `line` leaves over must be billed: then make_waste_line()
/// gives the JW line that goes with it.
bool has_waste(Claim const &claim, ServiceLine const &line);
ServiceLine make_waste_line(ServiceLine &given);

}  // namespace noc837::generator
