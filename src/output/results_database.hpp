// SPDX-License-Identifier: Apache-2.0
// Findings and drug lines of many files in one SQLite database; docs/database.md tells its schema.
#pragma once

#include <memory>
#include <string>

#include "output/record_sink.hpp"
#include "output/summary.hpp"
#include "sqlite/database.hpp"

namespace noc837::output {

/// Takes the records of one input at a time, all or none of them. What an earlier run wrote of
/// the same file is replaced. Records wait in a temporary table until commit(), so that the file is
/// held only while they are copied, however long the input takes: several threads and processes
/// may write to it.
class ResultsDatabase final : public RecordSink {
 public:
  /// Opens or creates; fails with Fault::output for a file that is no database, or one of another
  /// program or of a newer version.
  [[nodiscard]] static Result<std::unique_ptr<ResultsDatabase>> open(std::string const &file);

  /// Forgets what was taken and not committed.
  [[nodiscard]] Result<void> begin(std::string const &input);
  [[nodiscard]] Result<void> finding(Row row) override;
  [[nodiscard]] Result<void> line(Row row) override;
  /// Keeps what was taken since begin(). Without it nothing of the input stays.
  [[nodiscard]] Result<void> commit(Summary const &summary);

 private:
  ResultsDatabase(sqlite::Database database);
  template <class Record>
  Result<void> insert(std::optional<sqlite::Statement> &statement, char const *table,
                      std::span<Column<Record> const> columns, Row row);

  sqlite::Database database_;
  std::optional<sqlite::Statement> finding_;
  std::optional<sqlite::Statement> line_;
  std::string input_;
};

}  // namespace noc837::output
