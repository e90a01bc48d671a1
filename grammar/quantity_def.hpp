// SPDX-License-Identifier: Apache-2.0
// The grammar of quantity.hpp.
#pragma once

#include "grammar/quantity.hpp"
#include "grammar/text_terminals.hpp"

namespace noc837::grammar {

inline auto const sign = x3::char_("+-");
inline auto const typed_number =
    capture[-sign >> -x3::lit('.') >> digit >> *(digit | x3::char_(",."))];
// F2 is the one unit with a digit in it
inline auto const typed_unit = capture[x3::no_case["f2"] | +x3::char_("A-Za-z")];
inline auto const some_blanks = x3::omit[*x3::char_(" \t\r\n")];

inline auto const number_then_unit = some_blanks >> typed_number >> some_blanks >>
                                     (typed_unit | x3::attr(Slice{})) >> some_blanks >> x3::eoi;
inline auto const unit_then_number =
    some_blanks >> typed_unit >> some_blanks >> typed_number >> some_blanks >> x3::eoi;

// 1,000 and 12,345,678, but not 0,500
inline auto const grouped = x3::char_('1', '9') >> x3::repeat(0, 2)[digit] >>
                            +(x3::lit(',') >> x3::repeat(3)[digit]) >> !digit;
// sign, integer part, point with fraction digits
inline auto const number_parts = (x3::lit('+') >> x3::attr(Slice{}) | capture[-x3::lit('-')]) >>
                                 capture[grouped | *digit] >> capture[-(x3::lit('.') >> +digit)] >>
                                 -x3::lit('.') >> x3::eoi;

}  // namespace noc837::grammar
