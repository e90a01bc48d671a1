// SPDX-License-Identifier: Apache-2.0
// The two implementation guides that are written.
#pragma once

#include <string_view>

namespace noc837::generator {

enum class Guide { professional, institutional };

constexpr std::string_view version_of(Guide guide) {
  return guide == Guide::professional ? "005010X222A1" : "005010X223A2";
}

}  // namespace noc837::generator
