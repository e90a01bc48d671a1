// SPDX-License-Identifier: Apache-2.0
// What the command line asks for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/generator/claim_maker.hpp"
#include "tools/generator/defects.hpp"
#include "tools/generator/delimiters.hpp"

namespace noc837::generator {

struct Options {
  std::uint64_t bytes = 0;   ///< stop when the file has this size; 0: count claims
  std::uint64_t claims = 0;  ///< stop after so many
  std::uint64_t claims_per_set = 5000;
  std::uint64_t seed = 1;
  std::vector<Guide> guides;
  ClaimShares shares;
  double defect_share = 0.2;
  std::vector<Defect const *> defects;
  Delimiters delimiters;
  std::string output = "-";
  std::string truth;      ///< empty: none
  std::string directory;  ///< a folder for reference tables; empty: none
};

enum class Action { generate, stop };

/// Reads the command line; `stop` after --help and --list-defects, which are answered here.
/// Throws std::invalid_argument or boost::program_options::error for what it cannot use.
Action read_options(int argc, char const *const *argv, Options &options);

}  // namespace noc837::generator
