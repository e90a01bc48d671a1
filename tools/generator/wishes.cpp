// SPDX-License-Identifier: Apache-2.0
// What each payer asks of an unclassified-drug line.
#include "tools/generator/wishes.hpp"

#include <algorithm>
#include <initializer_list>

namespace noc837::generator {
namespace {

bool any_of(Contractor contractor, std::initializer_list<Contractor> all) {
  return std::find(all.begin(), all.end(), contractor) != all.end();
}

bool medicare_wishes(Contractor contractor, Wish wish) {
  using enum Contractor;
  switch (wish) {
    case Wish::ndc:
      return any_of(contractor, {palmetto, cgs});
    case Wish::route:
      return any_of(contractor, {wps, ngs});
    case Wish::one_unit_only:
      return contractor == wps;
    case Wish::ndc_crossover:
    case Wish::strength:
    case Wish::plain_units:
      return false;
    case Wish::nothing:
    case Wish::name:
    case Wish::dose:
    case Wish::one_unit:
      break;
  }
  return true;
}

/// The Blue plans in general want the NDC; what two of them add stands on their own pages.
bool blue_wishes(std::string_view state, Wish wish) {
  switch (wish) {
    case Wish::nothing:
    case Wish::ndc:
      return true;
    case Wish::name:
    case Wish::dose:
      return state == "TX";
    case Wish::strength:
      return state == "IL";
    case Wish::plain_units:
      return state == "MI";
    case Wish::ndc_crossover:
    case Wish::route:
    case Wish::one_unit:
    case Wish::one_unit_only:
      break;
  }
  return false;
}

}  // namespace

bool wishes(Payer const &payer, Claim const &claim, Wish wish) {
  if (wish == Wish::nothing) return true;
  switch (payer.kind) {
    case PayerKind::medicare:
      return medicare_wishes(claim.location->contractor, wish);
    case PayerKind::bcbs:
      return blue_wishes(claim.location->state, wish);
    case PayerKind::unitedhealthcare:
      return wish == Wish::ndc;
    case PayerKind::medicaid:
      return wish == Wish::ndc || (wish == Wish::ndc_crossover && claim.secondary &&
                                   claim.earlier.kind == PayerKind::medicare);
    case PayerKind::aetna:
    case PayerKind::cigna:
    case PayerKind::unknown:
      break;
  }
  return false;
}

}  // namespace noc837::generator
