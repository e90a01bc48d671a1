// SPDX-License-Identifier: Apache-2.0
// National Drug Codes in the forms that people type.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace noc837::grammar {

/// How an NDC is written. HIPAA's form is eleven digits, labeler 5, product 4, package 2.
enum class NdcShape : std::uint8_t {
  eleven,          ///< 00409379501
  five_four_two,   ///< 00409-3795-01 or with blanks
  four_four_two,   ///< 0409-3795-01: the missing zero belongs in front
  five_three_two,  ///< 63323-249-10: in front of the product
  five_four_one,   ///< 12345-6789-1: in front of the package
  starred,         ///< *0409-3795-01: a star where a label leaves the zero out
  ten,             ///< ten digits: which zero is missing cannot be known
  twelve,          ///< twelve digits without hyphens
  six_four_two,    ///< the form that the FDA assigns from 2033-03-07 on
  other,           ///< none of these
};

struct Ndc {
  NdcShape shape = NdcShape::other;
  bool prefixed = false;  ///< began with N4 or NDC
  bool padded = false;    ///< blanks stood at its ends
  std::string digits;     ///< every digit, in order; a star counts as a zero
  std::string eleven;     ///< the NDC in HIPAA's form; empty where it cannot be known for sure

  [[nodiscard]] bool known() const { return !eleven.empty(); }
};

/// Reads all of `text`, a leading N4 or NDC and blanks at the ends included.
[[nodiscard]] Ndc read_ndc(std::string_view text);

}  // namespace noc837::grammar
