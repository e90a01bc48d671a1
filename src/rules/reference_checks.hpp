// SPDX-License-Identifier: Apache-2.0
// What the user's reference tables say against a line; the families' files have the rows. Each
// check runs only where the table that its row names is there.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "rules/report.hpp"

namespace noc837::rules::reference {

// By the FDA's NDC directory: reference_checks.cpp.
void not_listed(LineCase const &c, Report &report);
void not_marketed(LineCase const &c, Report &report);
void other_drug(LineCase const &c, Report &report);
void unit_against_form(LineCase const &c, Report &report);
void not_new(LineCase const &c, Report &report);
void other_licence(LineCase const &c, Report &report);
void waste_of_multi_dose(LineCase const &c, Report &report);

// By the CMS crosswalk: specific_code.cpp.
void specific_code(LineCase const &c, Report &report);

/// How much of a package is for one patient.
enum class Doses : std::uint8_t { unknown, single, multi };
/// By the text of the package that the line's first NDC names; unknown without tables.
[[nodiscard]] Doses doses_of(LineCase const &c);

/// Name and strength of the product that the line's NDC names: "KETOROLAC TROMETHAMINE 15 MG/ML".
/// Empty where no table knows it.
[[nodiscard]] std::string listed_name(LineCase const &c);

/// The packages that the directory has under an NDC, whatever its form; none without tables.
[[nodiscard]] std::span<tables::Package const> listed(LineCase const &c,
                                                      claims::DrugLoop const &loop);

}  // namespace noc837::rules::reference
