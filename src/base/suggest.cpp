// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace noc837 {
namespace {

int fold(char c) {
  return std::toupper(static_cast<unsigned char>(c));
}

/// Edits (insert, delete, replace) from one word to the other, case aside.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      bool const same = fold(a[i - 1]) == fold(b[j - 1]);
      auto const replaced = diagonal + (same ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
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
  return nearest.empty() ? std::string() : "; did you mean " + std::string(nearest) + "?";
}

}  // namespace noc837
