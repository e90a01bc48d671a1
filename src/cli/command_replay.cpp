// SPDX-License-Identifier: Apache-2.0
// noc837 replay: runs cases and compares what comes out with what is expected.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "cli/command.hpp"
#include "cli/junit.hpp"
#include "cli/options.hpp"
#include "cli/replay.hpp"
#include "cli/terminal.hpp"
#include "io/sink.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("update", "write what comes out as what is expected");
  options.add_options()("jobs,j", po::value<unsigned>()->value_name("N"),
                        "cases at a time (default: as many as there are processors)");
  options.add_options()("junit", po::value<std::string>()->value_name("FILE"),
                        "write the results as JUnit XML");
  add_color_option(options);
}

Result<void> write_file(std::string const &name, std::string const &text) {
  auto const sink = io::FileSink::create(name, io::Codec::none, false);
  if (!sink) return tl::unexpected(sink.error());
  if (auto done = (*sink)->write(text); !done) return done;
  if (auto done = (*sink)->finish(); !done) return done;
  return (*sink)->commit();
}

Result<ExitCode> run_replay(po::variables_map const &options) {
  auto const folders = arguments_of(options, "DIR");
  if (!folders) return tl::unexpected(folders.error());
  auto const wishes = terminal_wishes_of(options);
  if (!wishes) return tl::unexpected(wishes.error());
  ReplayOptions how;
  how.update = options.count("update") != 0;
  how.color = wants_color(*wishes);
  how.jobs = options.count("jobs") != 0 ? options["jobs"].as<unsigned>()
                                        : std::max(1U, std::thread::hardware_concurrency());
  if (how.jobs == 0) return fail(Fault::usage, "--jobs 0", "at least 1");
  std::vector<std::string> inputs;
  for (auto const &folder : *folders) {
    auto const cases = find_cases(folder);
    if (!cases) return tl::unexpected(cases.error());
    inputs.insert(inputs.end(), cases->begin(), cases->end());
  }
  if (inputs.empty()) return fail(Fault::usage, "no case found", "files such as CASE.edi");

  std::vector<CaseResult> results;
  std::size_t failed = 0;
  replay_all(inputs, how, [&](CaseResult const &result) {
    if (!result.faults.empty()) ++failed;
    for (auto const &fault : result.faults) std::fputs(fault.c_str(), stdout);
    results.push_back(result);
  });
  fmt::print("{} passed, {} failed\n", results.size() - failed, failed);
  if (options.count("junit") != 0) {
    auto const xml = junit_xml(results);
    if (auto done = write_file(options["junit"].as<std::string>(), xml); !done) {
      return tl::unexpected(done.error());
    }
  }
  return failed == 0 ? ExitCode::clean : ExitCode::findings;
}

}  // namespace

Command replay_command() {
  return {"replay",
          "DIR...",
          "run test cases and compare their outputs",
          "Processes each CASE.edi under DIR with the options in CASE.args (one a line; "
          "./ and ../ begin paths from the case's folder), after the inputs named in CASE.earlier, "
          "which a ledger then knows, and "
          "compares CASE.corrected.edi, CASE.flagged.edi, CASE.annotated.edi, "
          "CASE.findings.csv, CASE.lines.csv, CASE.summary.json and, where it cannot be read, "
          "CASE.error.txt with the files beside it. Where a folder above has a file replay.acks, "
          "such as `--ack ta1,999,277ca`, each case is run once more with these options added, and "
          "CASE.ta1.edi, CASE.999.edi and CASE.277ca.edi of that run are compared too. Tells what "
          "differs by segment and element, "
          "by column or by path. Exit 1 when any case failed.",
          add_options,
          run_replay};
}

}  // namespace noc837::cli
