// SPDX-License-Identifier: Apache-2.0
// A report as bytes: for a later run, or another machine, to add to its own.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "output/report/report.hpp"

namespace noc837::output {

/// Everything in the report (CBOR).
[[nodiscard]] std::string report_state(Report const &report);
/// Fails with Fault::input for anything else.
[[nodiscard]] Result<Report> report_from_state(std::string_view bytes, ReportOptions options);

}  // namespace noc837::output
