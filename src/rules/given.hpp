// SPDX-License-Identifier: Apache-2.0
// What a rule needs a drug line to have before it is asked about it.
#pragma once

#include <cstdint>

namespace noc837::rules {

/// Parts of a drug line, its claim or its profile without which a rule has nothing to say. A rule
/// names them in its row, `Given::medicare | Given::modifier`, and is asked only about lines that
/// have them all: most lines have few, so most rules need not be run.
enum class Given : std::uint32_t {
  nothing = 0,
  drug_loop = 1U << 0U,     ///< a LIN
  quantity = 1U << 1U,      ///< a CTP, in a drug loop or astray
  modifier = 1U << 2U,      ///< at least one
  line_note = 1U << 3U,     ///< a 2400 NTE
  typed_ndc = 1U << 4U,     ///< an NDC in the description or a note of the line
  compound = 1U << 5U,      ///< a narrative that speaks of a mixture
  adjudication = 1U << 6U,  ///< a 2430 SVD
  other_line = 1U << 7U,    ///< the claim has another drug line
  medicare = 1U << 8U,      ///< the profile is Medicare's
  directory = 1U << 9U,     ///< the user's tables have the FDA's NDC directory
  crosswalk = 1U << 10U,    ///< the user's tables have the CMS crosswalk
  // A value that is not written as the guide and the payers want; nearly all are.
  odd_ndc = 1U << 11U,       ///< a LIN03 that is not eleven bare digits
  odd_quantity = 1U << 12U,  ///< a CTP04 that is not a plain number above zero
  odd_unit = 1U << 13U,      ///< a CTP05-1 that is none of the five codes
  odd_units = 1U << 14U,  ///< SV104 or SV205: not a whole number of one to eight digits, above zero
  odd_charge = 1U << 15U,     ///< SV102 or SV203: not plain dollars and cents above one cent
  fine_quantity = 1U << 16U,  ///< a CTP04 that is not a whole number of one to eight digits
  surplus = 1U << 17U,        ///< a value where the service segment, LIN or CTP should have none
  odd_bytes = 1U << 18U,      ///< a segment of the drug's with more than printable ASCII
};
inline constexpr unsigned given_parts = 19;

[[nodiscard]] constexpr Given operator|(Given a, Given b) {
  return static_cast<Given>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
/// The part that is number `index`, from 0.
[[nodiscard]] constexpr Given given_part(unsigned index) {
  return static_cast<Given>(1U << index);
}

/// True where `have` has everything that `wanted` names.
[[nodiscard]] constexpr bool has_all(Given have, Given wanted) {
  return (have | wanted) == have;
}

struct LineCase;

/// What the line has.
[[nodiscard]] Given given_of(LineCase const &c);

}  // namespace noc837::rules
