// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/manual.hpp"
#include "cli/option_rows.hpp"

namespace noc837::cli {
namespace {

std::string command_names(std::string_view separator) {
  std::vector<std::string_view> names;
  for (Command const &command : commands()) names.push_back(command.name);
  return fmt::format("{}", fmt::join(names, separator));
}

std::string choices(Command const &command, OptionRow const &row) {
  return fmt::format("{}", fmt::join(choices_of(command, row), " "));
}

/// `text` inside single quotes of a shell.
std::string quoted(std::string_view text, std::string_view quote_inside) {
  std::string out = "'";
  for (char const c : text) {
    if (c == '\'') {
      out += quote_inside;
    } else {
      out += c;
    }
  }
  return out + "'";
}

// --- bash ------------------------------------------------------------------------------------

std::string bash_values(Command const &command, OptionRow const &row) {
  std::string names = "--" + row.name;
  if (row.letter != 0) names += fmt::format("|-{}", row.letter);
  if (row.value == "DIR") return fmt::format("        {}) _filedir -d; return ;;\n", names);
  if (auto const words = choices(command, row); !words.empty()) {
    return fmt::format("        {}) COMPREPLY=($(compgen -W '{}' -- \"$cur\")); return ;;\n", names,
                       words);
  }
  return fmt::format("        {}) _filedir; return ;;\n", names);
}

Document bash() {
  std::string text =
      "# bash completion for noc837\n"
      "_noc837() {\n"
      "  local cur prev words cword\n"
      "  _init_completion || return\n"
      "  if [ \"$cword\" -eq 1 ]; then\n";
  text += fmt::format(
      "    COMPREPLY=($(compgen -W '{} --help --version' -- \"$cur\"))\n"
      "    return\n  fi\n  case ${{words[1]}} in\n",
      command_names(" "));
  for (Command const &command : commands()) {
    std::string names;
    std::string values;
    for (auto const &row : option_rows(command)) {
      names += (names.empty() ? "--" : " --") + row.name;
      if (!row.value.empty()) values += bash_values(command, row);
    }
    text += fmt::format("    {})\n", command.name);
    if (!values.empty()) text += fmt::format("      case $prev in\n{}      esac\n", values);
    text += fmt::format(
        "      if [[ $cur == -* ]]; then\n"
        "        COMPREPLY=($(compgen -W '{}' -- \"$cur\"))\n        return\n      fi ;;\n",
        names);
  }
  text += "  esac\n  _filedir\n}\ncomplete -F _noc837 noc837\n";
  return {"completion/bash/noc837", text};
}

// --- zsh -------------------------------------------------------------------------------------

std::string zsh_option(Command const &command, OptionRow const &row) {
  std::string about;
  for (char const c : row.description) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') about += '\\';
    about += c;
  }
  std::string action;
  if (!row.value.empty()) {
    auto const words = choices(command, row);
    action = fmt::format(":{}:{}", row.value,
                         !words.empty()       ? fmt::format("({})", words)
                         : row.value == "DIR" ? "_files -/"
                                              : "_files");
  }
  return fmt::format("        {} \\\n",
                     quoted(fmt::format("*--{}[{}]{}", row.name, about, action), "'\\''"));
}

Document zsh() {
  std::string text =
      "#compdef noc837\n"
      "_noc837() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (Command const &command : commands()) {
    text += fmt::format("    {}\n",
                        quoted(fmt::format("{}:{}", command.name, command.summary), "'\\''"));
  }
  text +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n  (( CURRENT-- ))\n"
      "  case $command in\n";
  for (Command const &command : commands()) {
    text += fmt::format("    {})\n      _arguments \\\n", command.name);
    for (auto const &row : option_rows(command)) text += zsh_option(command, row);
    text += "        '*:file:_files' ;;\n";
  }
  text += "  esac\n}\n_noc837 \"$@\"\n";
  return {"completion/zsh/_noc837", text};
}

// --- fish ------------------------------------------------------------------------------------

Document fish() {
  std::string text = "# fish completion for noc837\n";
  text += fmt::format("set -l commands {}\n", command_names(" "));
  for (Command const &command : commands()) {
    text += fmt::format(
        "complete -c noc837 -f -n \"not __fish_seen_subcommand_from $commands\" -a {} -d {}\n",
        command.name, quoted(command.summary, "\\'"));
    for (auto const &row : option_rows(command)) {
      text += fmt::format("complete -c noc837 -n '__fish_seen_subcommand_from {}' -l {}",
                          command.name, row.name);
      if (row.letter != 0) text += fmt::format(" -s {}", row.letter);
      auto const words = choices(command, row);
      if (!words.empty()) {
        text += fmt::format(" -x -a '{}'", words);
      } else if (row.value == "DIR") {
        text += " -x -a '(__fish_complete_directories)'";
      } else if (!row.value.empty()) {
        text += " -r";
      }
      text += fmt::format(" -d {}\n", quoted(row.description, "\\'"));
    }
  }
  return {"completion/fish/noc837.fish", text};
}

}  // namespace

std::vector<Document> completions() {
  return {bash(), zsh(), fish()};
}

}  // namespace noc837::cli
