// SPDX-License-Identifier: Apache-2.0
// Procedure codes that stand for a drug without naming it.
#pragma once

#include <span>
#include <string_view>

namespace noc837::profiles {

/// The unclassified-drug codes of the set "noc": HCPCS, and CPT where it has none.
[[nodiscard]] std::span<std::string_view const> noc_codes();

/// True where the code's own descriptor holds a dose (J1599 is 500 mg), so that its units count
/// doses and are never simply 1.
[[nodiscard]] bool has_dose(std::string_view code);

}  // namespace noc837::profiles
