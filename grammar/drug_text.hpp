// SPDX-License-Identifier: Apache-2.0
// What billers type about a drug, as tokens: SV101-7, SV202-7, NTE02.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <string_view>

#include "edi/slice.hpp"

namespace noc837::grammar {

using edi::Slice;

enum class DrugTokenKind : std::uint8_t {
  ndc,     ///< value; unit and per_value (the quantity) when they follow: N4 12345678901 ML10
  date,    ///< value: 09/14/2026
  expiry,  ///< value: EXP 09/2027
  price,   ///< value: INV $1200
  lot,     ///< value: LOT A1234
  concentration,  ///< value unit / per_value per_unit, a volume: 10 MG/ML
  strength,       ///< value unit / per_value per_unit, no volume: 0.9%, 5 MG/KG, U-100
  dose,           ///< value unit: 50MG
  pack,           ///< value unit: 2 VIALS
  count,          ///< value, unit where it says what is counted: X10, X10 PELLETS
  route,          ///< value: IV
  word,           ///< value: anything else that begins with a letter or digit
  plus,           ///< a plus sign
};

struct DrugToken {
  DrugTokenKind kind = DrugTokenKind::word;
  Slice value;
  Slice unit;
  Slice per_value;  ///< of a strength; of an NDC the quantity
  Slice per_unit;

  /// From the first to the last byte of the values.
  [[nodiscard]] Slice whole() const;
};

/// Room for what a description holds; longer texts take storage of their own.
using DrugTokens = boost::container::small_vector<DrugToken, 8>;

/// Reads all of `text`; what is no token is passed over. Case does not matter.
[[nodiscard]] DrugTokens read_drug_text(std::string_view text);
/// The same behind what `tokens` holds.
void read_drug_text(std::string_view text, DrugTokens &tokens);

}  // namespace noc837::grammar
