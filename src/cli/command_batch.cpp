// SPDX-License-Identifier: Apache-2.0
// noc837 batch: a folder of files, unattended.
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <thread>

#include "batch/run.hpp"
#include "cli/command.hpp"
#include "cli/fingerprint.hpp"
#include "cli/options.hpp"
#include "cli/process_config.hpp"
#include "io/sink.hpp"

namespace noc837::cli {
namespace {

namespace fs = std::filesystem;

void add_options(po::options_description &options) {
  options.add_options()("pattern",
                        po::value<std::vector<std::string>>()->composing()->value_name("GLOB"),
                        "names of inputs (default: *.edi, *.837, *.x12, *.txt, *.dat, with .zst "
                        "or .gz as well); may be repeated");
  options.add_options()("recursive,r", "folders in IN_DIR as well");
  options.add_options()("jobs,j", po::value<unsigned>()->value_name("N"),
                        "files at a time (default: one a core)");
  options.add_options()("watch", "go on: take files when they are closed or moved into IN_DIR");
  options.add_options()("done", po::value<std::string>()->value_name("DIR"),
                        "move inputs that were read to this folder");
  options.add_options()("failed", po::value<std::string>()->value_name("DIR"),
                        "move inputs that could not be read to this folder");
  options.add_options()("metrics", po::value<std::string>()->value_name("FILE"),
                        "keep counts in this file, in Prometheus text format");
  options.add_options()("log-format", po::value<std::string>()->value_name("FORMAT"),
                        "of the log on standard error: text (default) or json");
  add_process_options(options);
}

std::optional<fs::path> path_of(po::variables_map const &options, char const *name) {
  if (options.count(name) == 0) return std::nullopt;
  return fs::path(options[name].as<std::string>());
}

Result<batch::Options> setup(po::variables_map const &options, ProcessConfig const &config) {
  if (config.process.acks.control) {
    return fail(Fault::usage, "--ack-control is for one file", "batch without it");
  }
  if (config.inputs.size() != 1 || config.folder == "-") {
    return fail(Fault::usage, "batch takes one input folder and one output folder",
                "IN_DIR -o OUT_DIR");
  }
  for (char const *name : {"shard", "index"}) {
    if (options.count(name) == 0) continue;
    return fail(Fault::usage, fmt::format("batch has no --{}", name));
  }
  batch::Options out;
  out.inputs.folder = config.inputs.front();
  if (std::error_code error; !fs::is_directory(out.inputs.folder, error)) {
    return fail(Fault::usage, fmt::format("{} is no folder", config.inputs.front()));
  }
  out.inputs.patterns = options.count("pattern") != 0
                            ? options["pattern"].as<std::vector<std::string>>()
                            : batch::default_patterns();
  out.inputs.recursive = options.count("recursive") != 0;
  out.out = config.folder;
  out.jobs = options.count("jobs") != 0 ? options["jobs"].as<unsigned>()
                                        : std::max(1U, std::thread::hardware_concurrency());
  if (out.jobs == 0) return fail(Fault::usage, "--jobs 0", "at least one");
  out.watch = options.count("watch") != 0;
  out.done = path_of(options, "done");
  out.failed = path_of(options, "failed");
  out.metrics = path_of(options, "metrics");
  out.timing = config.process.timing;
  out.inputs.excluded = {out.out};
  for (auto const &folder : {out.done, out.failed}) {
    if (folder) out.inputs.excluded.push_back(*folder);
  }
  auto fingerprint = fingerprint_of(options);
  if (!fingerprint) return tl::unexpected(fingerprint.error());
  out.fingerprint = std::move(*fingerprint);
  out.process = [&config](std::string const &input, std::string const &folder,
                          output::Report *report) {
    auto wishes = config.process;
    wishes.report = report;
    return pipeline::process(input, folder, wishes, config.settings);
  };
  if (!config.page.file.empty()) out.report = config.page.options;
  out.write_page = [&config](output::Report &report, output::Summary const &total,
                             std::vector<std::string> const &inputs) {
    return write_page(config.page, report, total, inputs, config.process.timing);
  };
  out.exit_code = [&config](Result<output::Summary> const &summary) {
    return static_cast<int>(summary ? verdict(*summary, config.fail_on)
                                    : exit_code_of(summary.error().fault));
  };
  return out;
}

/// Each file has threads of its own, and glibc gives threads heaps of their own, which keep what
/// was freed. With as many as it likes, files of 10 MB one after another came to twice the memory.
void keep_memory_together([[maybe_unused]] unsigned jobs) {
#ifdef M_ARENA_MAX
  ::mallopt(M_ARENA_MAX, static_cast<int>(std::clamp(jobs, 2U, 64U)));
#endif
}

Result<ExitCode> run_batch(po::variables_map const &options) {
  auto const config = process_config(options);
  if (!config) return tl::unexpected(config.error());
  auto format = batch::LogFormat::text;
  if (options.count("log-format") != 0) {
    auto const choice = choice_of(options, "log-format", {"text", "json"});
    if (!choice) return tl::unexpected(choice.error());
    if (*choice == "json") format = batch::LogFormat::json;
  }
  auto const settings = setup(options, *config);
  if (!settings) return tl::unexpected(settings.error());
  keep_memory_together(settings->jobs);
  batch::Log log(format);
  auto const outcome = batch::run(*settings, log);
  if (!outcome) return tl::unexpected(outcome.error());
  if (outcome->signal != 0) return static_cast<ExitCode>(128 + outcome->signal);
  auto const code = static_cast<ExitCode>(outcome->exit);
  if (config->terminal.quiet || outcome->total.files == 0) return code;
  auto const out = io::standard_output();
  auto const text = output::summary_text(outcome->total, config->process.timing);
  if (auto done = out->write(text); !done) return tl::unexpected(done.error());
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  return code;
}

}  // namespace

Command batch_command() {
  return {"batch",
          "IN_DIR -o OUT_DIR",
          "process the files of a folder, unattended",
          "Processes every file of IN_DIR into OUT_DIR as process does, several at a time. "
          "OUT_DIR/manifest.json tells what was done with each; a file that was done with the "
          "same content, options and version is skipped when the command is run again, one that "
          "failed is tried again. OUT_DIR/summary.json adds up all files. Two runs cannot work on "
          "one OUT_DIR. SIGINT and SIGTERM let the files in work come to their end.",
          add_options,
          run_batch};
}

}  // namespace noc837::cli
