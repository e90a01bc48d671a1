// SPDX-License-Identifier: Apache-2.0
// What an acknowledgement takes from the interchange and the group that it answers.
#pragma once

#include <optional>
#include <string>

#include "claims/unit.hpp"
#include "edi/delimiters.hpp"

namespace noc837::acks {

/// From ISA; text as it stands there, blanks included.
struct ReceivedInterchange {
  std::string sender_qualifier;        ///< ISA05
  std::string sender;                  ///< ISA06
  std::string receiver_qualifier;      ///< ISA07
  std::string receiver;                ///< ISA08
  std::string date;                    ///< ISA09
  std::string time;                    ///< ISA10
  std::string control_number;          ///< ISA13
  std::string usage;                   ///< ISA15
  bool wants_acknowledgement = false;  ///< ISA14 is 1
  edi::Delimiters delimiters;
};

/// From GS, without blanks around.
struct ReceivedGroup {
  std::string function;        ///< GS01
  std::string sender;          ///< GS02
  std::string receiver;        ///< GS03
  std::string control_number;  ///< GS06
  std::string version;         ///< GS08
};

/// Of a unit of kind interchange; nothing where its ISA cannot be read.
[[nodiscard]] std::optional<ReceivedInterchange> received_interchange(claims::Unit const &unit);
/// Of a unit of kind group.
[[nodiscard]] ReceivedGroup received_group(claims::Unit const &unit);

/// The first segment of a unit, without its terminator.
[[nodiscard]] std::string_view first_segment(claims::Unit const &unit);

}  // namespace noc837::acks
