// SPDX-License-Identifier: Apache-2.0
// What decides the outputs of a run besides its input, as one short text.
#pragma once

#include <string>

#include "base/error.hpp"
#include "cli/command.hpp"

namespace noc837::cli {

/// SHA-256 over the version, the options of `noc837 process` that were given, and the contents of
/// the files and folders that they name.
[[nodiscard]] Result<std::string> fingerprint_of(po::variables_map const &options);

/// The same over the options on reading and judging alone: what decides an index.
[[nodiscard]] Result<std::string> index_fingerprint_of(po::variables_map const &options);

}  // namespace noc837::cli
