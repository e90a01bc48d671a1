// SPDX-License-Identifier: Apache-2.0
// A visitor that keeps the summary; the commands' visitors build on it.
#pragma once

#include <string>

#include "output/summary.hpp"
#include "pipeline/walk.hpp"

namespace noc837::pipeline {

class Counting : public Visitor {
 public:
  explicit Counting(std::string file) : file_(std::move(file)) { summary_.files = 1; }

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &) override {
    summary_.count(unit);
    return {};
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &) override {
    summary_.count(unit);
    if (review != nullptr) summary_.count(*review, context_of(*review));
    return {};
  }
  Result<void> envelope(rules::Finding const &finding, output::Context const &) override {
    summary_.count(finding);
    return {};
  }
  void finished(claims::Reader const &reader) override {
    summary_.bytes = reader.bytes();
    for (auto const &notice : reader.notices()) ++summary_.notices[notice.what];
  }

  [[nodiscard]] output::Summary &summary() { return summary_; }

 protected:
  [[nodiscard]] output::Context context_of(edits::Review const &review) const {
    return output::context_of(file_, review.claim, review.profile->name);
  }

  std::string file_;
  output::Summary summary_;
};

}  // namespace noc837::pipeline
