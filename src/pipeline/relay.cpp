// SPDX-License-Identifier: Apache-2.0
#include "pipeline/relay.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace noc837::pipeline {
namespace {

/// Stretches have tickets, counted up. Each worker carries one stretch at a time through all
/// stages; before a stage that works in order it waits until the ticket before has left that
/// stage. So there are as many stretches as workers, and no queues.
class Relay {
 public:
  Relay(Stages &stages, unsigned threads) : stages_(stages), threads_(threads) {}

  Result<void> run() {
    std::vector<Stretch> stretches(threads_);
    {
      std::vector<std::jthread> workers;
      workers.reserve(stretches.size() - 1);
      try {
        while (workers.size() < stretches.size() - 1) {
          workers.emplace_back([this, &stretch = stretches[workers.size()]] { work(stretch); });
        }
      } catch (std::exception const &) {
        // A thread that cannot be started is gone without: this one does it alone if need be.
      }
      work(stretches.back());
    }
    if (exception_) std::rethrow_exception(exception_);
    return std::move(result_);
  }

 private:
  enum Step : std::size_t { reading, joining, handing_on, steps };

  void work(Stretch &stretch) {
    while (auto const taken = take_ticket()) {
      auto const ticket = *taken;
      in_order(reading, ticket, [&] {
        stages_.read(stretch);
        if (stretch.block.last) void_after(ticket);
      });
      guarded(ticket, [&] { stages_.prepare(stretch); });
      in_order(joining, ticket, [&] {
        stages_.join(stretch);
        if (stretch.last) void_after(ticket);
      });
      guarded(ticket, [&] { stages_.judge(stretch, Turn(next_[handing_on], ticket)); });
      in_order(handing_on, ticket, [&] {
        auto done = stages_.hand_on(stretch);
        if (done) return;
        result_ = std::move(done);
        void_after(ticket);
      });
    }
  }

  /// Whoever has a ticket passes every turn with it, also when it has become void: the tickets
  /// behind it wait for that.
  std::optional<std::uint64_t> take_ticket() {
    std::lock_guard const lock(mutex_);
    if (tickets_ >= end_) return std::nullopt;
    return tickets_++;
  }

  template <class Work>
  void in_order(Step step, std::uint64_t ticket, Work const &work) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return next_[step] == ticket; });
    }
    guarded(ticket, work);
    std::lock_guard const lock(mutex_);
    ++next_[step];
    changed_.notify_all();
  }

  /// Does the work unless the run has ended before this ticket.
  template <class Work>
  void guarded(std::uint64_t ticket, Work const &work) {
    if (is_void(ticket)) return;
    try {
      work();
    } catch (...) {
      std::lock_guard const lock(mutex_);
      if (ticket >= end_) return;
      exception_ = std::current_exception();
      end_ = ticket;
      changed_.notify_all();
    }
  }

  bool is_void(std::uint64_t ticket) {
    std::lock_guard const lock(mutex_);
    return ticket >= end_;
  }
  void void_after(std::uint64_t ticket) {
    std::lock_guard const lock(mutex_);
    end_ = std::min(end_, ticket + 1);
    changed_.notify_all();
  }

  Stages &stages_;
  unsigned const threads_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t tickets_ = 0;
  std::uint64_t end_ = std::numeric_limits<std::uint64_t>::max();  ///< tickets from here are void
  std::array<std::atomic<std::uint64_t>, steps> next_{};           ///< whose turn it is
  std::exception_ptr exception_;
  Result<void> result_;
};

}  // namespace

Result<void> run_stages(Stages &stages, unsigned threads) {
  Stretch stretch;
  std::atomic<std::uint64_t> const alone{0};
  for (;;) {
    stages.read(stretch);
    stages.prepare(stretch);
    stages.join(stretch);
    stages.judge(stretch, Turn(alone, 0));
    if (auto done = stages.hand_on(stretch); !done || stretch.last) return done;
    // Inputs of one block are done before threads could have been started.
    if (threads > 1) return Relay(stages, threads).run();
  }
}

}  // namespace noc837::pipeline
