// SPDX-License-Identifier: Apache-2.0
#include "rules/line_segments.hpp"

namespace noc837::rules {

std::string with_part(std::string_view segment, std::string_view part, std::string_view value) {
  auto const at = static_cast<std::size_t>(part.data() - segment.data());
  std::string out(segment.substr(0, at));
  out.append(value).append(segment.substr(at + part.size()));
  return out;
}

}  // namespace noc837::rules
