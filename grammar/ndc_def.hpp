// SPDX-License-Identifier: Apache-2.0
// The rules of ndc.hpp, shared with the drug text grammar.
#pragma once

#include "grammar/text_terminals.hpp"

namespace noc837::grammar {

/// N4, NDC, NDC:, NDC#, NDC NO.
inline auto const ndc_prefix =
    x3::omit[x3::no_case[x3::lit("NDC") >> -(*x3::lit(' ') >> "NO" >> -x3::lit('.')) | "N4"] >>
             *x3::char_(" :#")];

/// Digits, with a star for a zero that the label leaves out.
inline auto const ndc_group = +(digit | x3::char_('*'));

inline auto const ndc_hyphen = x3::lit('-');
inline auto const ndc_separator = *x3::lit(' ') >> '-' >> *x3::lit(' ') | +x3::lit(' ');

}  // namespace noc837::grammar
