// SPDX-License-Identifier: Apache-2.0
// Results of test cases as JUnit XML, which CI systems show.
#pragma once

#include <string>
#include <vector>

#include "cli/replay.hpp"

namespace noc837::cli {

/// One suite; a case's class is its folder and its name that of its input.
[[nodiscard]] std::string junit_xml(std::vector<CaseResult> const &results);

}  // namespace noc837::cli
