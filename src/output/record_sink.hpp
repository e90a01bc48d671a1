// SPDX-License-Identifier: Apache-2.0
// Where findings and drug lines go as records.
#pragma once

#include "base/error.hpp"
#include "output/findings.hpp"
#include "output/lines.hpp"

namespace noc837::output {

/// Takes records in the order of the input.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  [[nodiscard]] virtual Result<void> finding(FindingRecord const &record) = 0;
  [[nodiscard]] virtual Result<void> line(LineRecord const &record) = 0;
};

}  // namespace noc837::output
