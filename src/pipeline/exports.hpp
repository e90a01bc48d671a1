// SPDX-License-Identifier: Apache-2.0
// Findings and lines of one input for spreadsheets and databases, beside the CSV files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "output/record_sink.hpp"
#include "output/results_database.hpp"
#include "output/workbook.hpp"
#include "pipeline/outputs.hpp"

namespace noc837::pipeline {

struct ExportOptions {
  bool workbook = false;                ///< write S.xlsx
  std::optional<std::string> database;  ///< a SQLite file to write to

  [[nodiscard]] bool any() const { return workbook || database; }
};

/// What is asked for, opened; gives nothing to the world before finish() and commit().
class Exports {
 public:
  [[nodiscard]] static Result<Exports> open(ExportOptions const &options,
                                            std::filesystem::path const &workbook_target,
                                            std::string const &input) {
    Exports exports;
    if (options.workbook) {
      auto workbook = output::Workbook::create(workbook_target);
      if (!workbook) return tl::unexpected(workbook.error());
      exports.workbook_ = std::move(*workbook);
    }
    if (options.database) {
      auto database = output::ResultsDatabase::open(*options.database);
      if (!database) return tl::unexpected(database.error());
      if (auto done = (*database)->begin(input); !done) return tl::unexpected(done.error());
      exports.database_ = std::move(*database);
    }
    return exports;
  }

  [[nodiscard]] std::vector<output::RecordSink *> sinks() const {
    std::vector<output::RecordSink *> all;
    if (workbook_) all.push_back(workbook_.get());
    if (database_) all.push_back(database_.get());
    return all;
  }

  /// Writes the workbook, if there is one, as another of the outputs.
  [[nodiscard]] Result<void> add_workbook(Outputs &outputs) {
    if (!workbook_) return {};
    auto const file = outputs.create("xlsx", io::Codec::none);
    if (!file) return tl::unexpected(file.error());
    return workbook_->finish(**file);
  }
  [[nodiscard]] Result<void> commit(output::Summary const &summary) {
    return database_ ? database_->commit(summary) : Result<void>();
  }

 private:
  std::unique_ptr<output::Workbook> workbook_;
  std::unique_ptr<output::ResultsDatabase> database_;
};

}  // namespace noc837::pipeline
