// SPDX-License-Identifier: Apache-2.0
#include "acks/interchange_ack.hpp"

namespace noc837::acks {

void InterchangeAck::begin(ReceivedInterchange const &received) {
  received_ = received;
  note_ = {};
  file_.answer(received);
}

void InterchangeAck::finding(rules::Finding const &finding) {
  if (!note_.empty() || !is_told(finding) || !in_envelope(finding)) return;
  note_ = envelope_codes(finding).interchange;
}

Result<void> InterchangeAck::end() {
  if (!received_) return {};
  Result<void> done;
  if (!note_.empty()) {
    done = write("E", note_);
  } else if (received_->wants_acknowledgement) {
    done = write("A", "000");
  }
  received_.reset();
  return done;
}

Result<void> InterchangeAck::refuse(Error const &error) {
  if (error.over_limit) return write("R", "024");
  if (error.rule != "ENV07") return {};
  bool const cut_short = error.what.starts_with("the file ends");
  return write("R", cut_short ? "023" : "022");
}

Result<void> InterchangeAck::write(std::string_view outcome, std::string_view note) {
  file_.begin_interchange();
  file_.segments().write(
      "TA1", {received_->control_number, received_->date, received_->time, outcome, note});
  return file_.end_interchange();
}

}  // namespace noc837::acks
