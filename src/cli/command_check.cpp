// SPDX-License-Identifier: Apache-2.0
// noc837 check: findings only.
#include <map>

#include "cli/command.hpp"
#include "cli/ledger_options.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/review_page.hpp"
#include "cli/terminal.hpp"
#include "pipeline/stream.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("format",
                        po::value<std::string>()->default_value("text")->value_name("FORMAT"),
                        "text, csv or jsonl");
  add_csv_option(options);
  add_code_options(options);
  add_reading_options(options);
  add_judging_options(options);
  add_ledger_options(options);
  options.add_options()("no-timing", "leave times and speeds out of the summary");
  add_report_options(options);
  add_terminal_options(options);
  add_color_option(options);
}

struct Config {
  std::vector<std::string> inputs;
  pipeline::CheckOptions check;
  pipeline::Settings settings;
  std::optional<Severity> fail_on;
  bool timing = true;
  TerminalWishes terminal;
  PageConfig page;
};

Result<Config> setup(po::variables_map const &options) {
  Config config;
  auto inputs = arguments_of(options, "FILE");
  if (!inputs) return tl::unexpected(inputs.error());
  config.inputs = std::move(*inputs);
  if (options.count("format") != 0) {
    auto const format = choice_of(options, "format", {"text", "csv", "jsonl"});
    if (!format) return tl::unexpected(format.error());
    if (*format == "csv") config.check.format = pipeline::Format::csv;
    if (*format == "jsonl") config.check.format = pipeline::Format::jsonl;
  }
  auto const csv = csv_of(options);
  if (!csv) return tl::unexpected(csv.error());
  config.check.csv = *csv;
  auto settings = settings_of(options);
  if (!settings) return tl::unexpected(settings.error());
  config.settings = std::move(*settings);
  if (auto done = read_ledger_options(options, config.settings); !done) {
    return tl::unexpected(done.error());
  }
  auto const fail_on = fail_on_of(options);
  if (!fail_on) return tl::unexpected(fail_on.error());
  config.fail_on = *fail_on;
  config.timing = options.count("no-timing") == 0;
  auto const terminal = terminal_wishes_of(options);
  if (!terminal) return tl::unexpected(terminal.error());
  config.terminal = *terminal;
  config.check.color = wants_color(*terminal);
  auto page = page_config(options);
  if (!page) return tl::unexpected(page.error());
  config.page = std::move(*page);
  return config;
}

Result<ExitCode> run_check(po::variables_map const &options) {
  auto config = setup(options);
  if (!config) return tl::unexpected(config.error());
  auto const progress = progress_for(config->terminal, config->inputs, true);
  config->settings.meter = progress.get();
  auto const out = io::standard_output();
  if (auto done = out->write(pipeline::findings_header(config->check)); !done) {
    return tl::unexpected(done.error());
  }
  ReviewPage page(config->page);
  output::Summary total;
  ExitCode code = ExitCode::clean;
  for (auto const &input : config->inputs) {
    config->check.report = page.begin();
    auto const summary = pipeline::check(input, config->settings, config->check, *out);
    if (!summary) {
      if (progress) progress->clear();
      tell(summary.error());
      code = worse(code, exit_code_of(summary.error().fault));
      continue;
    }
    code = worse(code, verdict(*summary, config->fail_on));
    total.add(*summary);
    page.keep(input);
  }
  if (progress) progress->clear();
  if (config->check.format == pipeline::Format::text && total.files != 0 &&
      !config->terminal.quiet) {
    auto const text = output::summary_text(total, config->timing);
    if (auto done = out->write(text); !done) return tl::unexpected(done.error());
  }
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  if (auto done = page.write(total, config->timing); !done) return tl::unexpected(done.error());
  return code;
}

}  // namespace

Command check_command() {
  return {"check",
          "FILE...",
          "say what is wrong; write no EDI",
          "Writes the findings of each FILE to standard output, each with the status that "
          "process would give it: corrected, flagged or reported.",
          add_options,
          run_check};
}

}  // namespace noc837::cli
