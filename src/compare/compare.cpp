// SPDX-License-Identifier: Apache-2.0
#include "compare/compare.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>
#include <utility>

namespace noc837::compare {
namespace {

using Held = std::deque<Record>;

/// Records in a row that must be the same before the files are taken to have met again.
constexpr std::size_t run_length = 3;

/// How far is looked first for the place where the files meet again.
constexpr std::size_t first_reach = 64;

/// Pairs of records that are weighed against each other; a larger stretch is told as it is.
constexpr std::size_t most_aligned = 250'000;

// The price of an alignment: a change costs less than a record on each side, and more the more
// fields it touches.
constexpr unsigned price_of_one_side = 4;
constexpr unsigned price_of_change = 2;

bool has(Record const &record, std::size_t from, std::string const &name) {
  return std::any_of(record.fields.begin() + static_cast<std::ptrdiff_t>(from), record.fields.end(),
                     [&](Field const &field) { return field.name == name; });
}

/// Fields come in the same order on both sides; a name may be missing on one.
std::vector<Change> changes_between(Record const &a, Record const &b) {
  std::vector<Change> out;
  auto const add = [&](Field const &named, std::string const &before, std::string const &after) {
    if (before != after) out.push_back({named.name, before, after, named.hidden});
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.fields.size() || j < b.fields.size()) {
    bool const a_left = i < a.fields.size();
    bool const b_left = j < b.fields.size();
    if (a_left && b_left && a.fields[i].name == b.fields[j].name) {
      add(a.fields[i], a.fields[i].value, b.fields[j].value);
      ++i;
      ++j;
    } else if (a_left && !has(b, j, a.fields[i].name)) {
      add(a.fields[i], a.fields[i].value, "");
      ++i;
    } else {
      add(b.fields[j], "", b.fields[j].value);
      ++j;
    }
  }
  return out;
}

unsigned price(Record const &a, Record const &b) {
  if (a.key == b.key) return 0;
  if (a.kind != b.kind) return 2 * price_of_one_side + 1;
  auto const fields = std::max(a.fields.size(), b.fields.size());
  auto const shared = std::min(a.fields.size(), b.fields.size());
  auto changed = fields - shared;
  for (std::size_t i = 0; i < shared; ++i) {
    if (a.fields[i].value != b.fields[i].value) ++changed;
  }
  return price_of_change + static_cast<unsigned>(4 * changed / std::max<std::size_t>(1, fields));
}

class Comparison {
 public:
  Comparison(Records &a, Records &b, std::function<void(Difference const &)> const &tell,
             std::size_t held)
      : sides_{Side{a, {}, false}, Side{b, {}, false}}, tell_(tell), held_(held) {}

  Result<Counts> run() {
    for (;;) {
      if (auto done = fill(1); !done) return tl::unexpected(done.error());
      auto &a = sides_[0].held;
      auto &b = sides_[1].held;
      if (a.empty() && b.empty()) return counts_;
      if (!a.empty() && !b.empty() && a.front().key == b.front().key) {
        a.pop_front();
        b.pop_front();
        continue;
      }
      auto const place = meeting();
      if (!place) return tl::unexpected(place.error());
      auto const [i, j] = *place;
      align(i, j);
      a.erase(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(i));
      b.erase(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(j));
    }
  }

 private:
  struct Side {
    Records &records;
    Held held;
    bool ended;
  };

  /// Holds at least `most` records of each file, as far as there are as many.
  Result<void> fill(std::size_t most) {
    for (auto &side : sides_) {
      while (!side.ended && side.held.size() < most) {
        auto record = side.records.next();
        if (!record) return tl::unexpected(record.error());
        side.ended = !*record;
        if (*record) side.held.push_back(std::move(**record));
      }
    }
    return {};
  }

  /// The nearest place in both files from which they are the same: looked for close by first.
  Result<std::pair<std::size_t, std::size_t>> meeting() {
    for (auto reach = std::min(first_reach, held_);; reach = std::min(held_, reach * 16)) {
      if (auto done = fill(reach); !done) return tl::unexpected(done.error());
      auto const place = meeting_within(reach);
      bool const all_seen = sides_[0].ended && sides_[1].ended && sides_[0].held.size() <= reach &&
                            sides_[1].held.size() <= reach;
      if (place.first + place.second != 0 || all_seen || reach == held_) {
        return place.first + place.second != 0 ? place
                                               : std::pair(std::min(reach, sides_[0].held.size()),
                                                           std::min(reach, sides_[1].held.size()));
      }
    }
  }

