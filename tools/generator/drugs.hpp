// SPDX-License-Identifier: Apache-2.0
// The unclassified drugs that the generator bills, and how their text is written.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace noc837::generator {

/// One administered dose: `20MG` and, in the unit of its drug, the quantity that holds it.
struct Dose {
  std::string_view text;
  std::string_view quantity;
};

/// Quantities never have the digits of their dose, and at most two decimals; powders are counted
/// in whole vials. NDCs are 5-4-2 with a zero that a ten-digit label would leave out.
struct Drug {
  std::string_view name;
  std::string_view strength;
  bool liquid;
  std::string_view ndc;  ///< 11 digits; the labelers are made up
  std::array<Dose, 2> doses;
  Dose wasted;  ///< what is left in a single-dose vial after doses[0]; empty when nothing is
  std::array<std::string_view, 2> routes;
  std::string_view indication;  ///< ICD-10-CM
  int cents;                    ///< charge of doses[0]

  [[nodiscard]] std::string_view unit() const { return liquid ? "ML" : "UN"; }
};

std::span<Drug const> drugs();

/// `90217-0345-01`.
std::string hyphenated(std::string_view ndc);

/// The hyphenated label code of ten digits: the one zero that 5-4-2 adds is left out.
std::string label_code(std::string_view ndc);

}  // namespace noc837::generator
