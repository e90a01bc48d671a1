// SPDX-License-Identifier: Apache-2.0
// How a 277CA says what is wrong with a claim or line: category and status codes.
#pragma once

#include <boost/container/static_vector.hpp>
#include <string_view>

#include "rules/rule.hpp"

namespace noc837::acks {

/// Composite C043, as STC01, STC10 and STC11 carry it.
struct ClaimStatus {
  std::string_view category;  ///< A7: code list 507
  std::string_view code;      ///< 218: code list 508
  bool operator==(ClaimStatus const &) const = default;
};

/// What one STC has room for.
using ClaimStatuses = boost::container::static_vector<ClaimStatus, 3>;

/// The statuses that the catalogue gives a rejecting finding. A status that says nothing alone has
/// another beside it.
[[nodiscard]] ClaimStatuses statuses_of(rules::Finding const &finding);

/// Those of a claim that was accepted after a correction.
[[nodiscard]] ClaimStatuses corrected_statuses(rules::Finding const &finding);

}  // namespace noc837::acks
