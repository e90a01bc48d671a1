// SPDX-License-Identifier: Apache-2.0
// What billers type about a drug, as tokens: SV101-7, SV202-7, NTE02.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "edi/slice.hpp"

namespace noc837::grammar {

using edi::Slice;

enum class DrugTokenKind : std::uint8_t {
  ndc,       ///< value; unit and amount when a quantity follows: N4 12345678901 ML10
  price,     ///< value: INV $1200
  lot,       ///< value: LOT A1234
  strength,  ///< value unit / per_value per_unit: 10 MG/ML, 0.9%
  dose,      ///< value unit: 50MG
  count,     ///< value: X10
  route,     ///< value: IV
  word,      ///< value: anything else that begins with a letter or digit
  plus,      ///< a plus sign between drugs
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

/// Reads all of `text`; what is no token is passed over. Case does not matter.
[[nodiscard]] std::vector<DrugToken> read_drug_text(std::string_view text);

}  // namespace noc837::grammar
