// SPDX-License-Identifier: Apache-2.0
#include "profiles/profile.hpp"

namespace noc837::profiles {

Profile const &generic_profile() {
  static Profile const profile;
  return profile;
}

bool Profile::is_a(Profile const &other) const {
  for (Profile const *profile = this; profile != nullptr; profile = profile->parent) {
    if (profile == &other) return true;
  }
  return false;
}

}  // namespace noc837::profiles
