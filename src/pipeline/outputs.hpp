// SPDX-License-Identifier: Apache-2.0
// The output files of one input.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "io/sink.hpp"
#include "output/summary.hpp"

namespace noc837::pipeline {

/// Files that are created as they are needed and named together at the end: STEM.KIND, with the
/// suffix of the compression.
class Outputs {
 public:
  Outputs(std::filesystem::path folder, std::string stem, io::Durability durability,
          io::Writing writing = io::Writing::at_once)
      : folder_(std::move(folder)),
        stem_(std::move(stem)),
        durability_(durability),
        writing_(writing) {}

  Result<io::FileSink *> create(std::string_view kind, io::Codec codec);
  /// The name of an output that is not compressed.
  [[nodiscard]] std::filesystem::path target(std::string_view kind) const {
    return folder_ / (stem_ + "." + std::string(kind));
  }

  /// Ends every file and lists it in the summary, in the order of creation.
  Result<void> finish(output::Summary &summary);

  /// Drops all files, and writes the TA1 that says why, where there is one.
  Result<void> refuse(Result<std::string> const &ta1);

  /// Names every file, and removes the EDI that an earlier run left and this one does not write.
  Result<void> commit();
  /// Names every file.
  Result<void> commit_new() const { return io::commit_all(files_); }

 private:
  std::filesystem::path folder_;
  std::string stem_;
  io::Durability durability_;
  io::Writing writing_;
  std::vector<std::unique_ptr<io::FileSink>> files_;
};

/// Writes summary.json, the last of the outputs.
[[nodiscard]] Result<void> write_summary(Outputs &outputs, output::Summary const &summary,
                                         bool timing);

}  // namespace noc837::pipeline
