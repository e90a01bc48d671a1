// SPDX-License-Identifier: Apache-2.0
// What is in a ledger, and what is too old to be kept in it. Needs no key.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.hpp"

namespace noc837::ledger {

struct Stats {
  std::int64_t inputs = 0;
  std::int64_t entries = 0;  ///< claims and doses
  std::int64_t amended = 0;  ///< replacements and voids
  std::string first_day;     ///< CCYY-MM-DD, in UTC, on which the oldest input came; may be empty
  std::string last_day;
  std::int64_t version = 0;  ///< of the schema
};

[[nodiscard]] Result<Stats> stats(std::string const &file);

/// Forgets the inputs that came before `day` (CCYY-MM-DD, UTC), and what they billed. Holds the
/// file for others for a moment at a time. Tells what is left.
[[nodiscard]] Result<Stats> prune(std::string const &file, std::string const &day);

}  // namespace noc837::ledger
