// SPDX-License-Identifier: Apache-2.0
// Takes the storing of an output off the thread that makes it.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "base/error.hpp"

namespace noc837::io {

/// Hands full buffers to a thread of its own, which stores them while the next is filled. The
/// thread is started with the first buffer; where it cannot be, buffers are stored at once.
class WriteBehind {
 public:
  using Buffer = std::vector<char>;
  using Store = std::function<Result<void>(std::string_view)>;

  /// `store` is called for one buffer at a time, in order, and not again once it has failed.
  explicit WriteBehind(Store store) : store_(std::move(store)) {}
  /// What was not waited for may not be stored.
  ~WriteBehind();
  WriteBehind(WriteBehind const &) = delete;
  WriteBehind &operator=(WriteBehind const &) = delete;

  /// Has the buffer stored, and leaves an empty one with room in its place. Waits while several
  /// are not stored yet. Fails as the storing of an earlier buffer did.
  [[nodiscard]] Result<void> store(Buffer &buffer);
  /// Waits until all is stored. Throws what the storing has thrown.
  [[nodiscard]] Result<void> finish();

 private:
  void work();

  Store store_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Buffer> waiting_;  ///< to be stored
  std::vector<Buffer> empty_;   ///< stored, to be filled again
  bool storing_ = false;        ///< a buffer that was taken out of `waiting_`
  bool stop_ = false;
  Result<void> done_;
  std::exception_ptr exception_;
  std::thread thread_;
};

}  // namespace noc837::io
