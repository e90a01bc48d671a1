// SPDX-License-Identifier: Apache-2.0
// The EDI that a mode writes, and the account of it.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "base/error.hpp"
#include "claims/hierarchy.hpp"
#include "claims/unit.hpp"
#include "edits/reconciliation.hpp"
#include "edits/review.hpp"
#include "edits/split.hpp"
#include "io/sink.hpp"
#include "output/summary.hpp"
#include "pipeline/process.hpp"

namespace noc837::pipeline {

/// Takes the units of an input in order, as a Visitor does.
class EdiWriter {
 public:
  virtual ~EdiWriter() = default;

  [[nodiscard]] virtual Result<void> before(claims::Unit const &unit,
                                            claims::Hierarchy const &hierarchy) = 0;
  [[nodiscard]] virtual Result<void> after(claims::Unit const &unit,
                                           claims::Hierarchy const &hierarchy) = 0;
  [[nodiscard]] virtual Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                                           claims::Hierarchy const &hierarchy) = 0;
  /// The account of it all, once everything has come.
  [[nodiscard]] virtual edits::Reconciliation account() = 0;
};

/// Gives the sink of a kind of output ("corrected.edi") when its first byte is to be written.
using OpenOutput = std::function<Result<io::Sink *>(std::string_view kind)>;

[[nodiscard]] std::unique_ptr<EdiWriter> make_edi_writer(Mode mode, OpenOutput open,
                                                         edits::Recounts recounts);

/// Recounts that the policy asks for.
[[nodiscard]] edits::Recounts recounts_of(Settings const &settings);

/// Puts the account into the summary; fails where it does not come out even, or where it is not
/// the account of all that was read.
[[nodiscard]] Result<void> settle(edits::Reconciliation const &account, output::Summary &summary);

}  // namespace noc837::pipeline
