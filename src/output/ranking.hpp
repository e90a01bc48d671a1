// SPDX-License-Identifier: Apache-2.0
// Tallies in an order that does not depend on how they were gathered.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "output/summary.hpp"

namespace noc837::output {

inline constexpr std::size_t top_size = 20;

/// By key.
template <class Value>
std::vector<std::pair<std::string, Value>> sorted(Tally<Value> const &tally) {
  std::vector<std::pair<std::string, Value>> out(tally.values().begin(), tally.values().end());
  std::sort(out.begin(), out.end(), [](auto const &a, auto const &b) { return a.first < b.first; });
  return out;
}

/// The drugs with the most lines, at most `top_size`; equal ones by name.
inline std::vector<std::pair<std::string, DrugCount>> top_drugs(Tally<DrugCount> const &tally) {
  auto out = sorted(tally);
  std::stable_sort(out.begin(), out.end(),
                   [](auto const &a, auto const &b) { return a.second.lines > b.second.lines; });
  if (out.size() > top_size) out.resize(top_size);
  return out;
}

}  // namespace noc837::output
