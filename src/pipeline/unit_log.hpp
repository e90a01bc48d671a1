// SPDX-License-Identifier: Apache-2.0
// The units of a part of an input as they go out, on their way from the machine that judged them to
// the one that writes the outputs.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "claims/unit.hpp"
#include "edits/review.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "pipeline/finding_log.hpp"
#include "pipeline/frames.hpp"

namespace noc837::pipeline {

/// Writes units, and of reviewed claims what the writing of EDI needs of the review.
class UnitLogWriter {
 public:
  /// `with_findings` for acknowledgements, which look at those as well.
  UnitLogWriter(io::Sink &out, bool with_findings) : out_(out), with_findings_(with_findings) {}

  [[nodiscard]] Result<void> write(claims::Unit const &unit, edits::Review const *review);
  /// A finding that belongs to no claim.
  [[nodiscard]] Result<void> write(rules::Finding const &finding);

 private:
  io::Sink &out_;
  bool with_findings_;
};

/// Reads them back in order.
class UnitLogReader {
 public:
  explicit UnitLogReader(std::unique_ptr<io::Source> in) : in_(std::move(in)) {}

  /// Reads the next unit or finding; false at the end. Fails with Fault::input where the log is
  /// damaged.
  [[nodiscard]] Result<bool> next();

  /// The finding read last; null where it was a unit.
  [[nodiscard]] rules::Finding const *finding() { return lone_ ? &logged_.findings()[0] : nullptr; }
  /// The unit read last; its bytes live until the next call.
  [[nodiscard]] claims::Unit const &unit() const { return unit_; }
  /// What became of it, as far as EdiWriter and acknowledgements look at it; null where nothing was
  /// looked at.
  [[nodiscard]] edits::Review const *review() const { return reviewed_ ? &review_ : nullptr; }

 private:
  [[nodiscard]] Result<void> read_findings();

  PieceReader in_;
  claims::Unit unit_;
  edits::Review review_;
  bool reviewed_ = false;
  std::string bytes_;
  std::string outgoing_;
  std::string log_;  ///< of findings
  LoggedFindings logged_;
  bool lone_ = false;       ///< a finding without a unit
  edi::Segments original_;  ///< of a claim with findings
};

}  // namespace noc837::pipeline
