// SPDX-License-Identifier: Apache-2.0
// Where an 837 holds what tells a person or a provider.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace noc837::mask {

enum class Treatment : std::uint8_t {
  name,        ///< letters and digits replaced
  id,          ///< the same; a valid NPI gets a valid one
  birth_date,  ///< another day of the same year
  date,        ///< moved when dates are to be moved, else kept
  text,        ///< free text: the drug stays
};

/// An element, or a component of one, that does not stay as it is.
struct Field {
  std::string_view segment;
  std::size_t element = 0;
  std::size_t component = 0;  ///< 0: the whole element
  Treatment treatment = Treatment::id;
};

/// The fields of a segment. Codes, amounts, quantities and positions are no fields, nor are
/// payers (NM1*PR and SVD01), which are no persons and decide how a claim is judged. A segment
/// that no 837 has gives nothing at all: of it every element is an id.
struct Fields {
  bool known = true;
  std::span<Field const> fields;
};
[[nodiscard]] Fields fields_of(std::string_view id);

}  // namespace noc837::mask
