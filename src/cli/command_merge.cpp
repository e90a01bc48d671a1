// SPDX-License-Identifier: Apache-2.0
// noc837 merge: the parts of one file joined.
#include <filesystem>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/output_folder.hpp"
#include "cli/review_page.hpp"
#include "cli/terminal.hpp"
#include "io/sink.hpp"
#include "pipeline/part_facts.hpp"
#include "pipeline/shard.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("output,o", po::value<std::string>()->value_name("DIR"),
                        "folder for the outputs");
  options.add_options()("fail-on",
                        po::value<std::string>()->default_value("error")->value_name("LEVEL"),
                        "exit 1 when findings of this severity or worse stand: info, warning, "
                        "error or never");
  options.add_options()("no-sync", "do not wait until the outputs are on the disk");
  options.add_options()("no-timing", "leave times and speeds out of the summary");
  options.add_options()("quiet,q", "print no summary");
}

Result<ExitCode> run_merge(po::variables_map const &options) {
  auto const parts = arguments_of(options, "PART");
  if (!parts) return tl::unexpected(parts.error());
  if (options.count("output") == 0) return fail(Fault::usage, "no output folder", "-o DIR");
  auto const fail_on = fail_on_of(options);
  if (!fail_on) return tl::unexpected(fail_on.error());
  auto const folder = options["output"].as<std::string>();
  if (auto done = make_folder(folder); !done) return tl::unexpected(done.error());
  auto const facts = pipeline::read_part(parts->front());
  if (!facts) return tl::unexpected(facts.error());
  PageConfig const page_config = {facts->page, facts->page_options};
  ReviewPage page(page_config);
  pipeline::ProcessOptions process;
  process.report = page.begin();
  process.timing = options.count("no-timing") == 0;
  if (options.count("no-sync") != 0) process.durability = io::Durability::cache;
  auto const summary = pipeline::merge(*parts, folder, process);
  if (!summary) return tl::unexpected(summary.error());
  page.keep(facts->input);
  if (auto done = page.write(*summary, process.timing); !done) return tl::unexpected(done.error());
  auto const code = verdict(*summary, *fail_on);
  if (options.count("quiet") != 0) return code;
  auto const out = io::standard_output();
  auto const text = output::summary_text(*summary, process.timing);
  if (auto done = out->write(text); !done) return tl::unexpected(done.error());
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  return code;
}

}  // namespace

Command merge_command() {
  return {"merge",
          "PART... -o DIR",
          "join the parts that process --shard made of one file",
          "PART is a file S.part-I-of-N.json; all N are needed, in any order. Writes the outputs "
          "that process would have written in one run, byte for byte: the workbook, database and "
          "page too that the parts were asked for, under the names given there. The times in the "
          "summary "
          "are those of all parts together.",
          add_options,
          run_merge};
}

}  // namespace noc837::cli
