// SPDX-License-Identifier: Apache-2.0
// noc837 extract: the drug lines as a table.
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "pipeline/stream.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("format",
                        po::value<std::string>()->default_value("csv")->value_name("FORMAT"),
                        "csv or jsonl");
  add_csv_option(options);
  add_code_options(options);
  add_table_options(options);
  add_reading_options(options);
  add_terminal_options(options);
}

Result<ExitCode> run_extract(po::variables_map const &options) {
  auto const inputs = arguments_of(options, "FILE");
  if (!inputs) return tl::unexpected(inputs.error());
  pipeline::ExtractOptions how;
  if (options.count("format") != 0) {
    auto const choice = choice_of(options, "format", {"csv", "jsonl"});
    if (!choice) return tl::unexpected(choice.error());
    if (*choice == "jsonl") how.format = pipeline::Format::jsonl;
  }
  auto const csv = csv_of(options);
  if (!csv) return tl::unexpected(csv.error());
  how.csv = *csv;
  auto settings = settings_of(options);
  if (!settings) return tl::unexpected(settings.error());
  auto const terminal = terminal_wishes_of(options);
  if (!terminal) return tl::unexpected(terminal.error());
  auto const progress = progress_for(*terminal, *inputs, true);
  settings->meter = progress.get();
  auto const out = io::standard_output();
  if (auto done = out->write(pipeline::lines_header(how)); !done) {
    return tl::unexpected(done.error());
  }
  ExitCode code = ExitCode::clean;
  for (auto const &input : *inputs) {
    auto const summary = pipeline::extract(input, *settings, how, *out);
    if (summary) continue;
    if (progress) progress->clear();
    tell(summary.error());
    code = worse(code, exit_code_of(summary.error().fault));
  }
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  return code;
}

}  // namespace

Command extract_command() {
  return {"extract",
          "FILE...",
          "write the drug lines as a table",
          "Writes one row for each drug line to standard output, with everything that joins "
          "into it: claim, payer, providers, service, notes, drug loop and the parsed text.",
          add_options,
          run_extract};
}

}  // namespace noc837::cli
