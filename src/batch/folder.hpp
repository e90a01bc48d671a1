// SPDX-License-Identifier: Apache-2.0
// The output folder of a batch: its lock, its manifest, what was done and what is to be done.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "base/error.hpp"
#include "batch/lock.hpp"
#include "batch/log.hpp"
#include "batch/manifest.hpp"
#include "batch/metrics.hpp"
#include "batch/run.hpp"

namespace noc837::batch {

/// Files in it beside the outputs: manifest.json, summary.json, and .noc837/ with the lock and
/// the whole summary of every input, from which the merged one is made; with a page wanted, what it
/// shows of every input likewise.
class Folder {
 public:
  /// Makes the folder where it is missing and takes its lock.
  [[nodiscard]] static Result<std::unique_ptr<Folder>> open(Options const &options, Log &log);

  /// Works on one input: skips or processes it, notes what came of it, moves it where it is to
  /// go. Called by several threads, for one input by one at a time.
  void handle(std::filesystem::path const &input);

  /// Writes manifest and metrics as they stand.
  void report(std::size_t waiting, std::size_t active);

  /// Writes everything for the last time. `signal` is what ended the run, 0 for its end.
  [[nodiscard]] Result<Outcome> close(int signal);

 private:
  Folder(Options const &options, Log &log, RunLock lock, Manifest manifest);

  [[nodiscard]] std::string name_of(std::filesystem::path const &input) const;
  [[nodiscard]] std::filesystem::path state_file(std::string const &name) const;
  [[nodiscard]] std::filesystem::path report_file(std::string const &name) const;
  [[nodiscard]] bool take_stem(std::string const &name);
  [[nodiscard]] bool is_done(std::string const &name, std::filesystem::path const &input);
  [[nodiscard]] Result<output::Summary> process(std::string const &name,
                                                std::filesystem::path const &input);
  void record(std::string const &name, Entry entry, Result<output::Summary> const &result);
  void move(std::string const &name, std::filesystem::path const &input, bool done);
  [[nodiscard]] Result<output::Summary> merged() const;
  [[nodiscard]] Result<void> write_page(output::Summary const &total) const;
  void tell(Error const &error);

  Options const &options_;
  Log &log_;
  RunLock lock_;
  mutable std::mutex mutex_;  ///< of all below
  Manifest manifest_;
  std::map<std::string, std::string> stems_;  ///< input by the outputs' common name
  Progress progress_;
  int exit_ = 0;
  bool changed_ = true;
};

}  // namespace noc837::batch
