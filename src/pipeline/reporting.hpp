// SPDX-License-Identifier: Apache-2.0
// A visitor that writes findings and lines as CSV and keeps the summary.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "acks/acknowledgements.hpp"
#include "base/success.hpp"
#include "io/sink.hpp"
#include "output/findings.hpp"
#include "output/lines.hpp"
#include "output/record_sink.hpp"
#include "pipeline/counting.hpp"

namespace noc837::pipeline {

/// Findings and lines as CSV, next to whatever EDI a mode writes; both sinks may be null.
class Reporting : public Counting {
 public:
  Reporting(std::string file, io::Sink *findings, io::Sink *lines)
      : Counting(std::move(file)), findings_(findings), lines_(lines) {}

  /// Whom the CSV is for.
  void write_csv_for(output::CsvFor reader) { csv_ = reader; }

  /// Further places for the records.
  void export_to(std::vector<output::RecordSink *> sinks) { exports_ = std::move(sinks); }

  Result<void> begin() {
    if (findings_ == nullptr) return success();
    if (auto done = findings_->write(output::csv_header(output::finding_columns(), csv_)); !done) {
      return done;
    }
    return lines_->write(output::csv_header(output::line_columns(), csv_));
  }

  /// Where acknowledgements are written; null: nowhere.
  void acknowledge_with(acks::Acknowledgements *acks) { acks_ = acks; }

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    if (auto done = Counting::before(unit, hierarchy); !done) return done;
    return acks_ == nullptr ? success() : acks_->unit(unit);
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Counting::claim(unit, review, hierarchy); !done) return done;
    if (acks_ != nullptr) {
      if (auto done = acks_->claim(unit, review); !done) return done;
    }
    if (review == nullptr || findings_ == nullptr) return success();
    auto const context = context_of(*review);
    for (auto const &finding : review->findings) {
      if (auto done = write(finding, context); !done) return done;
    }
    for (auto const &line : review->claim.drug_lines) {
      output::LineRecord const record{context, review->claim, line};
      if (auto done = lines_->write(output::csv_row(output::line_columns(), record, csv_)); !done) {
        return done;
      }
      if (exports_.empty()) continue;
      auto const row = output::row_of(output::line_columns(), record);
      for (auto *sink : exports_) {
        if (auto done = sink->line(row); !done) return done;
      }
    }
    return success();
  }

  Result<void> envelope(rules::Finding const &finding, output::Context const &context) override {
    if (auto done = Counting::envelope(finding, context); !done) return done;
    if (acks_ != nullptr) {
      if (auto done = acks_->finding(finding); !done) return done;
    }
    return findings_ == nullptr ? success() : write(finding, context);
  }

 private:
  Result<void> write(rules::Finding const &finding, output::Context const &context) {
    output::FindingRecord const record{context, finding};
    if (!exports_.empty()) {
      auto const row = output::row_of(output::finding_columns(), record);
      for (auto *sink : exports_) {
        if (auto done = sink->finding(row); !done) return done;
      }
    }
    return findings_->write(output::csv_row(output::finding_columns(), record, csv_));
  }

  io::Sink *findings_;
  io::Sink *lines_;
  output::CsvFor csv_ = output::CsvFor::programs;
  std::vector<output::RecordSink *> exports_;
  acks::Acknowledgements *acks_ = nullptr;
};

}  // namespace noc837::pipeline
