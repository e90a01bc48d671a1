// SPDX-License-Identifier: Apache-2.0
// The secret by which a ledger's hashes are made: without it they tell nothing of a claim.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "base/error.hpp"
#include "base/sip_hash.hpp"

namespace noc837::ledger {

/// A key of 128 bits for SipHash-2-4 (libsodium's shorthash). It lies in a file of its own, not in
/// the ledger: who has both can test a guess, who has the ledger alone cannot.
class Key {
 public:
  /// Reads the key from `file`; makes one there, readable by its owner only, where there is none.
  /// Several processes that do so at once get the same one. Fails with Fault::usage for a file
  /// that holds no key.
  [[nodiscard]] static Result<Key> open(std::string const &file);

  [[nodiscard]] std::int64_t hash(std::string_view text) const;
  /// What a ledger keeps to know its key again.
  [[nodiscard]] std::int64_t mark() const { return hash("key of a ledger of noc837"); }

 private:
  static constexpr std::size_t size = std::tuple_size_v<SipKey>;
  Key() = default;

  SipKey bytes_{};
};

}  // namespace noc837::ledger
