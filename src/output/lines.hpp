// SPDX-License-Identifier: Apache-2.0
// Drug lines as records: all that joins into one line, CSV and JSON lines.
#pragma once

#include <span>

#include "claims/claim.hpp"
#include "output/findings.hpp"
#include "output/table.hpp"

namespace noc837::output {

struct LineRecord {
  Context const &context;
  claims::Claim const &claim;
  claims::DrugLine const &line;
};

/// The columns of lines.csv and the keys of JSON lines.
[[nodiscard]] std::span<Column<LineRecord> const> line_columns();

}  // namespace noc837::output
