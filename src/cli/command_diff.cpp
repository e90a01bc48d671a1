// SPDX-License-Identifier: Apache-2.0
// noc837 diff: two EDI files compared by segment and element.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "compare/difference_text.hpp"
#include "compare/edi_records.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("ignore-delimiters",
                        "files that differ only in their delimiters are the same");
  options.add_options()("ignore-line-ends",
                        "files that differ only in what follows the terminators are the same");
  options.add_options()("show-phi", "show names and ids of people where they differ");
  options.add_options()("quiet,q", "print nothing; the exit code tells");
  add_color_option(options);
}

Result<ExitCode> run_diff(po::variables_map const &options) {
  auto const files = arguments_of(options, "pair of FILEs");
  if (!files) return tl::unexpected(files.error());
  if (files->size() != 2) return fail(Fault::usage, "diff compares two files", "two FILEs");
  auto const wishes = terminal_wishes_of(options);
  if (!wishes) return tl::unexpected(wishes.error());
  bool const color = wants_color(*wishes);

  compare::EdiOptions how;
  how.ignore_delimiters = options.count("ignore-delimiters") != 0;
  how.ignore_line_ends = options.count("ignore-line-ends") != 0;
  how.show_phi = options.count("show-phi") != 0;
  std::vector<std::unique_ptr<io::Source>> sources;
  std::vector<std::unique_ptr<compare::Records>> records;
  for (auto const &file : *files) {
    auto source = io::open_source(file);
    if (!source) return with_file(source.error(), file);
    sources.push_back(std::move(*source));
    records.push_back(compare::edi_records(*sources.back(), file, how));
  }
  auto const out = io::standard_output();
  Result<void> printed;
  auto const counts = compare::compare(*records[0], *records[1], [&](auto const &difference) {
    if (wishes->quiet || !printed) return;
    printed = out->write(compare::difference_text(difference, color));
  });
  if (!counts) return tl::unexpected(counts.error());
  if (!printed) return tl::unexpected(printed.error());
  bool const same = counts->all() == 0;
  if (!wishes->quiet) {
    auto const text = same ? std::string("no differences") : compare::counts_text(*counts);
    if (auto done = out->write(text + "\n"); !done) return tl::unexpected(done.error());
  }
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  return same ? ExitCode::clean : ExitCode::findings;
}

}  // namespace

Command diff_command() {
  return {"diff",
          "FILE FILE",
          "compare two EDI files by segment and element",
          "Prints what differs between two EDI files: segments that are in one only, and the "
          "elements that changed of the others. Exit 0 when nothing differs, 1 when something "
          "does.",
          add_options,
          run_diff};
}

}  // namespace noc837::cli
