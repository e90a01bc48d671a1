// SPDX-License-Identifier: Apache-2.0
// What a value says, where that can be told better than by the value itself.
#pragma once

#include <string>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/elements.hpp"

namespace noc837::explain {

struct Value {
  std::string_view segment_id;
  std::string_view segment;  ///< its text
  edi::ElementNumber number;
  std::string_view value;
  std::string_view data_element;  ///< its number in the standard
  edi::Delimiters const &delimiters;
};

/// The meaning of a code, a date as CCYY-MM-DD, an NDC with its hyphens; empty for other values.
[[nodiscard]] std::string value_meaning(Value const &value);

}  // namespace noc837::explain
