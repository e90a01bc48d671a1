// SPDX-License-Identifier: Apache-2.0
#include "batch/run.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "batch/folder.hpp"
#include "batch/queue.hpp"
#include "batch/signals.hpp"
#include "batch/watch.hpp"

namespace noc837::batch {
namespace {

/// How often the run's files are written while it goes on.
constexpr int report_milliseconds = 2000;

/// Hands files to workers until there are no more or a signal comes.
class Run {
 public:
  Run(Options const &options, Folder &folder, SignalGate &signals)
      : options_(options), folder_(folder), signals_(signals) {}

  Result<void> start() {
    if (options_.watch) {
      auto watcher = Watcher::open(options_.inputs);
      if (!watcher) return tl::unexpected(watcher.error());
      watcher_.emplace(std::move(*watcher));
    }
    auto const inputs = find_inputs(options_.inputs);
    if (!inputs) return tl::unexpected(inputs.error());
    for (auto const &input : *inputs) {
      // A file that is still being written comes again when it is closed.
      if (!options_.watch || !being_written(input)) queue_.push(input);
    }
    if (!options_.watch) queue_.close();
    for (unsigned i = 0; i < options_.jobs; ++i) {
      workers_.emplace_back([this] { work(); });
    }
    return {};
  }

  /// Returns when all is done: 0, or the number of the signal that ended it.
  int wait() {
    int signal = 0;
    while (!finished()) {
      std::array<pollfd, 2> events = {pollfd{signals_.descriptor(), POLLIN, 0},
                                      pollfd{watcher_ ? watcher_->descriptor() : -1, POLLIN, 0}};
      ::poll(events.data(), events.size(), poll_milliseconds);
      if (int const came = signals_.take(); came != 0) {
        if (signal != 0) signals_.die(came);
        signal = came;
        queue_.stop();
      }
      if (watcher_ && signal == 0) {
        for (auto const &path : watcher_->arrivals()) queue_.push(path);
      }
      report();
    }
    for (auto &worker : workers_) worker.join();
    return signal;
  }

 private:
  static constexpr int poll_milliseconds = 20;

  void work() {
    while (auto const path = queue_.pop()) {
      folder_.handle(*path);
      queue_.done(*path);
    }
    --workers_left_;
  }

  [[nodiscard]] bool finished() const { return workers_left_ == 0; }

  void report() {
    auto const now = std::chrono::steady_clock::now();
    if (now < next_report_) return;
    folder_.report(queue_.waiting(), queue_.active());
    // Writing the manifest of very many files takes a while: it may take a tenth of the time.
    auto const took = std::chrono::steady_clock::now() - now;
    next_report_ = now + std::max<std::chrono::steady_clock::duration>(
                             std::chrono::milliseconds(report_milliseconds), took * 10);
  }

  Options const &options_;
  Folder &folder_;
  SignalGate &signals_;
  Queue queue_;
  std::optional<Watcher> watcher_;
  std::vector<std::thread> workers_;
  std::atomic<unsigned> workers_left_{options_.jobs};
  std::chrono::steady_clock::time_point next_report_;
};

}  // namespace

Result<Outcome> run(Options const &options, Log &log) {
  auto folder = Folder::open(options, log);
  if (!folder) return tl::unexpected(folder.error());
  SignalGate signals;  // before the first thread, so that every thread has the mask
  Run run(options, **folder, signals);
  if (auto done = run.start(); !done) return tl::unexpected(done.error());
  return (*folder)->close(run.wait());
}

}  // namespace noc837::batch
