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
  std::string description;  ///< one sentence
};

/// The options of a command, --help included, in the order of --help.
[[nodiscard]] std::vector<OptionRow> option_rows(Command const &command);

/// What can stand for a value of this name: `LEVEL` gives info, warning, error, never; rule ids
/// for `RULE`. Empty for names of files, folders and anything else.
[[nodiscard]] std::vector<std::string> choices_of(std::string const &command,
                                                  std::string const &value);

}  // namespace noc837::cli
