// SPDX-License-Identifier: Apache-2.0
// Level 4: what a guide asks for in terms of other elements. A situation is a row of a table; the
// few that compare values have a function.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "snip/claim_case.hpp"

namespace noc837::snip {

/// What stands around a unit that a situation may ask for.
struct Around {
  std::string_view subscriber;  ///< bytes of the level 2000B that a claim stands under
};

/// Something that can be in a unit: a segment, or an element of it with one of some values.
struct Term {
  std::string_view loop = {};    ///< "2300", "2310" for all of 2310A to 2310F, "" for any loop
  std::string_view id = {};      ///< "CLM"; "" for a term that always holds
  std::string_view keys = {};    ///< values of element 01 that count, apart by blanks; "" for any
  std::uint8_t element = 0;      ///< 0: the segment's presence is enough
  std::uint8_t component = 0;    ///< 0: the whole element
  std::string_view values = {};  ///< values that count; "" any, "-" none; "!" before them negates
};

/// How far a situation looks for what follows from what.
enum class Reach : std::uint8_t {
  unit,     ///< anywhere in the claim or level
  line,     ///< in the same 2400 with the loops inside it
  payer,    ///< in the same 2320 with the loops inside it
  segment,  ///< in the same segment
};

/// Which units a situation is for.
enum class Where : std::uint8_t { claim, level, any };

using SituationCheck = void (*)(Case const &, Around const &, Check const &, Issues &);

struct Situation {
  Check check;
  Where where = Where::claim;
  Reach reach = Reach::unit;
  Term when = {};    ///< where this holds
  Term also = {};    ///< and this
  bool must = true;  ///< `then` must hold; false: must not
  Term then = {};
  SituationCheck run = nullptr;  ///< instead of the terms
};

/// The rows, a file each by what they speak of, in the order of their ids.
[[nodiscard]] std::span<Situation const> claim_situations();
[[nodiscard]] std::span<Situation const> line_situations();
[[nodiscard]] std::span<Situation const> name_situations();
[[nodiscard]] std::span<Situation const> payer_situations();
[[nodiscard]] std::span<Situation const> value_situations();
[[nodiscard]] std::array<std::span<Situation const>, 5> all_situations();

/// Appends what is wrong with a unit by all situations that are for it. `claim` tells a claim from
/// a level.
void check_situations(Case const &unit, bool claim, Around const &around, Issues &issues);

}  // namespace noc837::snip
