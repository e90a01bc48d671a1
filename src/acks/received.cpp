// SPDX-License-Identifier: Apache-2.0
#include "acks/received.hpp"

#include "edi/elements.hpp"
#include "grammar/envelope.hpp"

namespace noc837::acks {
namespace {

std::string text(edi::Slice slice) {
  return std::string(slice.view());
}

std::string trimmed(edi::Slice slice) {
  return std::string(edi::trim(slice.view()));
}

}  // namespace

std::optional<ReceivedInterchange> received_interchange(claims::Unit const &unit) {
  grammar::IsaFault fault;
  auto const isa = grammar::read_isa(unit.bytes, fault);
  if (!isa) return std::nullopt;
  ReceivedInterchange out;
  out.sender_qualifier = text(isa->sender_qualifier);
  out.sender = text(isa->sender);
  out.receiver_qualifier = text(isa->receiver_qualifier);
  out.receiver = text(isa->receiver);
  out.date = text(isa->date);
  out.time = text(isa->time);
  out.control_number = text(isa->control_number);
  out.usage = text(isa->usage);
  out.wants_acknowledgement = isa->acknowledgment == "1";
  out.delimiters = isa->delimiters;
  return out;
}

ReceivedGroup received_group(claims::Unit const &unit) {
  auto const gs = grammar::read_gs(first_segment(unit), unit.delimiters);
  return {trimmed(gs.function), trimmed(gs.sender), trimmed(gs.receiver),
          trimmed(gs.control_number), trimmed(gs.version)};
}

std::string_view first_segment(claims::Unit const &unit) {
  return unit.bytes.substr(0, unit.bytes.find(unit.delimiters.terminator));
}

}  // namespace noc837::acks
