// SPDX-License-Identifier: Apache-2.0
// A command's options as rows, for the documents that are made from them.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace noc837::cli {

struct OptionRow {
  std::string name;         ///< output
  char letter = 0;          ///< o; 0 where there is none
  std::string value;        ///< DIR; empty for a switch
  std::string otherwise;    ///< what holds where the option is not given; may be empty
  std::string description;  ///< one sentence
};

/// The options of a command, --help included, in the order of --help.
[[nodiscard]] std::vector<OptionRow> option_rows(Command const &command);

/// What can stand as the option's value: info, warning, error and never for --fail-on, the ids of
/// rules for --fix. Empty for names of files, folders and anything else.
[[nodiscard]] std::vector<std::string> choices_of(Command const &command, OptionRow const &row);

}  // namespace noc837::cli
