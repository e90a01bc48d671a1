// SPDX-License-Identifier: Apache-2.0
// noc837 mask: a copy without persons and providers.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <utility>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/output_folder.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "mask/mask.hpp"
#include "pipeline/process.hpp"

namespace noc837::cli {
namespace {

namespace fs = std::filesystem;

void add_options(po::options_description &options) {
  options.add_options()("output,o", po::value<std::string>()->value_name("DIR"),
                        "folder for the masked files; - writes one to standard output");
  options.add_options()("key", po::value<std::string>()->value_name("FILE"),
                        "a secret of at least 16 random bytes: the same key masks the same value "
                        "the same way in every run (default: a new key for this run)");
  options.add_options()("shift-dates",
                        "move the dates of each patient back by an offset of his own, 1 to 364 "
                        "days; findings that depend on dates may then differ");
}

Result<mask::Key> key_of(po::variables_map const &options) {
  if (options.count("key") == 0) return mask::Key::random();
  return mask::Key::from_file(options["key"].as<std::string>());
}

/// Masks a source into a sink, to its end.
Result<mask::Counts> mask_whole(io::Source &source, std::string const &input, mask::Key const &key,
                                mask::Options const &options, io::Sink &sink) {
  auto counts = mask::mask(source, input, key, options, sink);
  if (!counts) return counts;
  if (auto done = sink.finish(); !done) return tl::unexpected(done.error());
  return counts;
}

/// Masks one input into `folder`, or to standard output for "-".
Result<void> mask_input(std::string const &input, std::string const &folder, mask::Key const &key,
                        mask::Options const &options) {
  auto source = io::open_source(input);
  if (!source) return with_file(source.error(), input);
  auto const codec = (*source)->codec();
  if (folder == "-") {
    auto const out = io::standard_output(codec);
    auto const counts = mask_whole(**source, input, key, options, *out);
    return counts ? Result<void>() : tl::unexpected(counts.error());
  }
  auto const name = pipeline::stem_of(input) + ".masked.edi" + std::string(io::suffix(codec));
  auto const file = io::FileSink::create((fs::path(folder) / name).string(), codec, false);
  if (!file) return tl::unexpected(file.error());
  auto const counts = mask_whole(**source, input, key, options, **file);
  if (!counts) return tl::unexpected(counts.error());
  if (auto done = (*file)->commit(); !done) return done;
  fmt::print("{}: {} segments, {} values masked\n", (*file)->target(), counts->segments,
             counts->values);
  return {};
}

Result<ExitCode> run_mask(po::variables_map const &options) {
  auto const inputs = arguments_of(options, "FILE");
  if (!inputs) return tl::unexpected(inputs.error());
  if (options.count("output") == 0) return fail(Fault::usage, "no output folder", "-o DIR");
  auto const folder = options["output"].as<std::string>();
  bool const to_stdout = folder == "-";
  if (to_stdout && inputs->size() != 1) return fail(Fault::usage, "-o - takes one FILE");
  auto const key = key_of(options);
  if (!key) return tl::unexpected(key.error());
  mask::Options const wishes{.shift_dates = options.count("shift-dates") != 0};
  if (!to_stdout) {
    if (auto done = check_stems(*inputs); !done) return tl::unexpected(done.error());
    if (auto done = make_folder(folder); !done) return tl::unexpected(done.error());
  }
  ExitCode code = ExitCode::clean;
  for (auto const &input : *inputs) {
    auto const done = mask_input(input, folder, *key, wishes);
    if (done) continue;
    tell(done.error());
    code = worse(code, exit_code_of(done.error().fault));
  }
  return code;
}

}  // namespace

Command mask_command() {
  return {"mask",
          "FILE... -o DIR",
          "write a copy without persons and providers",
          "Writes S.masked.edi for each FILE: names, identifiers, addresses, dates of birth, "
          "telephone and account numbers are replaced, in free text every word that is no drug "
          "text, the same value always by the same other. Payers, codes, amounts, NDCs, lengths "
          "and delimiters stay, so that the copy has the findings of the original.",
          add_options,
          run_mask};
}

}  // namespace noc837::cli
