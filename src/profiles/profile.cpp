// SPDX-License-Identifier: Apache-2.0
#include "profiles/profile.hpp"

namespace noc837::profiles {

Profile const &generic_profile() {
  static Profile const profile;
  return profile;
}

}  // namespace noc837::profiles
