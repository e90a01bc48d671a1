// SPDX-License-Identifier: Apache-2.0
// 999 (005010X231A1): what is wrong with the form of a functional group and its sets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acks/ack_file.hpp"
#include "acks/envelope_codes.hpp"
#include "base/error.hpp"
#include "claims/unit.hpp"
#include "edits/review.hpp"
#include "rules/rule.hpp"

namespace noc837::acks {

/// Writes a 999 for each functional group while it is read, but for groups of acknowledgements.
class ImplementationAck {
 public:
  explicit ImplementationAck(AckFile file) : file_(std::move(file)) {}

  void begin(ReceivedInterchange const &received) { file_.answer(received); }
  /// A unit that is no claim. Findings on a trailer come before it, those on others behind it.
  [[nodiscard]] Result<void> unit(claims::Unit const &unit);
  [[nodiscard]] Result<void> finding(rules::Finding const &finding);
  /// A claim; `review` is null where nothing is wrong with it.
  [[nodiscard]] Result<void> claim(edits::Review const *review);

 private:
  void begin_group(claims::Unit const &unit);
  void begin_set(claims::Unit const &unit);
  void end_set();
  void end_group(claims::Unit const &unit);
  void segment_errors(std::vector<rules::Finding const *> const &findings,
                      std::string_view claim_id);
  void element_error(rules::Finding const &finding);
  void trigger(snip::Trigger const &trigger);

  struct Set {
    bool open = false;
    bool noted = false;       ///< an IK3 was written
    std::uint64_t sound = 0;  ///< claims without an error of form
    Codes<5> codes;           ///< IK502 to IK506
    bool supported = true;
  };

  AckFile file_;
  bool in_group_ = false;
  ReceivedGroup group_;
  Codes<5> group_codes_;        ///< AK905 to AK909
  std::uint64_t sets_ = 0;      ///< of the group
  std::uint64_t accepted_ = 0;  ///< of them, with or without errors
  bool any_noted_ = false;      ///< a set was not simply accepted
  Set set_;
  std::vector<rules::Finding const *> told_;  ///< of the claim at hand
};

}  // namespace noc837::acks
