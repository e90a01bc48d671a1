// SPDX-License-Identifier: Apache-2.0
// Numbers and counts of a transaction set that go across its units.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "claims/hierarchy.hpp"
#include "claims/unit.hpp"
#include "snip/issue.hpp"

namespace noc837::snip {

/// Takes the units of an input in order: HL numbers, parents and child codes, levels without what
/// must follow them, claims under a level. Holds a few words a set, whatever its size.
class SetCheck {
 public:
  /// Takes a unit and appends what shows itself with it; of a level some faults show only when it
  /// ends. Does nothing for sets of other guides.
  void enter(claims::Unit const &unit, Issues &issues);

  template <class Archive>
  void serialize(Archive &archive) {
    archive(levels_, count_);
  }

 private:
  struct Level {
    std::string number;  ///< HL01
    std::string child_code;
    std::uint64_t offset = 0;
    std::uint64_t ordinal = 0;
    std::uint64_t levels = 0;  ///< under it
    std::uint64_t claims = 0;
    bool open = false;

    template <class Archive>
    void serialize(Archive &archive) {
      archive(number, child_code, offset, ordinal, levels, claims, open);
    }
  };

  void level(claims::Unit const &unit, Issues &issues);
  void close_from(claims::Place place, Issues &issues);
  void check_children(claims::Place place, Level const &level, Issues &issues) const;
  Level &at(claims::Place place) { return levels_[static_cast<std::size_t>(place)]; }

  std::array<Level, claims::places> levels_;
  std::uint64_t count_ = 0;  ///< HL segments of the set
};

}  // namespace noc837::snip
