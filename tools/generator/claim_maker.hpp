// SPDX-License-Identifier: Apache-2.0
// Correct claims, drawn at random.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/generator/claim.hpp"
#include "tools/generator/random.hpp"

namespace noc837::generator {

/// Loops 2000A and 2010AA.
struct Billing {
  std::string name;
  std::string street;
  Place const *place = nullptr;
  std::string npi;
  std::string tax_id;
  std::string_view taxonomy;
  std::string phone;
};

struct ClaimShares {
  double drug_lines = 0.02;  ///< of all service lines
  double dependents = 0.2;   ///< of all claims
  std::vector<PayerKind> payers;
};

/// Makes the same subscribers for the same seed, whatever is done to their claims afterwards.
class ClaimMaker {
 public:
  ClaimMaker(ClaimShares shares, std::uint64_t seed);

  [[nodiscard]] Billing billing(Guide guide, std::uint64_t ordinal) const;
  /// Fills `subscriber` with someone insured and one or two claims.
  void make(Subscriber &subscriber, Guide guide, Billing const &billing, std::uint64_t ordinal);

 private:
  void make_claim(Claim &claim, Subscriber const &subscriber, Guide guide, Random &random);
  void make_lines(Claim &claim, Random &random);
  void make_line(Claim &claim, ServiceLine &line, Random &random);
  void finish_claim(Claim &claim, bool has_drugs, Random &random);

  ClaimShares shares_;
  std::uint64_t seed_;
  std::vector<Provider> providers_;
  double dependents_owed_ = 0;
  std::uint64_t claims_ = 0;
};

}  // namespace noc837::generator
