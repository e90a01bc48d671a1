// SPDX-License-Identifier: Apache-2.0
// A folder of inputs worked through without anybody looking on.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "batch/find.hpp"
#include "batch/log.hpp"
#include "output/report/report.hpp"
#include "output/summary.hpp"

namespace noc837::batch {

struct Options {
  Selection inputs;
  std::filesystem::path out;
  unsigned jobs = 1;
  bool watch = false;
  std::optional<std::filesystem::path> done;    ///< where inputs go that were read
  std::optional<std::filesystem::path> failed;  ///< where inputs go that could not be read
  std::optional<std::filesystem::path> metrics;
  std::string fingerprint;  ///< of all that decides the outputs, version included
  bool timing = true;       ///< in the merged summary

  /// Processes one input into a folder; `report` is null where no page is wanted. Called by several
  /// threads.
  std::function<Result<output::Summary>(std::string const &input, std::string const &folder,
                                        output::Report *report)>
      process;
  std::optional<output::ReportOptions> report;  ///< a page is wanted
  /// Writes the page over all files that are done.
  std::function<Result<void>(output::Report &report, output::Summary const &total,
                             std::vector<std::string> const &inputs)>
      write_page;
  /// The exit code that a result comes to.
  std::function<int(Result<output::Summary> const &)> exit_code;
};

struct Outcome {
  int exit = 0;           ///< the worst of all files
  int signal = 0;         ///< the signal that stopped the run; 0 when it ran to its end
  output::Summary total;  ///< of all files that are done, those of earlier runs included
};

/// Works through the inputs: those that an earlier run did with the same content and options are
/// skipped. Keeps `out`/manifest.json and `out`/summary.json. One run at a time holds `out`.
/// SIGINT and SIGTERM end the run when the files in work are through; a second one at once.
[[nodiscard]] Result<Outcome> run(Options const &options, Log &log);

}  // namespace noc837::batch
