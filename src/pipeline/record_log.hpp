// SPDX-License-Identifier: Apache-2.0
// The findings and drug lines of a part of an input, on their way to the machine that writes the
// workbook and the database.
#pragma once

#include <memory>

#include "base/error.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "output/record_sink.hpp"

namespace noc837::pipeline {

/// Writes records as they come.
class RecordLog final : public output::RecordSink {
 public:
  explicit RecordLog(io::Sink &out) : out_(out) {}

  [[nodiscard]] Result<void> finding(output::Row row) override;
  [[nodiscard]] Result<void> line(output::Row row) override;

 private:
  io::Sink &out_;
};

/// Hands the records of a log on in their order. Fails with Fault::input where it is damaged.
[[nodiscard]] Result<void> replay_records(std::unique_ptr<io::Source> log,
                                          std::vector<output::RecordSink *> const &sinks);

}  // namespace noc837::pipeline
