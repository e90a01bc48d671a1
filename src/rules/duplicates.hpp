// SPDX-License-Identifier: Apache-2.0
// DUP01: the same claim twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/claim.hpp"
#include "rules/rule.hpp"

namespace noc837::rules {

/// A set of fingerprints. Those of a large file are more than the processor's caches hold: unlike a
/// library's, this set can be told beforehand which one it will be asked about.
class FingerprintSet {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Has the place of a fingerprint fetched from memory, which takes as long as a few rules do.
  void expect(std::uint64_t fingerprint) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[home_of(fingerprint)]);
  }
  [[nodiscard]] bool contains(std::uint64_t fingerprint) const;
  /// False where it is there already.
  bool add(std::uint64_t fingerprint);

 private:
  /// Fingerprints are hashes: their lower bits spread well.
  [[nodiscard]] std::size_t home_of(std::uint64_t fingerprint) const {
    return fingerprint & (slots_.size() - 1);
  }
  /// The slot that has it, or the free one that it would take.
  [[nodiscard]] std::size_t slot_of(std::uint64_t fingerprint) const;
  void grow();

  std::vector<std::uint64_t> slots_;  ///< a power of two, a quarter of them free: 0
  std::size_t size_ = 0;
};

/// Remembers claims with drug lines by their fingerprints (Fingerprinter). Takes them in the order
/// of the input. Beyond a bound further ones are compared but not remembered.
class DuplicateCheck {
 public:
  explicit DuplicateCheck(std::size_t most = 500'000)  ///< 8 MiB
      : most_(most) {}

  /// The finding, where the claim with this fingerprint came before.
  [[nodiscard]] std::optional<Finding> enter(claims::Claim const &claim, std::uint64_t fingerprint);
  /// Takes note of a claim that somebody else looks for. True where it counts for those that
  /// follow.
  bool pass(std::uint64_t fingerprint);
  /// Makes ready for a claim that will come next.
  void expect(std::uint64_t fingerprint) const { seen_.expect(fingerprint); }
  /// True once a claim was not remembered: one that comes like it is not found.
  [[nodiscard]] bool forgets() const { return forgets_; }
  /// What the summary says then.
  [[nodiscard]] std::string notice() const;

 private:
  enum class Came : std::uint8_t { first, again, beyond_bound };

  Came insert(std::uint64_t fingerprint);

  std::size_t most_;
  bool forgets_ = false;
  FingerprintSet seen_;
};

}  // namespace noc837::rules
