// SPDX-License-Identifier: Apache-2.0
// DUP01: the same claim twice.
#pragma once

#include <boost/version.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#if BOOST_VERSION >= 108100
#include <boost/unordered/unordered_flat_set.hpp>
#else
#include <unordered_set>
#endif

#include "claims/claim.hpp"
#include "rules/rule.hpp"

namespace noc837::rules {

/// Remembers claims with drug lines by 64-bit keyed hashes of claim id (CLM01), billing NPI, payer
/// and lines, whatever the delimiters: drug lines segment by segment, others by procedure code and
/// charge. Takes the claims in the order of the input. Beyond a
/// bound further ones are compared but not remembered.
class DuplicateCheck {
 public:
  /// The finding, where the claim came before.
  [[nodiscard]] std::optional<Finding> enter(claims::Claim const &claim);

 private:
  static constexpr std::size_t most = 500'000;  ///< about 9 MB
  [[nodiscard]] std::uint64_t fingerprint(claims::Claim const &claim);
  void add(std::string_view text, edi::Delimiters const &delimiters);

  std::string text_;
#if BOOST_VERSION >= 108100  // without an allocation and two cache misses for each claim
  boost::unordered_flat_set<std::uint64_t> seen_;
#else
  std::unordered_set<std::uint64_t> seen_;
#endif
};

}  // namespace noc837::rules
