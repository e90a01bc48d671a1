// SPDX-License-Identifier: Apache-2.0
// --report: the review page of a run.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "output/report/report.hpp"
#include "output/summary.hpp"

namespace noc837::cli {

/// --report, --report-lines, --show-phi.
void add_report_options(po::options_description &options);

struct PageConfig {
  std::string file;  ///< empty: no page is wanted
  output::ReportOptions options;
};

[[nodiscard]] Result<PageConfig> page_config(po::variables_map const &options);

/// Writes the page of a report. With `timing` it tells when it was made.
[[nodiscard]] Result<void> write_page(PageConfig const &config, output::Report &report,
                                      output::Summary const &summary,
                                      std::vector<std::string> inputs, bool timing);

/// Gathers what the page shows, an input at a time: begin(), then keep() if the input was read
/// to its end. Does nothing where no page is wanted.
class ReviewPage {
 public:
  explicit ReviewPage(PageConfig config)
      : config_(std::move(config)), whole_(config_.options), part_(config_.options) {}

  /// What the next input is to be reported to; null where no page is wanted.
  [[nodiscard]] output::Report *begin();
  void keep(std::string const &input);
  /// Writes the page. With `timing` it tells when it was made.
  [[nodiscard]] Result<void> write(output::Summary const &summary, bool timing);

 private:
  PageConfig config_;
  output::Report whole_;
  output::Report part_;
  std::vector<std::string> inputs_;
};

}  // namespace noc837::cli
