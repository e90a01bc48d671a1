// SPDX-License-Identifier: Apache-2.0
// noc837 config: what is in force, and where each value comes from.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/suggest.hpp"
#include "cli/command.hpp"
#include "cli/config.hpp"
#include "cli/options.hpp"
#include "cli/parse.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &) {}

Result<Command const *> command_named(std::string const &name) {
  std::vector<std::string_view> names;
  for (Command const &command : commands()) {
    if (command.name == name) return &command;
    names.push_back(command.name);
  }
  return fail(Fault::usage,
              fmt::format("there is no command '{}'{}", name, suggestion(name, names)));
}

std::string value_text(po::variable_value const &value) {
  if (auto const *text = boost::any_cast<std::string>(&value.value()))
    return text->empty() ? "yes" : *text;
  if (auto const *number = boost::any_cast<unsigned>(&value.value())) {
    return std::to_string(*number);
  }
  if (auto const *number = boost::any_cast<std::uint64_t>(&value.value())) {
    return std::to_string(*number);
  }
  if (auto const *list = boost::any_cast<std::vector<std::string>>(&value.value())) {
    return fmt::format("{}", fmt::join(*list, " "));
  }
  return "yes";
}

Result<ExitCode> run_config(po::variables_map const &options) {
  std::vector<std::string> names = {"process"};
  if (options.count("argument") != 0) names = options["argument"].as<std::vector<std::string>>();
  auto const config = read_config(text_option(options, "config"));
  if (!config) return tl::unexpected(config.error());
  fmt::print("file: {}\n", config->file.empty() ? "none" : config->file);
  for (auto const &name : names) {
    auto const command = command_named(name);
    if (!command) return tl::unexpected(command.error());
    auto values = parse_words(**command, {});
    if (!values) return tl::unexpected(values.error());
    auto const settings = config->settings_for(**command);
    if (auto done = add_settings(settings, **command, *values); !done)
      return tl::unexpected(done.error());
    fmt::print("\n{}\n", name);
    auto const shown = visible_options(**command);
    for (auto const &option : shown.options()) {
      std::string const key = option->long_name();
      if (key == "help" || key == "config") continue;
      auto const setting = std::find_if(settings.begin(), settings.end(),
                                        [&](Setting const &s) { return s.option == key; });
      bool const set = values->count(key) != 0;
      std::string const origin = setting == settings.end()
                                     ? "default"
                                     : fmt::format("{}: line {}", config->file, setting->line);
      fmt::print("  {:<16}{:<24}{}\n", key, set ? value_text((*values)[key]) : "-", origin);
    }
  }
  return ExitCode::clean;
}

}  // namespace

Command config_command() {
  return {"config",
          "[COMMAND...]",
          "show the defaults that are in force, and where they come from",
          "Reads noc837.toml as every command does: in the working directory, else in the user's "
          "configuration folder, or the file that --config names. Prints for each COMMAND "
          "(default: process) its options, the value of each without a command line, and the "
          "file and line that it comes from.",
          add_options,
          run_config};
}

}  // namespace noc837::cli
