// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <utility>

namespace noc837 {
namespace {

int fold(char c) {
  return std::toupper(static_cast<unsigned char>(c));
}

/// Edits (insert, delete, replace, swap neighbours) from one word to the other, case aside.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before;
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::move(above);
    above = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      bool const same = fold(a[i - 1]) == fold(b[j - 1]);
      row[j] = std::min({above[j - 1] + (same ? 0 : 1), above[j] + 1, row[j - 1] + 1});
      bool const swapped =
          i > 1 && j > 1 && fold(a[i - 1]) == fold(b[j - 2]) && fold(a[i - 2]) == fold(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

bool begins_with(std::string_view name, std::string_view typed) {
  return name.size() >= typed.size() &&
         std::equal(typed.begin(), typed.end(), name.begin(),
                    [](char a, char b) { return fold(a) == fold(b); });
}

}  // namespace

std::string suggestion(std::string_view typed, std::vector<std::string_view> const &known) {
  std::string_view nearest;
  std::size_t best = std::max<std::size_t>(1, typed.size() / 3) + 1;
  for (auto const name : known) {
    auto const d = distance(typed, name);
    if (d < best) {
      best = d;
      nearest = name;
    }
  }
  // A name that was not typed to its end.
  constexpr std::size_t shortest_start = 3;
  for (auto const name : known) {
    bool const starts = typed.size() >= shortest_start && begins_with(name, typed);
    if (nearest.empty() && starts) nearest = name;
  }
  return nearest.empty() ? std::string() : "; did you mean " + std::string(nearest) + "?";
}

}  // namespace noc837
