// SPDX-License-Identifier: Apache-2.0
// Runs reading, checking and correcting over one input in bounded memory.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "base/success.hpp"
#include "claims/cutter.hpp"
#include "claims/hierarchy.hpp"
#include "claims/unit.hpp"
#include "edits/policy.hpp"
#include "edits/review.hpp"
#include "grammar/transmission.hpp"
#include "io/source.hpp"
#include "ledger/inquiry.hpp"
#include "output/findings.hpp"
#include "pipeline/checkpoint.hpp"
#include "pipeline/meter.hpp"
#include "pipeline/part.hpp"
#include "profiles/recognition.hpp"
#include "snip/validator.hpp"

namespace noc837::pipeline {

/// How an input is to be read and judged; the same for every input of a run.
struct Settings {
  grammar::Watch watch;
  edits::Policy policy;
  profiles::Payers payers;
  /// The user's reference tables, if any.
  std::shared_ptr<tables::Tables const> tables;
  /// What was billed before, if it is to be looked at.
  std::shared_ptr<ledger::Access const> ledger;
  claims::Limits limits;
  io::Inflation inflation;
  snip::Options validation;
  Part part;                               ///< of the input, that is worked on
  std::shared_ptr<Checkpoint const> from;  ///< where the source begins; null: at the beginning
  std::optional<Spacing> checkpoints;      ///< that the visitor is to be told of
  unsigned threads = 1;                    ///< at work on one input
  Meter *meter = nullptr;                  ///< is told how far the reading has come
};

/// Takes what the walk comes by, in the order of the input and one at a time, though not always on
/// the same thread. A failure ends the walk.
class Visitor {
 public:
  virtual ~Visitor() = default;

  /// Reading begins.
  virtual void started(Settings const &) {}
  /// A unit that is no claim, before the hierarchy takes note of it.
  virtual Result<void> before(claims::Unit const &, claims::Hierarchy const &) { return success(); }
  /// The same unit afterwards.
  virtual Result<void> after(claims::Unit const &, claims::Hierarchy const &) { return success(); }
  /// A claim; `review` is null where it holds nothing to look at.
  virtual Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                             claims::Hierarchy const &hierarchy) = 0;
  /// A finding about the envelope.
  virtual Result<void> envelope(rules::Finding const &, output::Context const &) {
    return success();
  }
  /// A place where the reading could be taken up again, everything before it handed on.
  virtual Result<void> checkpoint(Checkpoint const &) { return success(); }
  /// Something about the input that is no finding, for the summary.
  virtual void note(std::string const &) {}
  /// The input was read to its end.
  virtual void finished(claims::Cutter const &) {}
};

/// Reads `source` to its end. A failure names `file`. Where there is an inquiry, its findings are
/// added to their claims, and it is told which claims go out.
[[nodiscard]] Result<void> walk(io::Source &source, std::string const &file,
                                Settings const &settings, Visitor &visitor,
                                ledger::Inquiry *inquiry = nullptr);

/// The inquiry about an input; null where no ledger is asked for.
[[nodiscard]] Result<std::unique_ptr<ledger::Inquiry>> inquiry_about(std::string const &input,
                                                                     std::string const &label,
                                                                     Settings const &settings);

}  // namespace noc837::pipeline
