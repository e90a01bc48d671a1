// SPDX-License-Identifier: Apache-2.0
// Sizes for a person.
#pragma once

#include <cstdint>
#include <string>

namespace noc837::output {

/// Bytes in the unit that fits: "17 B", "1.2 GB".
[[nodiscard]] std::string size_text(std::uint64_t bytes);

}  // namespace noc837::output
