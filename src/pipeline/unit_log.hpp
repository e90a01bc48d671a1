// SPDX-License-Identifier: Apache-2.0
// The units of a part of an input as they go out, on their way from the machine that judged them to
// the one that writes the outputs.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "claims/unit.hpp"
#include "edits/review.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"

namespace noc837::pipeline {

/// Writes units, and of reviewed claims what the writing of EDI needs of the review.
class UnitLogWriter {
 public:
  explicit UnitLogWriter(io::Sink &out) : out_(out) {}

  [[nodiscard]] Result<void> write(claims::Unit const &unit, edits::Review const *review);

 private:
  io::Sink &out_;
};

/// Reads them back in order.
class UnitLogReader {
 public:
  explicit UnitLogReader(io::Source &in) : in_(in) {}

  /// Reads the next unit; false at the end. Fails with Fault::input where the log is damaged.
  [[nodiscard]] Result<bool> next();

  /// The unit read last; its bytes live until the next call.
  [[nodiscard]] claims::Unit const &unit() const { return unit_; }
  /// What became of it, as far as EdiWriter looks at it; null where nothing was looked at.
  [[nodiscard]] edits::Review const *review() const { return reviewed_ ? &review_ : nullptr; }

 private:
  [[nodiscard]] Result<bool> read(char *to, std::size_t size);

  io::Source &in_;
  claims::Unit unit_;
  edits::Review review_;
  bool reviewed_ = false;
  std::string bytes_;
  std::string outgoing_;
};

}  // namespace noc837::pipeline
