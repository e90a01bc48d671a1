// SPDX-License-Identifier: Apache-2.0
// Where the values of a service line stand: SV1 and SV2 hold the same ones in different elements.
#pragma once

#include <cstddef>
#include <string_view>

#include "rules/report.hpp"

namespace noc837::rules {

// What payers take.
inline constexpr int most_charge_decimals = 2;
inline constexpr Decimal token_charge(1, 2);  ///< this and less is no charge
inline constexpr int most_unit_digits = 8;

/// An element by its number and its name in findings.
struct Field {
  std::size_t number;
  std::string_view name;
};

struct ServiceFields {
  Field description;  ///< component 7 of element `number`
  Field charge;
  Field basis;
  Field units;
};

[[nodiscard]] constexpr ServiceFields service_fields(claims::ServiceLine const &service) {
  return service.institutional
             ? ServiceFields{{2, "SV202-7"}, {3, "SV203"}, {4, "SV204"}, {5, "SV205"}}
             : ServiceFields{{1, "SV101-7"}, {2, "SV102"}, {3, "SV103"}, {4, "SV104"}};
}

/// A finding in an element of a drug line's service segment.
[[nodiscard]] inline Draft at_service(LineCase const &c, Report &report, Field const &field,
                                      std::string_view before) {
  Draft draft = report.at(*c.service.service, "2400", field.name);
  draft.before(before);
  return draft;
}

}  // namespace noc837::rules
