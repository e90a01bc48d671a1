// SPDX-License-Identifier: Apache-2.0
// The exit codes of the program; documented in README.md.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/error.hpp"

namespace noc837::cli {

enum class ExitCode : std::uint8_t {
  clean = 0,      ///< nothing found, or everything corrected
  findings = 1,   ///< findings at or above --fail-on stand
  usage = 2,      ///< wrong options or configuration
  input = 3,      ///< an input is unreadable, not X12, truncated or over a limit
  output = 4,     ///< an output could not be written
  internal = 70,  ///< a promise of the program is broken; please report it
};

[[nodiscard]] constexpr ExitCode exit_code_of(Fault fault) {
  switch (fault) {
    case Fault::usage:
      return ExitCode::usage;
    case Fault::input:
      return ExitCode::input;
    case Fault::output:
      return ExitCode::output;
    case Fault::internal:
      break;
  }
  return ExitCode::internal;
}

/// Of several files the worst decides.
[[nodiscard]] constexpr ExitCode worse(ExitCode a, ExitCode b) {
  return std::max(a, b);
}

}  // namespace noc837::cli
