// SPDX-License-Identifier: Apache-2.0
// noc837 process: corrected and flagged EDI, findings, lines and a summary.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>

#include "cli/ack_options.hpp"
#include "cli/command.hpp"
#include "cli/fingerprint.hpp"
#include "cli/ledger_options.hpp"
#include "cli/options.hpp"
#include "cli/output_folder.hpp"
#include "cli/parse.hpp"
#include "cli/process_config.hpp"
#include "cli/progress.hpp"
#include "io/sink.hpp"
#include "pipeline/process.hpp"

namespace noc837::cli {
namespace {

void add_output_option(po::options_description &options) {
  options.add_options()("output,o", po::value<std::string>()->value_name("DIR"),
                        "folder for the outputs; - with --mode annotate writes the EDI to "
                        "standard output");
}

void add_other_options(po::options_description &options) {
  options.add_options()("mode",
                        po::value<std::string>()->default_value("split")->value_name("MODE"),
                        "split: corrected and flagged claims apart; annotate: every "
                        "claim in its place");
  options.add_options()("compress",
                        po::value<std::string>()->default_value("auto")->value_name("HOW"),
                        "of the EDI outputs: auto (as the input is), none, zstd, gzip");
  options.add_options()("shard", po::value<std::string>()->value_name("I/N"),
                        "process part I of N of one FILE, for `noc837 merge` to join");
  options.add_options()("index", po::value<std::string>()->value_name("FILE"),
                        "with --shard: what `noc837 index` wrote, so that what is before the part "
                        "is not read");
  add_code_options(options);
  add_reading_options(options);
  add_judging_options(options);
  options.add_options()("no-sync",
                        "do not wait until the outputs are on the disk; faster, but after a power "
                        "cut they may be cut short");
  add_csv_option(options);
  options.add_options()("xlsx", "write findings and lines as an Excel workbook too, S.xlsx");
  options.add_options()("sqlite", po::value<std::string>()->value_name("FILE"),
                        "write findings and lines to a SQLite database too; what an earlier run "
                        "wrote of the same input is replaced");
  options.add_options()("no-timing", "leave times and speeds out of the summary");
  add_ledger_options(options);
  add_ack_options(options);
  add_report_options(options);
  add_terminal_options(options);
}

Result<std::optional<io::Codec>> codec_of(po::variables_map const &options) {
  if (options.count("compress") == 0) return std::nullopt;
  auto const choice = choice_of(options, "compress", {"auto", "none", "zstd", "gzip"});
  if (!choice) return tl::unexpected(choice.error());
  if (*choice == "none") return io::Codec::none;
  if (*choice == "zstd") return io::Codec::zstd;
  if (*choice == "gzip") return io::Codec::gzip;
  return std::nullopt;
}

Result<output::Summary> process_one(ProcessConfig const &config, std::string const &input) {
  if (config.folder == "-") {
    return pipeline::annotate_to_stdout(input, config.process, config.settings);
  }
  if (config.part) {
    return pipeline::process_part(input, config.folder, *config.part, config.process,
                                  config.settings);
  }
  return pipeline::process(input, config.folder, config.process, config.settings);
}

/// --shard I/N.
Result<pipeline::Shard> shard_of(std::string const &text) {
  pipeline::Shard shard;
  char const *const end = text.data() + text.size();
  auto const number = std::from_chars(text.data(), end, shard.number);
  bool const slash = number.ec == std::errc() && number.ptr != end && *number.ptr == '/';
  auto const count = slash ? std::from_chars(number.ptr + 1, end, shard.count) : number;
  if (!slash || count.ec != std::errc() || count.ptr != end || shard.number < 1 ||
      shard.number > shard.count) {
    return fail(Fault::usage, fmt::format("--shard '{}'", text), "I/N, with I from 1 to N");
  }
  return shard;
}

/// Reads --shard and --index, and what they do not go with.
Result<void> read_part_order(po::variables_map const &options, ProcessConfig &config) {
  if (options.count("shard") == 0) {
    if (options.count("index") == 0) return {};
    return fail(Fault::usage, "--index goes with --shard");
  }
  auto const shard = shard_of(options["shard"].as<std::string>());
  if (!shard) return tl::unexpected(shard.error());
  if (config.inputs.size() != 1 || config.inputs.front() == "-" || config.folder == "-") {
    return fail(Fault::usage, "--shard takes one FILE that every machine can read, and -o DIR");
  }
  if (options.count("ledger") != 0) {
    return fail(Fault::usage, "--shard goes without --ledger", "a run over the file");
  }
  auto fingerprint = fingerprint_of(options);
  if (!fingerprint) return tl::unexpected(fingerprint.error());
  auto index_fingerprint = index_fingerprint_of(options);
  if (!index_fingerprint) return tl::unexpected(index_fingerprint.error());
  config.part = {*shard, std::move(*fingerprint), config.page.file, text_option(options, "index"),
                 std::move(*index_fingerprint)};
  return {};
}

Result<ExitCode> run_process(po::variables_map const &options) {
  auto config = process_config(options);
  if (!config) return tl::unexpected(config.error());
  bool const to_stdout = config->folder == "-";
  if (!to_stdout) {
    if (auto done = make_folder(config->folder); !done) return tl::unexpected(done.error());
  }
  auto const progress = progress_for(config->terminal, config->inputs, false);
  config->settings.meter = progress.get();
  ReviewPage page(config->page);
  output::Summary total;
  ExitCode code = ExitCode::clean;
  for (auto const &input : config->inputs) {
    config->process.report = page.begin();
    auto const summary = process_one(*config, input);
    if (!summary) {  // the rest of a batch goes on
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
  if (!config->part) {  // the page of a part is merge's
    if (auto done = page.write(total, config->process.timing); !done) {
      return tl::unexpected(done.error());
    }
  }
  if (config->terminal.quiet || total.files == 0) return code;
  auto const text = output::summary_text(total, config->process.timing);
  if (to_stdout) {
    std::fputs(text.c_str(), stderr);
    return code;
  }
  auto const out = io::standard_output();
  if (auto done = out->write(text); !done) return tl::unexpected(done.error());
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  return code;
}

}  // namespace

void add_process_options(po::options_description &options) {
  add_output_option(options);
  add_other_options(options);
}

void add_process_options_but_output(po::options_description &options) {
  add_other_options(options);
}

Result<ProcessConfig> process_config(po::variables_map const &options) {
  ProcessConfig config;
  auto inputs = arguments_of(options, "FILE");
  if (!inputs) return tl::unexpected(inputs.error());
  config.inputs = std::move(*inputs);
  if (options.count("output") == 0) return fail(Fault::usage, "no output folder", "-o DIR");
  config.folder = options["output"].as<std::string>();
  if (options.count("mode") != 0) {
    auto const mode = choice_of(options, "mode", {"split", "annotate"});
    if (!mode) return tl::unexpected(mode.error());
    if (*mode == "annotate") config.process.mode = pipeline::Mode::annotate;
  }
  config.process.exports.workbook = options.count("xlsx") != 0;
  if (options.count("sqlite") != 0) {
    config.process.exports.database = options["sqlite"].as<std::string>();
  }
  auto const csv = csv_of(options);
  if (!csv) return tl::unexpected(csv.error());
  config.process.csv = *csv;
  auto const codec = codec_of(options);
  if (!codec) return tl::unexpected(codec.error());
  config.process.compress = *codec;
  config.process.timing = options.count("no-timing") == 0;
  if (options.count("no-sync") != 0) config.process.durability = io::Durability::cache;
  auto const terminal = terminal_wishes_of(options);
  if (!terminal) return tl::unexpected(terminal.error());
  config.terminal = *terminal;
  auto page = page_config(options);
  if (!page) return tl::unexpected(page.error());
  config.page = std::move(*page);
  auto settings = settings_of(options);
  if (!settings) return tl::unexpected(settings.error());
  config.settings = std::move(*settings);
  if (auto done = read_ack_options(options, config); !done) return tl::unexpected(done.error());
  auto const fail_on = fail_on_of(options);
  if (!fail_on) return tl::unexpected(fail_on.error());
  config.fail_on = *fail_on;
  if (auto done = read_part_order(options, config); !done) return tl::unexpected(done.error());
  if (config.folder == "-") {
    if (config.process.mode != pipeline::Mode::annotate || config.inputs.size() != 1) {
      return fail(Fault::usage, "-o - takes --mode annotate and one FILE");
    }
    if (options.count("ledger") != 0) return fail(Fault::usage, "--ledger takes -o DIR");
    return config;
  }
  if (auto done = check_stems(config.inputs); !done) return tl::unexpected(done.error());
  if (auto done = read_ledger_options(options, config.settings); !done) {
    return tl::unexpected(done.error());
  }
  return config;
}

Result<ProcessConfig> process_config(std::vector<std::string> const &words) {
  auto const options = parse_words(process_command(), words);
  if (!options) return tl::unexpected(options.error());
  return process_config(*options);
}

Command process_command() {
  return {"process",
          "FILE... -o DIR",
          "correct what is safe, flag the rest, write EDI and reports",
          "Reads 837P and 837I files (plain, zstd or gzip; - is standard input) and writes for "
          "each, with S its name without suffix: S.corrected.edi (claims that can go out), "
          "S.flagged.edi (claims with errors that stand), S.findings.csv, S.lines.csv and "
          "S.summary.json. With --mode annotate one S.annotated.edi holds every claim in its "
          "place.",
          add_process_options,
          run_process};
}

}  // namespace noc837::cli
