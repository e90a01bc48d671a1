// SPDX-License-Identifier: Apache-2.0
// The table of commands and the way from argv to an exit code.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <sstream>

#include "base/printable.hpp"
#include "base/suggest.hpp"
#include "cli/command.hpp"
#include "cli/config.hpp"
#include "cli/options.hpp"
#include "cli/parse.hpp"
#include "cli/wrap.hpp"

namespace noc837::cli {
namespace {

void print_help() {
  fmt::print(
      "noc837 {}: unclassified-drug lines (HCPCS J3490) in X12 837 claim files\n\n"
      "usage: noc837 COMMAND ...\n\n",
      NOC837_VERSION);
  for (Command const &command : commands()) {
    fmt::print("  {:<9}{}\n", command.name, command.summary);
  }
  fmt::print(
      "\nnoc837 COMMAND --help tells more; noc837 --version prints the version.\n"
      "Exit codes: 0 clean or corrected, 1 findings stand, 2 wrong usage, 3 input cannot be\n"
      "read, 4 output cannot be written, 70 internal error.\n");
}

void print_command_help(Command const &command) {
  fmt::print("usage: noc837 {} {}\n\n{}\n\n", command.name, command.arguments,
             wrapped(command.help));
  std::ostringstream options;
  options << visible_options(command);
  fmt::print("{}", options.str());
}

Command const *find_command(std::string_view name) {
  for (Command const &command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

ExitCode unknown_command(std::string const &name) {
  std::vector<std::string_view> known;
  for (Command const &row : commands()) known.push_back(row.name);
  tell(fail(Fault::usage,
            fmt::format("there is no command '{}'{}", printable(name), suggestion(name, known)))
           .value());
  return ExitCode::usage;
}

ExitCode run_command(Command const &command, std::vector<std::string> const &words) {
  auto options = parse_words(command, words);
  if (!options) {
    tell(options.error());
    return ExitCode::usage;
  }
  if (options->count("help") != 0) {
    print_command_help(command);
    return ExitCode::clean;
  }
  if (auto done = add_configuration(command, *options); !done) {
    tell(done.error());
    return ExitCode::usage;
  }
  auto const code = command.run(*options);
  if (code) return *code;
  tell(code.error());
  return exit_code_of(code.error().fault);
}

}  // namespace

std::span<Command const> commands() {
  // clang-format off
  static std::array const all = {
      process_command(),
      batch_command(),
      index_command(),
      merge_command(),
      check_command(),
      extract_command(),
      rules_command(),
      profiles_command(),
      config_command(),
      tables_command(),
      ledger_command(),
      verify_command(),
      mask_command(),
      replay_command(),
      diff_command(),
      explain_command(),
      ack_command(),
  };
  // clang-format on
  return all;
}

ExitCode run(int argc, char const *const *argv) {
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (words.empty()) {
    print_help();
    return ExitCode::usage;
  }
  std::string const first = words.front();
  words.erase(words.begin());
  if (first == "--version") {
    fmt::print("noc837 {}\n", NOC837_VERSION);
    return ExitCode::clean;
  }
  if (first == "--help" || first == "-h" || first == "help") {
    if (words.empty()) {
      print_help();
      return ExitCode::clean;
    }
    Command const *command = find_command(words.front());
    if (command == nullptr) return unknown_command(words.front());
    print_command_help(*command);
    return ExitCode::clean;
  }
  Command const *command = find_command(first);
  if (command == nullptr) return unknown_command(first);
  return run_command(*command, words);
}

}  // namespace noc837::cli
