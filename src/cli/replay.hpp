// SPDX-License-Identifier: Apache-2.0
// Test cases: an input, its options and its expected outputs in one folder.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace noc837::cli {

/// The inputs under `folder`, sorted: EDI files that are no case's expected output.
[[nodiscard]] Result<std::vector<std::string>> find_cases(std::string const &folder);

/// What came of one case.
struct CaseResult {
  std::string input;
  std::vector<std::string> faults;  ///< each for a person to read; empty: it passed
  double seconds = 0;
};

struct ReplayOptions {
  bool update = false;  ///< what comes out becomes what is expected
  bool color = false;   ///< of the faults
  unsigned jobs = 1;    ///< cases at a time
};

/// Processes one input and compares, or with `update` rewrites, what is expected.
[[nodiscard]] CaseResult replay_case(std::string const &input, ReplayOptions const &options);

/// All cases; `done` is told of each in their order, as soon as those before it are told.
void replay_all(std::vector<std::string> const &inputs, ReplayOptions const &options,
                std::function<void(CaseResult const &)> const &done);

}  // namespace noc837::cli
