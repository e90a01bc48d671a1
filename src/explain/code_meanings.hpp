// SPDX-License-Identifier: Apache-2.0
// What codes mean, in a few words.
#pragma once

#include <string_view>

namespace noc837::explain {

/// Stands for the data element where CLM05-1 holds the first digits of a type of bill.
inline constexpr std::string_view type_of_bill = "type of bill";

/// The meaning of `code` as a value of the data element (its number in the standard: "98");
/// empty where it is not known here.
[[nodiscard]] std::string_view code_meaning(std::string_view data_element, std::string_view code);

}  // namespace noc837::explain
