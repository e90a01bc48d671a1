// SPDX-License-Identifier: Apache-2.0
// noc837 index: places from which the parts of a file can be read.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/fingerprint.hpp"
#include "cli/options.hpp"
#include "cli/process_config.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "io/sink.hpp"
#include "pipeline/index.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("output,o", po::value<std::string>()->value_name("INDEX"),
                        "file for the index");
  add_process_options_but_output(options);
}

Result<ExitCode> run_index(po::variables_map const &options) {
  auto const inputs = arguments_of(options, "FILE");
  if (!inputs) return tl::unexpected(inputs.error());
  auto const target = text_option(options, "output");
  if (target.empty() || inputs->size() != 1) {
    return fail(Fault::usage, "index takes one file", "FILE -o INDEX");
  }
  auto settings = settings_of(options);
  if (!settings) return tl::unexpected(settings.error());
  auto const terminal = terminal_wishes_of(options);
  if (!terminal) return tl::unexpected(terminal.error());
  auto const fingerprint = index_fingerprint_of(options);
  if (!fingerprint) return tl::unexpected(fingerprint.error());
  auto const progress = progress_for(*terminal, *inputs, false);
  settings->meter = progress.get();
  pipeline::ProcessOptions process;
  if (options.count("no-sync") != 0) process.durability = io::Durability::cache;
  auto const facts =
      pipeline::make_index(inputs->front(), target, *fingerprint, process, *settings);
  if (progress) progress->clear();
  if (!facts) return tl::unexpected(facts.error());
  if (terminal->quiet) return ExitCode::clean;
  auto const out = io::standard_output();
  if (auto done = out->write(fmt::format("{}: {} bytes, {} places to read from\n", inputs->front(),
                                         facts->size, facts->checkpoints));
      !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  return ExitCode::clean;
}

}  // namespace

Command index_command() {
  return {"index",
          "FILE -o INDEX",
          "read a file once, so that process --shard need not read what is before a part",
          "INDEX is for `noc837 process FILE --shard I/N --index INDEX`, with any N. Takes the "
          "options of process, of which those on reading and judging have to be the same. A part "
          "then reads its own bytes and, before those, at most a megabyte or a "
          "thousandth of the file, or the rest of a zstd frame or gzip member. INDEX holds headers "
          "of the file, names included.",
          add_options,
          run_index};
}

}  // namespace noc837::cli
