// SPDX-License-Identifier: Apache-2.0
// noc837.toml: defaults for the options of every command.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace noc837::cli {

/// What a configuration says about an option.
struct Setting {
  std::string command;              ///< the command that it is for; empty for every one
  std::string option;               ///< long name
  std::vector<std::string> values;  ///< none for an option that takes none
  std::uint64_t line = 0;
};

/// A configuration file, read and checked against the options of all commands.
struct Config {
  std::string file;  ///< empty without one
  std::vector<Setting> settings;

  /// What holds for a command: what its own table says before what stands outside of tables.
  [[nodiscard]] std::vector<Setting> settings_for(Command const &command) const;
};

/// Reads `file`. Where that is empty, reads noc837.toml in the working directory, else in the
/// user's configuration folder (XDG_CONFIG_HOME/noc837, by default ~/.config/noc837), where there
/// is one. "none" is no file at all. A mistake names file, line and the nearest right word.
[[nodiscard]] Result<Config> read_config(std::string const &file);

/// Adds settings to the values of a command line, which win: an option that stands there is left
/// alone, and so are rules that it names to correct or to weigh.
[[nodiscard]] Result<void> add_settings(std::vector<Setting> const &settings,
                                        Command const &command, po::variables_map &values);

/// Reads the configuration that --config names, or the usual one, and adds it to the values of a
/// command line.
[[nodiscard]] Result<void> add_configuration(Command const &command, po::variables_map &values);

}  // namespace noc837::cli
