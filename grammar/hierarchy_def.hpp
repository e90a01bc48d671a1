// SPDX-License-Identifier: Apache-2.0
// The rules of hierarchy.hpp, a line an element, in the guide's order.
#pragma once

#include <boost/fusion/include/adapt_struct.hpp>

#include "grammar/hierarchy.hpp"
#include "grammar/terminals.hpp"

BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Hl, id, parent, level, child_code)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Nm1, entity, type, name, id_qualifier, id)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Sbr, sequence, filing)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::N4, city, state, zip)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Clm, id, charge, facility, qualifier, frequency)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::HealthCode, qualifier, code, extra)

namespace noc837::grammar {

inline constexpr auto skip = x3::omit[element];

inline constexpr auto hl = skip_id      //
                           >> element   // HL01 id
                           >> element   // HL02 parent
                           >> element   // HL03 level
                           >> element;  // HL04 child code

inline constexpr auto nm1 = skip_id                          //
                            >> element                       // NM101 entity
                            >> element                       // NM102 type
                            >> element                       // NM103 last or organisation name
                            >> skip >> skip >> skip >> skip  // NM104 to NM107
                            >> element                       // NM108 id qualifier
                            >> element;                      // NM109 id

inline constexpr auto sbr = skip_id                                  //
                            >> element                               // SBR01 sequence
                            >> skip >> skip >> skip >> skip >> skip  // SBR02 to SBR06
                            >> skip >> skip                          // SBR07, SBR08
                            >> element;                              // SBR09 filing indicator

inline constexpr auto n4 = skip_id      //
                           >> element   // N401 city
                           >> element   // N402 state
                           >> element;  // N403 postal code

inline constexpr auto clm = skip_id             //
                            >> element          // CLM01 patient control number
                            >> element          // CLM02 total charge
                            >> skip >> skip     // CLM03, CLM04
                            >> open             // CLM05
                            >> first_component  // CLM05-1 facility code
                            >> component        // CLM05-2 qualifier
                            >> component;       // CLM05-3 frequency

inline constexpr auto health_code = x3::rule<struct health_code_rule, HealthCode>{"health code"} =
    open >> first_component  // -1 qualifier
    >> component             // -2 code
    >> rest_of_element;
inline constexpr auto hi = skip_id >> *(more >> health_code);  // HI01 to HI12

}  // namespace noc837::grammar
