// SPDX-License-Identifier: Apache-2.0
// Something that validation found, placed as a 999 places it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "snip/check.hpp"

namespace noc837::snip {

/// Where in a segment; all 0 where the whole segment is meant.
struct Position {
  std::uint8_t element = 0;     ///< IK401-1
  std::uint8_t component = 0;   ///< IK401-2; 0 where the element is no composite
  std::uint8_t repetition = 0;  ///< IK401-3; 0 for the first
  bool operator==(Position const &) const = default;
};

/// What made a guide ask for something: CTX*SITUATIONAL TRIGGER.
struct Trigger {
  std::string segment_id;         ///< CTX02
  std::uint64_t segment = 0;      ///< CTX03: position in the transaction set
  std::string_view loop;          ///< CTX04
  Position position;              ///< CTX05; all 0 where the segment's presence is what counts
  std::string_view data_element;  ///< CTX06; empty for a composite or a whole segment
};

struct Issue {
  Check const *check = nullptr;
  std::string segment_id;         ///< IK301
  std::uint64_t segment = 0;      ///< IK302: position in the transaction set, ST is 1
  std::string_view loop;          ///< IK303
  Position position;              ///< IK401
  std::string_view data_element;  ///< IK402: "782"; empty for a composite or a whole segment
  std::string_view segment_code;  ///< IK304
  std::string_view element_code;  ///< IK403
  std::uint64_t offset = 0;       ///< of the segment in the uncompressed input
  std::string line;               ///< LX01 of the service line; empty outside 2400
  std::string value;              ///< IK404; empty where it could tell who a person is
  std::string message;
  std::string suggestion;
  std::optional<Trigger> trigger;  ///< of what is found by a situation

  /// NM109, SV101-7; the segment id where the whole segment is meant.
  [[nodiscard]] std::string element_name() const;
};

using Issues = std::vector<Issue>;

}  // namespace noc837::snip
