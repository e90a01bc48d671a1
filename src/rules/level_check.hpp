// SPDX-License-Identifier: Apache-2.0
// Validates what stands around the claims: envelope, header, levels, and the numbers across them.
#pragma once

#include <array>

#include "claims/hierarchy.hpp"
#include "claims/unit.hpp"
#include "rules/rule.hpp"
#include "snip/set_check.hpp"
#include "snip/validator.hpp"

namespace noc837::rules {

/// Takes the units of an input in order, as EnvelopeCheck does. Silent where validation is off.
class LevelCheck {
 public:
  explicit LevelCheck(snip::Options const &options);

  void enter(claims::Unit const &unit, Findings &findings);

  /// True if a level that is open has an error, so that its claims cannot go out.
  [[nodiscard]] bool faulty() const { return any_faulty_; }

  /// Writes what is known of the units so far, or makes a new check of the same options know it.
  template <class Archive>
  void serialize(Archive &archive) {
    archive(set_, faulty_, any_faulty_);
  }

 private:
  bool numbers_;  ///< level 2 or more: numbers and counts are checked
  snip::Validator validator_;
  snip::SetCheck set_;
  snip::Issues issues_;
  std::array<bool, claims::places> faulty_{};
  bool any_faulty_ = false;
};

}  // namespace noc837::rules
