// SPDX-License-Identifier: Apache-2.0
// DUP01: the same claim twice.
#pragma once

#include <boost/version.hpp>
#include <cstddef>
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

/// Remembers claims with drug lines by 64-bit hashes (XXH3) of claim id (CLM01), billing NPI, payer
/// and lines, whatever the delimiters: drug lines segment by segment, others by procedure code and
/// charge. Takes the claims in the order of the input. Beyond a bound further ones are compared but
/// not remembered.
class DuplicateCheck {
 public:
  explicit DuplicateCheck(std::size_t most = 500'000)  ///< about 9 MB
      : most_(most) {}

  /// The finding, where the claim came before.
  [[nodiscard]] std::optional<Finding> enter(claims::Claim const &claim);
  /// Takes note of a claim that somebody else looks for. Gives its fingerprint where it counts for
  /// those that follow.
  std::optional<std::uint64_t> pass(claims::Claim const &claim);
  /// Takes note of a claim by its fingerprint, as another check gave it.
  void pass(std::uint64_t fingerprint) { static_cast<void>(insert(fingerprint)); }
  /// True once a claim was not remembered: one that comes like it is not found.
  [[nodiscard]] bool forgets() const { return forgets_; }
  /// What the summary says then.
  [[nodiscard]] std::string notice() const;

 private:
  enum class Came : std::uint8_t { first, again, beyond_bound };

  Came insert(std::uint64_t fingerprint);
  [[nodiscard]] std::uint64_t fingerprint(claims::Claim const &claim);
  void add(std::string_view text, edi::Delimiters const &delimiters);

  std::size_t most_;
  bool forgets_ = false;
  std::string text_;         ///< what is hashed, and room behind it
  std::size_t size_ = 0;     ///< of what is hashed
#if BOOST_VERSION >= 108100  // without an allocation and two cache misses for each claim
  boost::unordered_flat_set<std::uint64_t> seen_;
#else
  std::unordered_set<std::uint64_t> seen_;
#endif
};

}  // namespace noc837::rules
