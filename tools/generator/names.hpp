// SPDX-License-Identifier: Apache-2.0
// Made-up people and organisations.
#pragma once

#include <string>
#include <string_view>

#include "tools/generator/random.hpp"

namespace noc837::generator {

std::string_view last_name(Random &random);
std::string_view first_name(Random &random, bool female);
/// `CEDAR VALLEY INFUSION CENTER`, `CEDAR VALLEY HOSPITAL`.
std::string organisation_name(Random &random, bool hospital);
/// `4127 ORCHARD LANE`.
std::string street(Random &random);

}  // namespace noc837::generator
