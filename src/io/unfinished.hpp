// SPDX-License-Identifier: Apache-2.0
// Files that are not whole yet, and what becomes of them when the program is told to stop.
#pragma once

#include <string>

namespace noc837::io {

/// From here on SIGINT, SIGTERM and SIGHUP remove the unfinished files and end the program with
/// exit code 128 + signal. Signals that are ignored when this is called stay ignored, so that
/// nohup and background jobs work as expected.
void stop_on_signals();

/// A file, or an empty folder, that disappears when the program is told to stop. Register before
/// creating it.
class Unfinished {
 public:
  explicit Unfinished(std::string const &path);
  ~Unfinished() { release(); }
  Unfinished(Unfinished const &) = delete;
  Unfinished &operator=(Unfinished const &) = delete;

  /// The file is whole, or gone.
  void release();

 private:
  std::size_t slot_;
};

/// While one of these lives a stop waits: either all outputs of an input get their names or none.
class NoStop {
 public:
  NoStop();
  ~NoStop();
  NoStop(NoStop const &) = delete;
  NoStop &operator=(NoStop const &) = delete;
};

}  // namespace noc837::io
