// SPDX-License-Identifier: Apache-2.0
// Words of a command line to options.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace noc837::cli {

/// Parses the words after the command's name. Knows --help for every command.
[[nodiscard]] Result<po::variables_map> parse_words(Command const &command,
                                                    std::vector<std::string> const &words);

/// The options of a command as --help shows them.
[[nodiscard]] po::options_description visible_options(Command const &command);

}  // namespace noc837::cli
