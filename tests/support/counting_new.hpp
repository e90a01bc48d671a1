// SPDX-License-Identifier: Apache-2.0
// Counts what the test program allocates, so that a test can say that something does not.
#pragma once

#include <cstddef>

namespace noc837::test {

/// Calls of operator new so far. A program that calls this has its operator new replaced.
[[nodiscard]] std::size_t allocations();

}  // namespace noc837::test
