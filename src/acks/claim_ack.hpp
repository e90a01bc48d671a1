// SPDX-License-Identifier: Apache-2.0
// 277CA (005010X214): for every claim whether it goes on, and if not, why.
#pragma once

#include <cstdint>
#include <string>

#include "acks/ack_file.hpp"
#include "acks/claim_facts.hpp"
#include "acks/claim_status.hpp"
#include "base/decimal.hpp"
#include "base/error.hpp"
#include "claims/unit.hpp"
#include "edits/review.hpp"
#include "io/spill.hpp"

namespace noc837::acks {

/// Claims and charges of a provider or of a transaction set.
struct Totals {
  std::uint64_t accepted = 0;
  std::uint64_t rejected = 0;
  Decimal accepted_charges;
  Decimal rejected_charges;

  void count(bool rejected_claim, Decimal const &charge);
  void add(Totals const &other);
  [[nodiscard]] std::uint64_t claims() const { return accepted + rejected; }
};

/// Writes a 277 for each 837P or 837I that has claims. Its totals stand before what they count, so
/// claims wait in a spill until their set ends.
class ClaimAck {
 public:
  /// `folder` takes the temporary files.
  ClaimAck(AckFile file, std::string const &folder)
      : file_(std::move(file)), claims_(folder), providers_(folder) {}

  void begin(ReceivedInterchange const &received);
  /// A unit that is no claim.
  [[nodiscard]] Result<void> unit(claims::Unit const &unit);
  /// A claim; one that is flagged is rejected.
  [[nodiscard]] Result<void> claim(claims::Unit const &unit, edits::Review const *review);

 private:
  [[nodiscard]] Result<void> begin_set(claims::Unit const &unit);
  [[nodiscard]] Result<void> level(claims::Unit const &unit);
  void read_provider(claims::Unit const &unit);
  void patient();
  void accepted(ClaimFacts const &facts, edits::Review const *review);
  void rejected(ClaimFacts const &facts, edits::Review const &review);
  void references(ClaimFacts const &facts);
  void rejected_line(edits::Review const &review, std::size_t line);
  [[nodiscard]] Result<void> end_provider();
  [[nodiscard]] Result<void> end_set();
  void header();
  [[nodiscard]] Result<void> copy_providers(io::Sink &to);

  AckFile file_;
  ReceivedGroup group_;
  SegmentWriter body_;         ///< of claims, then of a provider
  io::Spill claims_;           ///< levels of patients with their claims
  io::Spill providers_;        ///< levels of providers, each behind the sizes below
  edi::Segments segments_;     ///< of the claim at hand
  std::uint64_t spilled_ = 0;  ///< segments in both

  bool in_set_ = false;
  std::string reference_;  ///< BHT03
  Party submitter_;        ///< 1000A
  Party receiver_;         ///< 1000B: who answers
  Totals set_totals_;
  std::uint64_t levels_ = 0;       ///< HL segments so far
  std::uint64_t provider_hl_ = 0;  ///< HL01 of the provider; 0 before its first claim
  Party provider_;
  Totals provider_totals_;
  std::uint64_t provider_bytes_ = 0;  ///< of its claims
  std::uint64_t providers_count_ = 0;
  Party subscriber_;
  Party patient_;            ///< of a level of its own, where `dependent_`
  bool dependent_ = false;   ///< the patient is not the subscriber
  bool new_patient_ = true;  ///< the next claim is of another patient than the last
};

}  // namespace noc837::acks
