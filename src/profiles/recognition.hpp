// SPDX-License-Identifier: Apache-2.0
// Which payer a claim goes to, and by which profile it is to be judged.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "claims/claim.hpp"
#include "profiles/profile_set.hpp"

namespace noc837::profiles {

/// The profile for a claim, and how sure we are of it.
struct Recognized {
  // NOLINTNEXTLINE(google-explicit-constructor): a profile that somebody named is beyond doubt
  Recognized(Profile const &named) : profile(&named) {}

  Profile const *profile;
  bool known = true;  ///< some profile fits the payer, or one was named
  /// What speaks for another payer: NM109, SBR09 or NM103 of the subscriber's level.
  enum class Against : std::uint8_t { nothing, payer_id, filing_indicator, name };
  Against against = Against::nothing;
  Profile const *other = nullptr;  ///< the profile that `against` fits
};

/// The profiles of a run. Without a set every claim is judged by one profile.
struct Payers {
  std::shared_ptr<ProfileSet const> profiles;
  Profile const *forced = nullptr;  ///< judges every claim, whoever its payer is

  /// What holds where no claim's payer is known: outside claims, and for payers of none.
  [[nodiscard]] Profile const &usual() const;
};

/// Recognises payers by the profiles' matches. Payer id weighs more than filing indicator, that
/// more than name, and name more than state; of two that weigh the same the longer name wins,
/// then the profile that inherits more, then the first by name. A profile that fits and inherits
/// from the winner takes its place. Remembers the payers that it saw: one for each thread.
class Recognizer {
 public:
  explicit Recognizer(Payers const &payers) : payers_(payers), named_(payers.usual()) {}

  /// What the levels around a claim tell. The reference lives until the next call.
  [[nodiscard]] Recognized const &recognize(claims::Levels const &levels);

 private:
  struct Seen {
    std::string payer_id;
    std::string filing_indicator;
    std::string name;
    std::string state;
    std::optional<Recognized> recognized;
  };

  Payers const &payers_;
  Recognized named_;
  std::array<Seen, 1024> seen_;
};

}  // namespace noc837::profiles
