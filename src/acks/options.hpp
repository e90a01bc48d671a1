// SPDX-License-Identifier: Apache-2.0
// Which acknowledgements are written, and what in them does not come from the input.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace noc837::acks {

/// When an acknowledgement says that it was made.
struct Stamp {
  std::string date;  ///< CCYYMMDD
  std::string time;  ///< HHMM
};

struct Options {
  bool interchange = false;     ///< TA1
  bool implementation = false;  ///< 999
  bool claims = false;          ///< 277CA
  std::optional<Stamp> stamp;   ///< nothing: as `clock` says
  bool clock = false;           ///< now; else date and time of the interchange that is answered
  std::optional<std::uint64_t> control;  ///< first control number; nothing: made from the input's

  [[nodiscard]] bool any() const { return interchange || implementation || claims; }
};

}  // namespace noc837::acks
