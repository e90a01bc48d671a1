// SPDX-License-Identifier: Apache-2.0
// The acknowledgements of one input, written while it is read.
#pragma once

#include <optional>
#include <string>

#include "acks/ack_file.hpp"
#include "acks/claim_ack.hpp"
#include "acks/implementation_ack.hpp"
#include "acks/interchange_ack.hpp"
#include "acks/options.hpp"
#include "base/error.hpp"
#include "claims/unit.hpp"
#include "edits/review.hpp"
#include "rules/rule.hpp"

namespace noc837::acks {

/// Takes what becomes of an input, in its order, and writes those acknowledgements that are asked
/// for. Memory does not grow with the input.
class Acknowledgements {
 public:
  /// `folder` takes temporary files.
  Acknowledgements(Options const &options, AckFile::Open const &open, std::string const &folder);
  Acknowledgements(Acknowledgements const &) = delete;
  Acknowledgements &operator=(Acknowledgements const &) = delete;

  /// A unit that is no claim. Findings on a trailer come before it, those on others behind it.
  [[nodiscard]] Result<void> unit(claims::Unit const &unit);
  /// A claim; `review` is null where it holds nothing to look at.
  [[nodiscard]] Result<void> claim(claims::Unit const &unit, edits::Review const *review);
  /// A finding that belongs to no claim.
  [[nodiscard]] Result<void> finding(rules::Finding const &finding);
  /// The reading failed, and nothing else is written: the TA1 that says so. Empty where the
  /// failure is not one that a TA1 tells, or none is asked for.
  [[nodiscard]] Result<std::string> refusal(Error const &error);

 private:
  Options options_;
  ControlNumbers numbers_;
  std::optional<ReceivedInterchange> received_;  ///< the one that is open
  std::optional<InterchangeAck> interchange_;
  std::optional<ImplementationAck> implementation_;
  std::optional<ClaimAck> claims_;
};

}  // namespace noc837::acks
