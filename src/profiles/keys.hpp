// SPDX-License-Identifier: Apache-2.0
// What a profile's file can say in [wants]: one row a key.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "profiles/key_names.hpp"
#include "profiles/profile.hpp"
#include "profiles/toml.hpp"

namespace noc837::profiles {

/// A key of [wants].
struct Key {
  KeyName named;
  /// Writes the value into the profile; false when it is none that the key takes.
  bool (*set)(Profile &profile, toml::node const &value);
};

/// Every key, in the order in which they are shown.
[[nodiscard]] std::span<Key const> keys();

}  // namespace noc837::profiles
