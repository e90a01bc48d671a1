// SPDX-License-Identifier: Apache-2.0
// Events of a run as lines on standard error, for people or for machines.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace spdlog {
class logger;
}

namespace noc837::batch {

/// How log lines look.
enum class LogFormat : std::uint8_t {
  text,  ///< time, level, event, key=value ...
  json,  ///< one object a line
};

/// What belongs to an event: file names, counts, times; never what stands in a claim.
using Fields = nlohmann::ordered_json;

/// Writes one line an event. May be used by several threads.
class Log {
 public:
  explicit Log(LogFormat format);

  void info(std::string_view event, Fields const &fields);
  void warning(std::string_view event, Fields const &fields);
  void error(std::string_view event, Fields const &fields);

 private:
  [[nodiscard]] std::string line(std::string_view event, Fields const &fields) const;

  LogFormat format_;
  std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace noc837::batch
