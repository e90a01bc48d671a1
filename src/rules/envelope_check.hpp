// SPDX-License-Identifier: Apache-2.0
// Watches the envelope of an input: counts, control numbers and versions (ENV02 to ENV08, HLX01).
#pragma once

#include <array>
#include <boost/icl/interval_set.hpp>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/unit.hpp"
#include "rules/rule.hpp"

namespace noc837::rules {

/// Control numbers seen. Numbers that count up take next to no room, whatever their number;
/// beyond a bound of irregular ones further ones are not remembered.
class SeenNumbers {
 public:
  /// True if `number` was added before.
  bool add(std::string_view number);
  void clear();

  template <class Archive>
  void serialize(Archive &archive) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
    for (auto const &range : numbers_) {
      ranges.emplace_back(boost::icl::first(range), boost::icl::last(range));
    }
    archive(ranges, others_);
    for (auto const &[first, last] : ranges) {
      numbers_ += boost::icl::interval<std::uint64_t>::closed(first, last);
    }
  }

 private:
  static constexpr std::size_t most = 100'000;
  boost::icl::interval_set<std::uint64_t> numbers_;
  std::set<std::string, std::less<>> others_;
};

/// Takes the units in order and says what is wrong with the envelope. A finding here belongs to
/// no claim. `after` is set where a recount could put it right.
class EnvelopeCheck {
 public:
  void enter(claims::Unit const &unit, Findings &findings);

  /// Writes what is known of the units so far, or makes a new check know it.
  template <class Archive>
  void serialize(Archive &archive) {
    archive(interchange_, group_, version_, set_, groups_, sets_, level_, open_levels_);
    archive(interchanges_seen_, groups_seen_, sets_seen_);
  }

 private:
  void interchange(claims::Unit const &unit, Findings &findings);
  void set(claims::Unit const &unit, Findings &findings);
  void level(claims::Unit const &unit, Findings &findings);
  void trailer(claims::Unit const &unit, Findings &findings);

  std::string interchange_;  ///< ISA13
  std::string group_;        ///< GS06
  std::string version_;      ///< GS08
  std::string set_;          ///< ST02
  std::uint64_t groups_ = 0;
  std::uint64_t sets_ = 0;
  std::uint64_t level_ = 0;                 ///< HL01 of the level before
  std::array<std::string, 3> open_levels_;  ///< HL01 of billing provider, subscriber, patient
  SeenNumbers interchanges_seen_;
  SeenNumbers groups_seen_;
  SeenNumbers sets_seen_;
};

}  // namespace noc837::rules
