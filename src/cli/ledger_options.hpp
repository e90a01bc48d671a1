// SPDX-License-Identifier: Apache-2.0
// --ledger, --ledger-key: what was billed before.
#pragma once

#include "base/error.hpp"
#include "cli/command.hpp"
#include "pipeline/walk.hpp"

namespace noc837::cli {

void add_ledger_options(po::options_description &options);

/// Opens the ledger and its key once, so that what is wrong with them is told before the first
/// input, and puts them into the settings.
[[nodiscard]] Result<void> read_ledger_options(po::variables_map const &options,
                                               pipeline::Settings &settings);

}  // namespace noc837::cli
