// SPDX-License-Identifier: Apache-2.0
#include "io/write_behind.hpp"

#include <system_error>
#include <utility>

namespace noc837::io {
namespace {

/// Buffers that may wait: enough that neither thread waits for the other because of a short delay.
constexpr std::size_t most_waiting = 3;

}  // namespace

WriteBehind::~WriteBehind() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard const lock(mutex_);
    stop_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

Result<void> WriteBehind::store(Buffer &buffer) {
  if (!thread_.joinable()) {
    try {
      thread_ = std::thread([this] { work(); });
    } catch (std::system_error const &) {
      auto done = store_({buffer.data(), buffer.size()});
      buffer.clear();
      return done;
    }
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < most_waiting; });
  if (exception_) std::rethrow_exception(exception_);
  auto const room = buffer.capacity();
  waiting_.push_back(std::move(buffer));
  buffer = {};
  if (!empty_.empty()) {
    buffer = std::move(empty_.back());
    empty_.pop_back();
  }
  buffer.reserve(room);
  changed_.notify_all();
  return done_;
}

Result<void> WriteBehind::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() && !storing_; });
  if (exception_) std::rethrow_exception(exception_);
  return done_;
}

void WriteBehind::work() {
  Buffer taken;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
    if (stop_) return;
    taken = std::move(waiting_.front());
    waiting_.pop_front();
    storing_ = true;
    changed_.notify_all();
    bool const failed = exception_ || !done_;
    lock.unlock();
    Result<void> done;
    std::exception_ptr thrown;
    try {
      if (!failed) done = store_({taken.data(), taken.size()});
    } catch (...) {
      thrown = std::current_exception();
    }
    taken.clear();
    lock.lock();
    if (!failed) {
      done_ = std::move(done);
      exception_ = thrown;
    }
    storing_ = false;
    empty_.push_back(std::move(taken));
    changed_.notify_all();
  }
}

}  // namespace noc837::io
