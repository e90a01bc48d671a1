// SPDX-License-Identifier: Apache-2.0
// Findings and drug lines as an Excel workbook.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "io/sink.hpp"
#include "output/record_sink.hpp"

namespace noc837::output {

/// One workbook with the sheets "findings" and "lines", header rows frozen and filtered. Every
/// value is a text but for positions, charges, units and quantities, so that an NDC keeps its
/// zeros. Beyond the 1,048,576 rows that Excel has, a sheet goes on as "findings 2". Rows are kept
/// in unnamed files beside `target`, which the workbook is for, not in memory.
class Workbook final : public RecordSink {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Workbook>> create(
      std::filesystem::path const &target);
  ~Workbook() override;

  [[nodiscard]] Result<void> finding(Row row) override;
  [[nodiscard]] Result<void> line(Row row) override;
  /// Ends the workbook and writes it to `sink`. No record may follow.
  [[nodiscard]] Result<void> finish(io::Sink &sink);

 private:
  struct State;
  explicit Workbook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace noc837::output
