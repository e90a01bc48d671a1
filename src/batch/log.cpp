// SPDX-License-Identifier: Apache-2.0
#include "batch/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "base/printable.hpp"

namespace noc837::batch {
namespace {

/// A value as text shows it: quoted where a reader could not tell its end.
std::string shown(Fields const &value) {
  constexpr auto replace = Fields::error_handler_t::replace;  // names need not be UTF-8
  if (!value.is_string()) return value.dump();
  auto const &text = value.get_ref<std::string const &>();
  bool const plain =
      !text.empty() && text.find_first_of(" \"=") == std::string::npos && printable(text) == text;
  return plain ? text : value.dump(-1, ' ', true, replace);
}

}  // namespace

Log::Log(LogFormat format)
    : format_(format),
      logger_(std::make_shared<spdlog::logger>("noc837",
                                               std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
  logger_->set_formatter(std::make_unique<spdlog::pattern_formatter>(
      format == LogFormat::json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})"
                                : "%Y-%m-%dT%H:%M:%S.%eZ %l %v",
      spdlog::pattern_time_type::utc));
}

std::string Log::line(std::string_view event, Fields const &fields) const {
  if (format_ == LogFormat::json) {
    Fields all = {{"event", event}};
    all.update(fields);
    auto const object = all.dump(-1, ' ', false, Fields::error_handler_t::replace);
    return object.substr(1, object.size() - 2);  // the pattern has the braces
  }
  std::string out(event);
  for (auto const &[key, value] : fields.items()) out += " " + key + "=" + shown(value);
  return out;
}

void Log::info(std::string_view event, Fields const &fields) {
  logger_->info(line(event, fields));
}
void Log::warning(std::string_view event, Fields const &fields) {
  logger_->warn(line(event, fields));
}
void Log::error(std::string_view event, Fields const &fields) {
  logger_->error(line(event, fields));
}

}  // namespace noc837::batch
