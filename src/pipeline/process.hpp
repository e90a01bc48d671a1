// SPDX-License-Identifier: Apache-2.0
// The main job for one input: corrected and flagged EDI, findings, lines and a summary.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "acks/options.hpp"
#include "base/error.hpp"
#include "io/codec.hpp"
#include "io/sink.hpp"
#include "output/report/report.hpp"
#include "output/summary.hpp"
#include "pipeline/exports.hpp"
#include "pipeline/walk.hpp"

namespace noc837::pipeline {

enum class Mode : std::uint8_t {
  split,     ///< S.corrected.edi and S.flagged.edi
  annotate,  ///< S.annotated.edi, every claim in its place
};

struct ProcessOptions {
  Mode mode = Mode::split;
  std::optional<io::Codec> compress;  ///< of the EDI outputs; nothing: as the input is
  io::Durability durability = io::Durability::disk;  ///< of the outputs
  bool timing = true;                                ///< write times and speeds to the summary
  std::optional<std::string> label;  ///< the input's name in outputs, when not its path
  output::Report *report = nullptr;  ///< is given all that a review page shows
  output::CsvFor csv = output::CsvFor::programs;
  ExportOptions exports;  ///< further files with the findings and lines
  acks::Options acks;     ///< acknowledgements to write
};

/// A file name without its folder, compression suffix and .edi, .837, .x12, .txt or .dat;
/// "stdin" for "-".
[[nodiscard]] std::string stem_of(std::string const &input);

/// Processes `input` ("-" for standard input) into `folder`. Outputs appear together, when all
/// are whole and every claim read is in them exactly once; on failure none does.
[[nodiscard]] Result<output::Summary> process(std::string const &input, std::string const &folder,
                                              ProcessOptions const &options,
                                              Settings const &settings);

/// Writes the annotated EDI of `input` to standard output, and nothing else.
[[nodiscard]] Result<output::Summary> annotate_to_stdout(std::string const &input,
                                                         ProcessOptions const &options,
                                                         Settings const &settings);

}  // namespace noc837::pipeline
