// SPDX-License-Identifier: Apache-2.0
// A command of the program: a row of a table, its options, and what it does.
#pragma once

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <span>
#include <string_view>

#include "base/error.hpp"
#include "cli/exit_code.hpp"

namespace noc837::cli {

namespace po = boost::program_options;

struct Command {
  std::string_view name;
  std::string_view arguments;  ///< for the usage line: "FILE... -o DIR"
  std::string_view summary;    ///< one line
  std::string_view help;       ///< a paragraph or two
  /// Adds the command's options. Positional arguments are the option "argument".
  void (*add_options)(po::options_description &options);
  /// Does the work. A failure is told to the user by main().
  Result<ExitCode> (*run)(po::variables_map const &options);
};

/// Every command, in the order of --help.
[[nodiscard]] std::span<Command const> commands();

[[nodiscard]] Command process_command();
[[nodiscard]] Command batch_command();
[[nodiscard]] Command index_command();
[[nodiscard]] Command merge_command();
[[nodiscard]] Command check_command();
[[nodiscard]] Command extract_command();
[[nodiscard]] Command rules_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command mask_command();
[[nodiscard]] Command profiles_command();
[[nodiscard]] Command config_command();
[[nodiscard]] Command tables_command();
[[nodiscard]] Command ledger_command();
[[nodiscard]] Command replay_command();
[[nodiscard]] Command diff_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command ack_command();

/// Parses and runs a command line as main() does; what it prints goes to the standard streams.
[[nodiscard]] ExitCode run(int argc, char const *const *argv);

}  // namespace noc837::cli
