// SPDX-License-Identifier: Apache-2.0
// How much of an input is held at a time.
#pragma once

#include <cstddef>

namespace noc837::claims {

struct Limits {
  std::size_t block = std::size_t{512} << 10U;  ///< bytes read at a time; no more than a segment
  std::size_t segment = std::size_t{1} << 20U;  ///< longest segment
  std::size_t unit = std::size_t{16} << 20U;    ///< largest claim
};

}  // namespace noc837::claims
