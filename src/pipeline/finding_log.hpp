// SPDX-License-Identifier: Apache-2.0
// Findings on their way from the machine that judged a part to the one that acknowledges the whole.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "rules/rule.hpp"

namespace noc837::pipeline {

/// What acknowledgements look at of findings, as bytes (CBOR).
[[nodiscard]] std::string findings_log(rules::Findings const &findings);

/// Findings read back. Their views point into this object.
class LoggedFindings {
 public:
  /// Fails with Fault::input for bytes that findings_log() has not written.
  [[nodiscard]] Result<void> read(std::string_view log);
  [[nodiscard]] rules::Findings &findings() { return findings_; }

 private:
  nlohmann::json json_;
  rules::Findings findings_;
};

}  // namespace noc837::pipeline
