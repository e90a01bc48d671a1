// SPDX-License-Identifier: Apache-2.0
// Findings or drug lines of one input as a stream of rows.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.hpp"
#include "io/sink.hpp"
#include "output/report/report.hpp"
#include "output/summary.hpp"
#include "output/table.hpp"
#include "pipeline/walk.hpp"

namespace noc837::pipeline {

enum class Format : std::uint8_t { text, csv, jsonl };

struct CheckOptions {
  Format format = Format::text;
  bool color = false;  ///< of text
  output::CsvFor csv = output::CsvFor::programs;
  output::Report *report = nullptr;  ///< is given all that a review page shows
};

/// Writes the findings of `input` to `out` as they are found, each with the status that
/// process() would give it. Findings before a failure are written all the same.
[[nodiscard]] Result<output::Summary> check(std::string const &input, Settings const &settings,
                                            CheckOptions const &options, io::Sink &out);

struct ExtractOptions {
  Format format = Format::csv;  ///< text is written as CSV
  output::CsvFor csv = output::CsvFor::programs;
};

/// Writes the drug lines of `input` to `out`.
[[nodiscard]] Result<output::Summary> extract(std::string const &input, Settings const &settings,
                                              ExtractOptions const &options, io::Sink &out);

/// The header row that a CSV stream begins with; empty for the other formats.
[[nodiscard]] std::string findings_header(CheckOptions const &options);
[[nodiscard]] std::string lines_header(ExtractOptions const &options);

}  // namespace noc837::pipeline
