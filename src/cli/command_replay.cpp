// SPDX-License-Identifier: Apache-2.0
// noc837 replay: runs cases and compares what comes out with what is expected.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/replay.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("update", "write what comes out as what is expected");
}

Result<ExitCode> run_replay(po::variables_map const &options) {
  auto const folders = arguments_of(options, "DIR");
  if (!folders) return tl::unexpected(folders.error());
  bool const update = options.count("update") != 0;
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (auto const &folder : *folders) {
    auto const cases = find_cases(folder);
    if (!cases) return tl::unexpected(cases.error());
    for (auto const &input : *cases) {
      auto const differences = replay_case(input, update);
      if (!differences) return tl::unexpected(differences.error());
      ++(differences->empty() ? passed : failed);
      for (auto const &difference : *differences) fmt::print("{}\n", difference);
    }
  }
  fmt::print("{} passed, {} failed\n", passed, failed);
  if (passed + failed == 0) return fail(Fault::usage, "no case found", "files such as CASE.edi");
  return failed == 0 ? ExitCode::clean : ExitCode::findings;
}

}  // namespace

Command replay_command() {
  return {"replay",
          "DIR...",
          "run test cases and compare their outputs",
          "Processes each CASE.edi under DIR with the options in CASE.args (one a line) and "
          "compares CASE.corrected.edi, CASE.flagged.edi, CASE.annotated.edi, "
          "CASE.findings.csv, CASE.lines.csv, CASE.summary.json and, where it cannot be read, "
          "CASE.error.txt with the files beside it. Exit 1 when any differs.",
          add_options,
          run_replay};
}

}  // namespace noc837::cli
