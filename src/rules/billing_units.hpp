// SPDX-License-Identifier: Apache-2.0
// The quantity of an NDC in the billing units of a HCPCS code.
#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.hpp"
#include "grammar/service_line.hpp"
#include "tables/tables.hpp"

namespace noc837::rules {

/// How many units of the code the quantity of `ctp` comes to, exactly: millilitres and vials by
/// the package of the crosswalk, milligrams, grams and international units by the code's dosage
/// ("15 MG"). Nothing where the tables do not tell, or where it does not come out even with the
/// three decimals that SV104 takes. `form` is that of the NDC: only of a liquid is the size of
/// an item known to be in millilitres.
[[nodiscard]] std::optional<Decimal> billing_units(grammar::Ctp const &ctp,
                                                   tables::Assignment const &assignment,
                                                   std::string_view dosage, tables::Form form);

}  // namespace noc837::rules