  /// Where a run of the same records begins in both; nowhere is 0, 0.
  [[nodiscard]] std::pair<std::size_t, std::size_t> meeting_within(std::size_t reach) const {
    auto const &a = sides_[0].held;
    auto const &b = sides_[1].held;
    std::unordered_map<std::size_t, std::size_t> runs;  // by hash: where in b
    for (std::size_t j = 0; j + run_length <= std::min(reach, b.size()); ++j) {
      runs.emplace(run_hash(b, j), j);
    }
    std::pair<std::size_t, std::size_t> best{0, 0};
    auto nearest = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i + run_length <= std::min(reach, a.size()) && i < nearest; ++i) {
      auto const found = runs.find(run_hash(a, i));
      if (found == runs.end() || i + found->second >= nearest) continue;
      if (!same_run(i, found->second)) continue;
      best = {i, found->second};
      nearest = i + found->second;
    }
    return best;
  }

  static std::size_t run_hash(Held const &held, std::size_t at) {
    std::size_t hash = 0;
    for (std::size_t k = 0; k < run_length; ++k) {
      hash = hash * 1'000'003 + std::hash<std::string>()(held[at + k].key);
    }
    return hash;
  }

  [[nodiscard]] bool same_run(std::size_t i, std::size_t j) const {
    for (std::size_t k = 0; k < run_length; ++k) {
      if (sides_[0].held[i + k].key != sides_[1].held[j + k].key) return false;
    }
    return true;
  }

  /// Tells how the first `n` records of one file became the first `m` of the other: the cheapest
  /// way to write one as the other.
  void align(std::size_t n, std::size_t m) {
    auto &a = sides_[0].held;
    auto &b = sides_[1].held;
    for (std::size_t i = 0; i < n; ++i) sides_[0].records.describe(a[i]);
    for (std::size_t j = 0; j < m; ++j) sides_[1].records.describe(b[j]);
    if (n * m > most_aligned) {
      for (std::size_t i = 0; i < n; ++i) only_before(a[i]);
      for (std::size_t j = 0; j < m; ++j) only_after(b[j]);
      return;
    }
    auto const width = m + 1;
    std::vector<unsigned> best((n + 1) * width);
    for (std::size_t i = n + 1; i-- > 0;) {
      for (std::size_t j = m + 1; j-- > 0;) {
        if (i == n && j == m) continue;
        auto cost = static_cast<unsigned>(-1);
        if (i < n) cost = std::min(cost, best[(i + 1) * width + j] + price_of_one_side);
        if (j < m) cost = std::min(cost, best[i * width + j + 1] + price_of_one_side);
        if (i < n && j < m) {
          cost = std::min(cost, best[(i + 1) * width + j + 1] + price(a[i], b[j]));
        }
        best[i * width + j] = cost;
      }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < n || j < m) {
      auto const here = best[i * width + j];
      if (i < n && j < m && here == best[(i + 1) * width + j + 1] + price(a[i], b[j])) {
        if (a[i].key != b[j].key) {
          ++counts_.changed;
          tell_({a[i], b[j], changes_between(a[i], b[j])});
        }
        ++i;
        ++j;
      } else if (i < n && here == best[(i + 1) * width + j] + price_of_one_side) {
        only_before(a[i++]);
      } else {
        only_after(b[j++]);
      }
    }
  }

  void only_before(Record const &record) {
    ++counts_.only_before;
    tell_({record, std::nullopt, {}});
  }
  void only_after(Record const &record) {
    ++counts_.only_after;
    tell_({std::nullopt, record, {}});
  }

  std::array<Side, 2> sides_;
  std::function<void(Difference const &)> const &tell_;
  std::size_t held_;
  Counts counts_;
};

}  // namespace

Result<Counts> compare(Records &before, Records &after,
                       std::function<void(Difference const &)> const &tell, std::size_t held) {
  return Comparison(before, after, tell, std::max<std::size_t>(1, held)).run();
}

}  // namespace noc837::compare
