// SPDX-License-Identifier: Apache-2.0
// What the codes of TA1, 999 and 277CA mean.
#pragma once

#include <cstdint>
#include <string_view>

namespace noc837::explain {

/// The elements of acknowledgements that hold codes of one list.
enum class AckCode : std::uint8_t {
  outcome,         ///< TA104, IK501, AK901
  interchange,     ///< TA105
  group,           ///< AK905
  set,             ///< IK502
  segment,         ///< IK304
  element,         ///< IK403
  claim_category,  ///< STC01-1
  claim_status,    ///< STC01-2
};

/// A few words; empty where the code is not known here.
[[nodiscard]] std::string_view ack_meaning(AckCode kind, std::string_view code);

}  // namespace noc837::explain
