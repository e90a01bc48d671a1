// SPDX-License-Identifier: Apache-2.0
// How much a finding matters, and what became of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace noc837 {

enum class Severity : std::uint8_t { info, warning, error };

[[nodiscard]] constexpr std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

[[nodiscard]] constexpr std::optional<Severity> severity_from(std::string_view text) {
  for (auto const severity : {Severity::info, Severity::warning, Severity::error}) {
    if (to_string(severity) == text) return severity;
  }
  return std::nullopt;
}

enum class Status : std::uint8_t {
  corrected,  ///< the correction was applied
  flagged,    ///< an error that stands: the claim goes to the flagged file
  reported,   ///< a warning or an information
};

[[nodiscard]] constexpr std::string_view to_string(Status status) {
  switch (status) {
    case Status::corrected:
      return "corrected";
    case Status::flagged:
      return "flagged";
    case Status::reported:
      break;
  }
  return "reported";
}

}  // namespace noc837
