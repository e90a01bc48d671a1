// SPDX-License-Identifier: Apache-2.0
// The families of rules: one file each. A new family is named here and in table.cpp.
#pragma once

#include <span>

#include "rules/rule.hpp"

namespace noc837::rules {

[[nodiscard]] std::span<Rule const> envelope_rules();      // ENV
[[nodiscard]] std::span<Rule const> structure_rules();     // STR
[[nodiscard]] std::span<Rule const> procedure_rules();     // COD
[[nodiscard]] std::span<Rule const> ndc_rules();           // NDC
[[nodiscard]] std::span<Rule const> quantity_rules();      // QTY
[[nodiscard]] std::span<Rule const> description_rules();   // DSC
[[nodiscard]] std::span<Rule const> units_rules();         // UNT
[[nodiscard]] std::span<Rule const> charge_rules();        // CHG
[[nodiscard]] std::span<Rule const> modifier_rules();      // MOD
[[nodiscard]] std::span<Rule const> diagnosis_rules();     // DX
[[nodiscard]] std::span<Rule const> date_rules();          // DAT
[[nodiscard]] std::span<Rule const> setting_rules();       // INS, POS
[[nodiscard]] std::span<Rule const> compound_rules();      // CMP
[[nodiscard]] std::span<Rule const> coordination_rules();  // COB, PAY, AUT, DUP, HLX
[[nodiscard]] std::span<Rule const> provider_rules();      // NPI
[[nodiscard]] std::span<Rule const> validation_rules();    // SNP

}  // namespace noc837::rules
