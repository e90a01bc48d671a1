// SPDX-License-Identifier: Apache-2.0
// A whole summary as bytes and back, so that summaries of separate runs can be added up.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "output/summary.hpp"

namespace noc837::output {

/// Everything in `summary`: the tallies in full where summary_json() shows the first few.
[[nodiscard]] std::string summary_state(Summary const &summary);

/// What summary_state() wrote. Fails with Fault::input for any other bytes.
[[nodiscard]] Result<Summary> summary_from_state(std::string_view bytes);

/// What Decimal::to_string() wrote; sums are longer than any element.
[[nodiscard]] Decimal decimal_from_state(std::string_view text);

}  // namespace noc837::output
