// SPDX-License-Identifier: Apache-2.0
// Findings or drug lines of one input as a stream of rows.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.hpp"
#include "io/sink.hpp"
#include "output/report/report.hpp"
#include "output/summary.hpp"
#include "pipeline/walk.hpp"

namespace noc837::pipeline {

enum class Format : std::uint8_t { text, csv, jsonl };

struct CheckOptions {
  Format format = Format::text;
  bool color = false;                ///< of text
  output::Report *report = nullptr;  ///< is given all that a review page shows
};

/// Writes the findings of `input` to `out` as they are found, each with the status that
/// process() would give it. Findings before a failure are written all the same.
[[nodiscard]] Result<output::Summary> check(std::string const &input, Settings const &settings,
                                            CheckOptions const &options, io::Sink &out);

/// Writes the drug lines of `input` to `out`; text is written as CSV.
[[nodiscard]] Result<output::Summary> extract(std::string const &input, Settings const &settings,
                                              Format format, io::Sink &out);

/// The header row that a CSV stream begins with; empty for the other formats.
[[nodiscard]] std::string findings_header(Format format);
[[nodiscard]] std::string lines_header(Format format);

}  // namespace noc837::pipeline
