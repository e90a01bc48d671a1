// SPDX-License-Identifier: Apache-2.0
// Man pages and shell completion, made from the same tables as --help.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace noc837::cli {

/// A file of documentation: its name below the build folder and its text.
struct Document {
  std::string path;
  std::string text;
};

/// man1/noc837.1 and a page for each command.
[[nodiscard]] std::vector<Document> man_pages(std::string_view version);

/// Completion of commands, options and their values for bash, zsh and fish.
[[nodiscard]] std::vector<Document> completions();

}  // namespace noc837::cli
