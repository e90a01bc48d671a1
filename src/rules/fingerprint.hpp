// SPDX-License-Identifier: Apache-2.0
// What a claim is known again by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claims/claim.hpp"

namespace noc837::rules {

/// Hashes claims with drug lines to 64 bits (XXH3): claim id (CLM01), billing NPI, payer and lines,
/// whatever the delimiters: drug lines segment by segment, others by procedure code and charge.
/// Reuses its storage.
class Fingerprinter {
 public:
  /// Nothing for a claim without drug line.
  [[nodiscard]] std::optional<std::uint64_t> of(claims::Claim const &claim);

 private:
  void add(std::string_view text, edi::Delimiters const &delimiters);

  std::string text_;      ///< what is hashed, and room behind it
  std::size_t size_ = 0;  ///< of what is hashed
};

}  // namespace noc837::rules
