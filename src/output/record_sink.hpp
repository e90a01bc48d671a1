// SPDX-License-Identifier: Apache-2.0
// Where findings and drug lines go as records.
#pragma once

#include "base/error.hpp"
#include "output/table.hpp"

namespace noc837::output {

/// Takes records in the order of the input: findings with a value for each of finding_columns(),
/// lines with one for each of line_columns().
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  [[nodiscard]] virtual Result<void> finding(Row row) = 0;
  [[nodiscard]] virtual Result<void> line(Row row) = 0;
};

}  // namespace noc837::output
