// SPDX-License-Identifier: Apache-2.0
#include "cli/review_page.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <utility>

#include "io/sink.hpp"
#include "output/report/page.hpp"

namespace noc837::cli {

void add_report_options(po::options_description &options) {
  options.add_options()("report", po::value<std::string>()->value_name("FILE"),
                        "write a page to review the lines in a browser; one for all inputs");
  options.add_options()("report-lines", po::value<unsigned>()->value_name("N"),
                        "lines in the page's table, those that matter most (default 10000)");
  options.add_options()("show-phi", "show members' names and ids in the page");
}

Result<PageConfig> page_config(po::variables_map const &options) {
  PageConfig config;
  if (options.count("report") != 0) config.file = options["report"].as<std::string>();
  if (options.count("report-lines") != 0) {
    config.options.most_lines = options["report-lines"].as<unsigned>();
  }
  config.options.show_phi = options.count("show-phi") != 0;
  if (config.file == "-") {
    return fail(Fault::usage, "--report cannot write to standard output", "the name of a file");
  }
  return config;
}

Result<void> write_page(PageConfig const &config, output::Report &report,
                        output::Summary const &summary, std::vector<std::string> inputs,
                        bool timing) {
  output::PageFacts facts;
  facts.version = NOC837_VERSION;
  if (timing) facts.made = fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(std::time(nullptr)));
  facts.inputs = std::move(inputs);
  auto const sink = io::FileSink::create(config.file, io::Codec::none, false);
  if (!sink) return tl::unexpected(sink.error());
  if (auto done = output::write_page(report, summary, facts, **sink); !done) return done;
  if (auto done = (*sink)->finish(); !done) return done;
  return (*sink)->commit();
}

output::Report *ReviewPage::begin() {
  if (config_.file.empty()) return nullptr;
  part_ = output::Report(config_.options);
  return &part_;
}

void ReviewPage::keep(std::string const &input) {
  if (config_.file.empty()) return;
  whole_.add(std::move(part_));
  inputs_.push_back(input);
}

Result<void> ReviewPage::write(output::Summary const &summary, bool timing) {
  if (config_.file.empty()) return {};
  return write_page(config_, whole_, summary, inputs_, timing);
}

}  // namespace noc837::cli
