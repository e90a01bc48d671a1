// SPDX-License-Identifier: Apache-2.0
// The ledger's tables, version by version.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.hpp"
#include "sqlite/database.hpp"

namespace noc837::ledger {

/// A claim's place: the input's number and the claim's in it. Places sort by when they came.
inline constexpr int claim_bits = 32;
[[nodiscard]] constexpr std::int64_t place_of(std::int64_t input, std::uint64_t claim) {
  return input << claim_bits | static_cast<std::int64_t>(claim);
}

/// The version that this program writes: the number of steps that make it.
[[nodiscard]] std::int64_t schema_version();

/// Opens a ledger, made where it is missing, and brings its schema up to date. Fails with
/// Fault::usage for a database of another kind or of a later version.
[[nodiscard]] Result<sqlite::Database> open_database(std::string const &file);

}  // namespace noc837::ledger
