// SPDX-License-Identifier: Apache-2.0
// Published rows to a tables file.
#pragma once

#include <string>
#include <vector>

#include "tables/import.hpp"

namespace noc837::tables {

/// Everything that goes into a tables file. Either half may be empty.
struct Inputs {
  std::vector<ProductRow> products;
  std::vector<PackageRow> packages;
  std::vector<CrosswalkRow> crosswalk;  ///< of any number of quarters
  std::vector<Source> sources;
};

/// The bytes of the tables file; the same inputs give the same bytes.
[[nodiscard]] std::string compile(Inputs inputs);

}  // namespace noc837::tables
