// SPDX-License-Identifier: Apache-2.0
// What the NDC rules check; ndc.cpp has their rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/report.hpp"

namespace noc837::rules::ndc {

/// What LIN02 and LIN03 make of a drug loop.
enum class Loop : std::uint8_t {
  ndc,          ///< N4 in any case
  unlabelled,   ///< meant as an NDC: the qualifier is blank, ND or NDC
  mislabelled,  ///< an NDC under a qualifier that says it is something else
  other,        ///< some other product number
};
[[nodiscard]] Loop kind_of(claims::DrugLoop const &loop);

/// True where LIN03 is to be an NDC, whatever state it is in.
[[nodiscard]] bool holds_ndc(claims::DrugLoop const &loop);

/// True for a number that is no package's: a placeholder, or one that the payer wants in place of
/// an NDC.
[[nodiscard]] bool names_no_package(claims::DrugLoop const &loop, profiles::Profile const &profile);

/// The NDCs that ten digits without hyphens can stand for, without repeats. Ten digits beginning
/// with a zero are most likely a 4-4-2 label, as five-digit labelers start at 10000.
[[nodiscard]] std::vector<std::string> candidates(std::string_view ten);

/// "a or b or c".
[[nodiscard]] std::string alternatives(std::vector<std::string> const &values);

// LIN03 and its qualifier: ndc_form.cpp.
void hyphenated(LineCase const &c, Report &report);
void ten_digit_hyphenated(LineCase const &c, Report &report);
void ten_digit_ambiguous(LineCase const &c, Report &report);
void malformed(LineCase const &c, Report &report);
void prefixed(LineCase const &c, Report &report);
void wrong_qualifier(LineCase const &c, Report &report);
void placeholder(LineCase const &c, Report &report);
void twelve_digit(LineCase const &c, Report &report);

// LIN03 and the narrative: ndc_text.cpp.
void required(LineCase const &c, Report &report);
void recommended(LineCase const &c, Report &report);
void conflict(LineCase const &c, Report &report);
void only_in_text(LineCase const &c, Report &report);
void in_text_without_quantity(LineCase const &c, Report &report);
void second(LineCase const &c, Report &report);

}  // namespace noc837::rules::ndc
