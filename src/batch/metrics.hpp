// SPDX-License-Identifier: Apache-2.0
// A run's numbers in the text format of Prometheus, for node_exporter's textfile collector.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/error.hpp"
#include "output/summary.hpp"

namespace noc837::batch {

/// What a run has done so far; counts since its start.
struct Progress {
  std::uint64_t clean = 0;  ///< files by result
  std::uint64_t findings = 0;
  std::uint64_t failed = 0;
  std::uint64_t skipped = 0;  ///< done by an earlier run
  std::uint64_t waiting = 0;
  std::uint64_t active = 0;
  double busy_seconds = 0;  ///< of all files together
  output::Summary total;    ///< of the files of this run that were read
};

/// `now` is in seconds since 1970.
[[nodiscard]] std::string metrics_text(Progress const &progress, double now);

/// Writes metrics_text() to `file` in one step, readable by all: it holds counts alone, and the
/// collector is another user.
[[nodiscard]] Result<void> write_metrics(std::filesystem::path const &file,
                                         Progress const &progress);

}  // namespace noc837::batch
