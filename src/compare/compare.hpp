// SPDX-License-Identifier: Apache-2.0
// The differences between two files, found while both are read once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compare/record.hpp"

namespace noc837::compare {

/// A field that differs.
struct Change {
  std::string name;
  std::string before;
  std::string after;
  bool hidden = false;  ///< the values must not be shown
};

/// A record that is in one file only, or that is in both with other fields.
struct Difference {
  std::optional<Record> before;
  std::optional<Record> after;
  std::vector<Change> changes;  ///< where it is in both
};

struct Counts {
  std::uint64_t changed = 0;
  std::uint64_t only_before = 0;
  std::uint64_t only_after = 0;

  [[nodiscard]] std::uint64_t all() const { return changed + only_before + only_after; }
};

/// Records that are held of each file at a time. Where the files differ, they are taken to meet
/// again at the nearest three records in a row that are the same; where there are none within
/// this reach, all of it is told as different.
inline constexpr std::size_t most_held = 16'384;

/// Tells every difference, in the order of the files. Memory does not grow with the files.
[[nodiscard]] Result<Counts> compare(Records &before, Records &after,
                                     std::function<void(Difference const &)> const &tell,
                                     std::size_t held = most_held);

}  // namespace noc837::compare
