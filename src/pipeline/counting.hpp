// SPDX-License-Identifier: Apache-2.0
// A visitor that keeps the summary; the commands' visitors build on it.
#pragma once

#include <string>

#include "base/success.hpp"
#include "output/report/report.hpp"
#include "output/summary.hpp"
#include "pipeline/walk.hpp"

namespace noc837::pipeline {

class Counting : public Visitor {
 public:
  explicit Counting(std::string file) : file_(std::move(file)) { summary_.files = 1; }

  /// Where the review page's content goes; null: nowhere.
  void report_to(output::Report *report) { report_ = report; }

  void started(Settings const &settings) override { summary_.count_silent(settings.tables.get()); }
  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &) override {
    summary_.count(unit);
    return success();
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &) override {
    summary_.count(unit);
    if (review == nullptr) return success();
    auto const context = context_of(*review);
    summary_.count(*review, context);
    if (report_ != nullptr) report_->add(*review, context);
    return success();
  }
  Result<void> envelope(rules::Finding const &finding, output::Context const &context) override {
    summary_.count(finding);
    if (report_ != nullptr) report_->add(finding, context);
    return success();
  }
  void note(std::string const &what) override { ++summary_.notices[what]; }
  void finished(claims::Cutter const &cutter) override {
    summary_.bytes = cutter.bytes();
    for (auto const &notice : cutter.notices()) note(notice.what);
  }

  [[nodiscard]] output::Summary &summary() { return summary_; }

 protected:
  [[nodiscard]] output::Context context_of(edits::Review const &review) const {
    return output::context_of(file_, review.claim, review.profile->name);
  }

  std::string file_;
  output::Report *report_ = nullptr;
  output::Summary summary_;
};

}  // namespace noc837::pipeline
