// SPDX-License-Identifier: Apache-2.0
#include "grammar/guide.hpp"

namespace noc837::grammar {

std::size_t Guide::loop_index(std::string_view id) const {
  std::size_t at = 0;
  while (at < loops.size() && loops[at].id != id) ++at;
  return at;
}

}  // namespace noc837::grammar
