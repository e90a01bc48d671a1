// SPDX-License-Identifier: Apache-2.0
// The review page: one HTML file that holds everything it shows.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "io/sink.hpp"
#include "output/report/report.hpp"
#include "output/summary.hpp"

namespace noc837::output {

/// What the page says of the run beside the report.
struct PageFacts {
  std::string version;
  std::string made;  ///< day and time; empty: not told
  std::vector<std::string> inputs;
};

/// Writes the page. It loads nothing, and its content policy forbids that anything but its own
/// script runs.
[[nodiscard]] Result<void> write_page(Report &report, Summary const &summary,
                                      PageFacts const &facts, io::Sink &out);

/// JSON text as it may stand inside a script element: nothing in it can end the element or begin
/// another.
[[nodiscard]] std::string script_safe(std::string const &json);

}  // namespace noc837::output
