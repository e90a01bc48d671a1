// SPDX-License-Identifier: Apache-2.0
#include "batch/queue.hpp"

#include <iterator>
#include <system_error>

namespace noc837::batch {

namespace fs = std::filesystem;

void Queue::push(fs::path const &path) {
  std::lock_guard const lock(mutex_);
  if (active_.count(path) != 0) {
    again_.insert(path);
  } else {
    insert(path);
  }
}

void Queue::insert(fs::path const &path) {
  if (!queued_.insert(path).second) return;
  std::error_code gone;
  auto const size = fs::file_size(path, gone);
  waiting_.emplace(gone ? 0 : size, path);
  changed_.notify_one();
}

std::optional<fs::path> Queue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !waiting_.empty() || (closed_ && active_.empty()); });
  if (waiting_.empty()) return std::nullopt;
  auto const largest = std::prev(waiting_.end());
  auto path = largest->second;
  waiting_.erase(largest);
  queued_.erase(path);
  active_.insert(path);
  return path;
}

void Queue::done(fs::path const &path) {
  std::lock_guard const lock(mutex_);
  active_.erase(path);
  if (again_.erase(path) != 0) insert(path);
  changed_.notify_all();
}

void Queue::close() {
  std::lock_guard const lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

void Queue::stop() {
  std::lock_guard const lock(mutex_);
  closed_ = true;
  waiting_.clear();
  queued_.clear();
  again_.clear();
  changed_.notify_all();
}

std::size_t Queue::waiting() const {
  std::lock_guard const lock(mutex_);
  return waiting_.size();
}

std::size_t Queue::active() const {
  std::lock_guard const lock(mutex_);
  return active_.size();
}

}  // namespace noc837::batch
