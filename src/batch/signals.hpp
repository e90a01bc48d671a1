// SPDX-License-Identifier: Apache-2.0
// SIGINT and SIGTERM as something to wait for, instead of the end of the process.
#pragma once

#include <csignal>

namespace noc837::batch {

/// While it lives, the two signals are blocked in this thread and in those that it starts.
class SignalGate {
 public:
  SignalGate();
  ~SignalGate();
  SignalGate(SignalGate const &) = delete;
  SignalGate &operator=(SignalGate const &) = delete;

  /// Readable when a signal has come.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// The signal that came; 0 where none did. Does not block.
  [[nodiscard]] int take();
  /// Lets the signal do what it does elsewhere: remove what is not whole and end the process.
  [[noreturn]] void die(int signal);

 private:
  sigset_t before_{};
  int descriptor_;
};

}  // namespace noc837::batch
