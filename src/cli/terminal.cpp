// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "cli/options.hpp"

namespace noc837::cli {
namespace {

/// A variable of the environment; empty where it is not set.
std::string_view variable(char const *name) {
  char const *value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// A terminal that understands more than text.
bool is_terminal(int descriptor) {
  auto const kind = variable("TERM");
  return ::isatty(descriptor) == 1 && !kind.empty() && kind != "dumb";
}

Result<When> when_of(po::variables_map const &options, char const *name) {
  if (options.count(name) == 0) return When::automatic;
  auto const choice = choice_of(options, name, {"auto", "always", "never"});
  if (!choice) return tl::unexpected(choice.error());
  if (*choice == "always") return When::always;
  return *choice == "never" ? When::never : When::automatic;
}

}  // namespace

void add_terminal_options(po::options_description &options) {
  options.add_options()("progress", po::value<std::string>()->value_name("WHEN"),
                        "a progress bar on standard error: auto (default, on a terminal), always "
                        "or never");
  options.add_options()("quiet,q", "print no summary and no progress");
}

void add_color_option(po::options_description &options) {
  options.add_options()("color", po::value<std::string>()->value_name("WHEN"),
                        "colours in text: auto (default, on a terminal unless NO_COLOR is set), "
                        "always or never");
}

Result<TerminalWishes> terminal_wishes_of(po::variables_map const &options) {
  TerminalWishes wishes;
  auto const color = when_of(options, "color");
  if (!color) return tl::unexpected(color.error());
  auto const progress = when_of(options, "progress");
  if (!progress) return tl::unexpected(progress.error());
  wishes.color = *color;
  wishes.progress = *progress;
  wishes.quiet = options.count("quiet") != 0;
  return wishes;
}

bool wants_color(TerminalWishes const &wishes) {
  if (wishes.color != When::automatic) return wishes.color == When::always;
  if (!variable("NO_COLOR").empty()) return false;
  auto const forced = variable("CLICOLOR_FORCE");
  if (!forced.empty() && forced != "0") return true;
  return variable("CLICOLOR") != "0" && is_terminal(STDOUT_FILENO);
}

bool wants_progress(TerminalWishes const &wishes, bool text_on_stdout) {
  if (wishes.quiet || wishes.progress == When::never) return false;
  if (wishes.progress == When::always) return true;
  return is_terminal(STDERR_FILENO) && !(text_on_stdout && ::isatty(STDOUT_FILENO) == 1);
}

}  // namespace noc837::cli
