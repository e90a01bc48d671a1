// SPDX-License-Identifier: Apache-2.0
// What a rule needs a drug line to have before it is asked about it.
#pragma once

#include <cstdint>

namespace noc837::rules {

/// Parts of a drug line, its claim or its profile without which a rule has nothing to say. A rule
/// names them in its row, `Given::medicare | Given::modifier`, and is asked only about lines that
/// have them all, or claims if it looks at claims: most have few, so most rules need not be run.
enum class Given : std::uint64_t {
  nothing = 0,
  // Of a drug line.
  drug_loop = 1ULL << 0U,     ///< a LIN
  quantity = 1ULL << 1U,      ///< a CTP, in a drug loop or astray
  modifier = 1ULL << 2U,      ///< at least one
  line_note = 1ULL << 3U,     ///< a 2400 NTE
  typed_ndc = 1ULL << 4U,     ///< an NDC in the description or a note of the line
  compound = 1ULL << 5U,      ///< a narrative that speaks of a mixture
  adjudication = 1ULL << 6U,  ///< a 2430 SVD
  prescription = 1ULL << 7U,  ///< a REF in a drug loop
  // What a clean line does not have.
  odd_ndc = 1ULL << 8U,       ///< a LIN03 that is not eleven bare digits
  odd_quantity = 1ULL << 9U,  ///< a CTP04 that is not a plain number above zero
  odd_unit = 1ULL << 10U,     ///< a CTP05-1 that is none of the five codes
  odd_units =
      1ULL << 11U,  ///< SV104 or SV205: not a whole number of one to eight digits, above zero
  odd_charge = 1ULL << 12U,     ///< SV102 or SV203: not plain dollars and cents above one cent
  fine_quantity = 1ULL << 13U,  ///< a CTP04 that is not a whole number of one to eight digits
  surplus = 1ULL << 14U,        ///< a value where the service segment, LIN or CTP should have none
  odd_bytes = 1ULL << 15U,      ///< a segment of the drug's with more than printable ASCII
  open_end = 1ULL << 16U,       ///< a segment of the drug's with a separator before an end
  odd_qualifier = 1ULL << 17U,  ///< a LIN02 that is not N4, or a procedure's that is not HC
  odd_basis = 1ULL << 18U,      ///< SV103 or SV204 that is not UN
  many_units = 1ULL << 19U,     ///< SV104 or SV205 that is not 1
  rare_code = 1ULL << 20U,      ///< a procedure code that is neither J3490 nor J3590
  no_ndc = 1ULL << 21U,         ///< no LIN with N4 in LIN02
  no_quantity = 1ULL << 22U,    ///< a LIN without CTP
  astray = 1ULL << 23U,         ///< a CTP or drug REF without LIN
  second_loop = 1ULL << 24U,    ///< more than one LIN
  blank_text = 1ULL << 25U,     ///< nothing in SV101-7 or SV202-7
  bare_text =
      1ULL << 26U,  ///< a description that lacks name, dose, route or a strength that is due
  long_text = 1ULL << 27U,    ///< a text or LIN03 of more bytes than the guides have characters for
  untidy_text = 1ULL << 28U,  ///< blanks too many, or small letters where the profile wants none
  other_quantity = 1ULL << 29U,  ///< a CTP04 that is not 1
  // Of its claim.
  other_line = 1ULL << 30U,     ///< another drug line
  claim_note = 1ULL << 31U,     ///< a 2300 NTE
  odd_diagnosis = 1ULL << 32U,  ///< a diagnosis with a dot, a blank or small letters
  t_diagnosis = 1ULL << 33U,    ///< a diagnosis of chapter T, poisoning and adverse effects
  z_diagnosis = 1ULL << 34U,    ///< a diagnosis of chapter Z, encounters without disease
  old_diagnosis = 1ULL << 35U,  ///< an ICD-9 code
  // Of its profile and the user's tables.
  medicare = 1ULL << 36U,   ///< the profile is Medicare's
  directory = 1ULL << 37U,  ///< the FDA's NDC directory
  crosswalk = 1ULL << 38U,  ///< the CMS crosswalk
};
inline constexpr unsigned given_parts = 39;

[[nodiscard]] constexpr Given operator|(Given a, Given b) {
  return static_cast<Given>(static_cast<std::uint64_t>(a) | static_cast<std::uint64_t>(b));
}
/// The part that is number `index`, from 0.
[[nodiscard]] constexpr Given given_part(unsigned index) {
  return static_cast<Given>(std::uint64_t{1} << index);
}

/// True where `have` has everything that `wanted` names.
[[nodiscard]] constexpr bool has_all(Given have, Given wanted) {
  return (have | wanted) == have;
}

struct ClaimCase;
struct LineCase;

/// What the claim has.
[[nodiscard]] Given given_of(ClaimCase const &c);
/// What the line has, its claim not counted.
[[nodiscard]] Given given_of(LineCase const &c);

}  // namespace noc837::rules
