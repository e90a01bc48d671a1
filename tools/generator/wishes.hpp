// SPDX-License-Identifier: Apache-2.0
// What each payer asks of an unclassified-drug line, as its own pages say: the truth that the
// program's profiles are compared with. Written apart from them on purpose.
#pragma once

#include <cstdint>

#include "tools/generator/claim.hpp"

namespace noc837::generator {

/// What a payer may ask for beyond the guide; `nothing` is what every payer asks.
enum class Wish : std::uint8_t {
  nothing,
  ndc,            ///< an NDC, or the line is denied
  ndc_crossover,  ///< the same although Medicare, which paid first, did without
  name,           ///< the drug's name in the text
  dose,           ///< the total dose in the text
  strength,       ///< the strength in the text
  route,          ///< the route in the text
  plain_units,    ///< neither ME nor F2
  one_unit,       ///< one unit, whatever was given
  one_unit_only,  ///< the same, or the line is not processed
};

/// Whether `payer` asks for it on this claim.
[[nodiscard]] bool wishes(Payer const &payer, Claim const &claim, Wish wish);

}  // namespace noc837::generator
