// SPDX-License-Identifier: Apache-2.0
// What the options of `noc837 process` come to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/severity.hpp"
#include "cli/command.hpp"
#include "cli/review_page.hpp"
#include "cli/terminal.hpp"
#include "pipeline/process.hpp"
#include "pipeline/shard.hpp"

namespace noc837::cli {

struct ProcessConfig {
  std::vector<std::string> inputs;
  std::string folder;
  pipeline::ProcessOptions process;
  pipeline::Settings settings;
  std::optional<Severity> fail_on;
  std::optional<pipeline::PartOrder> part;  ///< of the one input; nothing: all of it
  TerminalWishes terminal;
  PageConfig page;
};

/// Every option of `noc837 process`; a batch has them as well.
void add_process_options(po::options_description &options);
void add_process_options_but_output(po::options_description &options);

/// Reads the options and what they name, but for inputs and outputs.
[[nodiscard]] Result<ProcessConfig> process_config(po::variables_map const &options);

/// The same from words as they stand on a command line.
[[nodiscard]] Result<ProcessConfig> process_config(std::vector<std::string> const &words);

}  // namespace noc837::cli
