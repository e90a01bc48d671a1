// SPDX-License-Identifier: Apache-2.0
#include "profiles/recognition.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <tuple>

#include "edi/elements.hpp"
#include "profiles/names.hpp"

namespace noc837::profiles {
namespace {

/// What a claim says about its payer, as patterns are written.
struct Evidence {
  std::string payer_id;
  std::string filing_indicator;
  std::string name;
  std::string state;
};

bool has(std::vector<std::string> const &values, std::string const &value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// The length of the longest pattern that stands in `name`; 0 for none.
std::size_t longest_name(std::vector<std::string> const &patterns, std::string_view name) {
  std::size_t longest = 0;
  for (auto const &pattern : patterns) {
    if (stands_in(pattern, name)) longest = std::max(longest, pattern.size());
  }
  return longest;
}

unsigned depth(Profile const &profile) {
  return profile.parent == nullptr ? 0 : 1 + depth(*profile.parent);
}

/// How well a match fits; greater is better.
using Weight = std::tuple<unsigned, std::size_t, unsigned>;

struct Best {
  Weight weight{};
  Profile const *profile = nullptr;
  Match const *match = nullptr;
};

std::optional<Weight> weigh(Match const &match, Evidence const &evidence, Profile const &profile) {
  unsigned weight = 0;
  std::size_t length = 0;
  if (!match.payer_ids.empty()) {
    if (!has(match.payer_ids, evidence.payer_id)) return std::nullopt;
    weight += 8;
  }
  if (!match.filing_indicators.empty()) {
    if (!has(match.filing_indicators, evidence.filing_indicator)) return std::nullopt;
    weight += 4;
  }
  if (!match.names.empty()) {
    length = longest_name(match.names, evidence.name);
    if (length == 0) return std::nullopt;
    weight += 2;
  }
  if (!match.states.empty()) {
    if (!has(match.states, evidence.state)) return std::nullopt;
    weight += 1;
  }
  return Weight{weight, length, depth(profile)};
}

/// The best profile that inherits from `above`; of equals the first by name, which is the order
/// of the set.
Best best_below(Profile const &above, ProfileSet const &profiles, Evidence const &evidence) {
  Best best;
  for (auto const &[_, profile] : profiles.all()) {
    if (&profile == &above || !profile.is_a(above)) continue;
    for (Match const &match : profile.matches) {
      auto const weight = weigh(match, evidence, profile);
      if (weight && (best.profile == nullptr || *weight > best.weight)) {
        best = {*weight, &profile, &match};
      }
    }
  }
  return best;
}

/// The best of all, or of those that fit as well the one that says more about the same payer:
/// SBR09 tells a Blue plan, and its name which.
Best best_of(ProfileSet const &profiles, Evidence const &evidence) {
  Best best = best_below(profiles.fallback(), profiles, evidence);
  while (best.profile != nullptr) {
    Best const closer = best_below(*best.profile, profiles, evidence);
    if (closer.profile == nullptr) break;
    best = closer;
  }
  return best;
}

/// True where one of the profiles only says more than the other.
bool of_one_payer(Profile const &a, Profile const &b) {
  return a.is_a(b) || b.is_a(a) || (a.parent == b.parent && a.parent->parent != nullptr);
}

Recognized recognized_by(ProfileSet const &profiles, Evidence const &evidence) {
  Best const best = best_of(profiles, evidence);
  Recognized out(best.profile == nullptr ? profiles.fallback() : *best.profile);
  out.known = best.profile != nullptr;
  if (!out.known || best.match->managed) return out;
  using Against = Recognized::Against;
  std::array const alone = {
      std::tuple{Against::payer_id, Evidence{evidence.payer_id, "", "", ""},
                 !best.match->payer_ids.empty()},
      std::tuple{Against::filing_indicator, Evidence{"", evidence.filing_indicator, "", ""},
                 !best.match->filing_indicators.empty()},
      std::tuple{Against::name, Evidence{"", "", evidence.name, ""}, !best.match->names.empty()},
  };
  for (auto const &[against, part, used] : alone) {
    Best const other = used ? Best{} : best_of(profiles, part);
    if (other.profile == nullptr || other.match->managed) continue;
    if (of_one_payer(*other.profile, *best.profile)) continue;
    out.against = against;
    out.other = other.profile;
    break;
  }
  return out;
}

std::string folded(edi::Slice value) {
  return edi::upper(edi::trim(value.view()));
}

}  // namespace

Profile const &Payers::usual() const {
  if (forced != nullptr) return *forced;
  return profiles == nullptr ? generic_profile() : profiles->fallback();
}

Recognized const &Recognizer::recognize(claims::Levels const &levels) {
  if (payers_.forced != nullptr || payers_.profiles == nullptr) return named_;
  auto const id = levels.payer_id.view();
  auto const name = levels.payer_name.view();
  auto const state = levels.billing_state.view();
  constexpr std::hash<std::string_view> hash;
  std::size_t const mixed = hash(id) ^ hash(name) << 1U ^ hash(state) << 2U;
  Seen &seen = seen_[mixed % seen_.size()];
  bool const same = seen.recognized && seen.payer_id == id && seen.name == name &&
                    seen.filing_indicator == levels.filing_indicator.view() && seen.state == state;
  if (!same) {
    seen.payer_id = id;
    seen.name = name;
    seen.filing_indicator = levels.filing_indicator.view();
    seen.state = state;
    seen.recognized =
        recognized_by(*payers_.profiles, {folded(levels.payer_id), folded(levels.filing_indicator),
                                          comparable_name(name), folded(levels.billing_state)});
  }
  return *seen.recognized;
}

}  // namespace noc837::profiles
