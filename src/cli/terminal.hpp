// SPDX-License-Identifier: Apache-2.0
// What the terminal can do and what the user wants of it: colours and progress.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"

namespace noc837::cli {

/// --progress, --quiet.
void add_terminal_options(po::options_description &options);
/// --color.
void add_color_option(po::options_description &options);

enum class When : std::uint8_t { automatic, always, never };

struct TerminalWishes {
  When color = When::automatic;
  When progress = When::automatic;
  bool quiet = false;
};

[[nodiscard]] Result<TerminalWishes> terminal_wishes_of(po::variables_map const &options);

/// True if standard output is to be coloured: --color, else NO_COLOR, CLICOLOR_FORCE and
/// CLICOLOR, else where it is a terminal that can.
[[nodiscard]] bool wants_color(TerminalWishes const &wishes);

/// True if a progress bar is to be drawn on standard error: not with --quiet; by default where
/// that is a terminal and, with `text_on_stdout`, standard output is none.
[[nodiscard]] bool wants_progress(TerminalWishes const &wishes, bool text_on_stdout);

}  // namespace noc837::cli
