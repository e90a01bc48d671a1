// SPDX-License-Identifier: Apache-2.0
// --ack: which acknowledgements a run writes.
#pragma once

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/process_config.hpp"

namespace noc837::cli {

/// --ack, --ack-date, --ack-control.
void add_ack_options(po::options_description &options);

/// What they come to, into a configuration whose other options are read. A 999 needs the guide's
/// validation, which --snip alone can take away.
[[nodiscard]] Result<void> read_ack_options(po::variables_map const &options,
                                            ProcessConfig &config);

}  // namespace noc837::cli
