// SPDX-License-Identifier: Apache-2.0
#include "snip/issue.hpp"

#include <fmt/format.h>

namespace noc837::snip {

std::string Issue::element_name() const {
  if (position.element == 0) return segment_id;
  auto name = fmt::format("{}{:02}", segment_id, position.element);
  return position.component == 0 ? name : fmt::format("{}-{}", name, position.component);
}

}  // namespace noc837::snip
