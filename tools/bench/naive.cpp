// SPDX-License-Identifier: Apache-2.0
#include "naive.hpp"

#include <boost/spirit/home/x3.hpp>
#include <string>
#include <vector>

namespace noc837::bench {

std::size_t count_segments_naively(std::string_view text) {
  namespace x3 = boost::spirit::x3;
  auto const element = *(x3::char_ - '*' - '~');
  auto const segment = element % '*';
  std::vector<std::vector<std::string>> segments;
  x3::parse(text.begin(), text.end(), *(segment >> '~'), segments);
  return segments.size();
}

}  // namespace noc837::bench
