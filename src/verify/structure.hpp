// SPDX-License-Identifier: Apache-2.0
// Numbers of levels and counts of trailers, counted anew.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "verify/segments.hpp"

namespace noc837::verify {

/// Counts what is wrong with HL01, HL02, HL04, SE01, GE01 and IEA01.
class Structure {
 public:
  /// Takes the segments of a file in order; levels are judged in sets of `ours` only.
  void take(Segment const &segment, bool ours);

  [[nodiscard]] std::uint64_t faults() const { return faults_; }
  /// Where the first one stands.
  [[nodiscard]] std::uint64_t first_fault() const { return first_fault_; }

 private:
  struct Level {
    std::string id;
    bool open = false;
    bool says_children = false;
    bool has_children = false;
  };

  void level(Segment const &segment);
  void close_levels(std::size_t from, std::uint64_t offset);
  void judge(bool right, std::uint64_t offset);

  std::uint64_t segments_ = 0;  ///< in this set
  std::uint64_t sets_ = 0;      ///< in this group
  std::uint64_t groups_ = 0;    ///< in this interchange
  std::uint64_t levels_ = 0;    ///< in this set
  std::array<Level, 3> open_;   ///< billing provider, subscriber, patient
  std::uint64_t faults_ = 0;
  std::uint64_t first_fault_ = 0;
};

}  // namespace noc837::verify
