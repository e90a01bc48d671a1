// SPDX-License-Identifier: Apache-2.0
// What billing offices call the elements of a claim.
#pragma once

#include <string_view>

namespace noc837::output {

/// The usual name of an element ("SV102": line charge); empty where the standard's name is as good.
[[nodiscard]] std::string_view element_name(std::string_view element);

}  // namespace noc837::output
