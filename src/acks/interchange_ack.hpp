// SPDX-License-Identifier: Apache-2.0
// TA1: what became of an interchange as such.
#pragma once

#include <optional>

#include "acks/ack_file.hpp"
#include "acks/envelope_codes.hpp"
#include "base/error.hpp"
#include "rules/rule.hpp"

namespace noc837::acks {

/// Writes an interchange with one TA1 for each that asks for it in ISA14, and for each that has
/// an error.
class InterchangeAck {
 public:
  explicit InterchangeAck(AckFile file) : file_(std::move(file)) {}

  void begin(ReceivedInterchange const &received);
  void finding(rules::Finding const &finding);
  [[nodiscard]] Result<void> end();

  /// Writes that the interchange at hand is refused, where the failure is one of the interchange
  /// and not one of reading it.
  [[nodiscard]] Result<void> refuse(Error const &error);

 private:
  [[nodiscard]] Result<void> write(std::string_view outcome, std::string_view note);

  AckFile file_;
  std::optional<ReceivedInterchange> received_;  ///< the one that is open
  std::string_view note_;                        ///< TA105 of the first fault; empty: none
};

}  // namespace noc837::acks
