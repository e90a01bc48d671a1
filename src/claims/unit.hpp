// SPDX-License-Identifier: Apache-2.0
// The pieces that an input is read in. Together, in order, they are the input, byte for byte.
#pragma once

#include <cstdint>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/guide.hpp"
#include "grammar/transmission.hpp"

namespace noc837::claims {

enum class UnitKind : std::uint8_t {
  gap,              ///< bytes outside interchanges: blanks, a byte order mark, prose
  interchange,      ///< ISA and what follows up to the first GS or IEA
  group,            ///< GS
  set,              ///< ST to the segment before the first HL or CLM; of a passed set all we see
  level,            ///< HL to the segment before the next HL, CLM or SE
  claim,            ///< CLM to the segment before the next CLM, HL or SE
  passed,           ///< more of a set that is copied through
  set_end,          ///< SE
  group_end,        ///< GE
  interchange_end,  ///< IEA
};

/// One piece. A trailing line end belongs to the segment before it.
struct Unit {
  UnitKind kind = UnitKind::gap;
  std::string_view bytes;      ///< valid until the reader moves on
  std::uint64_t offset = 0;    ///< of `bytes` in the uncompressed input
  std::uint64_t ordinal = 0;   ///< of its first segment in the set (ST is 1) or interchange
  std::uint64_t segments = 0;  ///< segments in it
  edi::Delimiters delimiters;  ///< of the interchange
  edi::Guide guide = edi::Guide::other;            ///< of the set
  grammar::Level level = grammar::Level::patient;  ///< of a level
  std::uint32_t lines = 0;                         ///< of a claim: LX segments
  bool watched = false;                            ///< of a claim: it may hold a drug line
  bool faulty_line = false;  ///< of a claim: a line without its guide's service segment
};

}  // namespace noc837::claims
