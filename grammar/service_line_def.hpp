// SPDX-License-Identifier: Apache-2.0
// The rules of service_line.hpp, a line an element, in the guide's order.
#pragma once

#include <boost/fusion/include/adapt_struct.hpp>

#include "grammar/service_line.hpp"
#include "grammar/terminals.hpp"

BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Procedure, qualifier, code, modifier1, modifier2,
                          modifier3, modifier4, description, extra)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Sv1, procedure, charge, basis, units, place, not_used,
                          pointers)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Sv2, revenue, procedure, charge, basis, units, rate,
                          noncovered)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::ServiceHead, revenue, qualifier, code, charge)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Lin, assigned, qualifier, id, extra)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Ctp, class_of_trade, price_id, price, quantity, unit,
                          unit_extra, extra)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Ref, qualifier, id)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Nte, code, text)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Dtp, qualifier, format, period)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Pwk, report, transmission, control_number)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Svd, payer, paid, procedure)

namespace noc837::grammar {

inline constexpr auto procedure = x3::rule<struct procedure_rule, Procedure>{"procedure"} =
    open                //
    >> first_component  // -1 qualifier
    >> component        // -2 code
    >> component        // -3 modifier
    >> component        // -4 modifier
    >> component        // -5 modifier
    >> component        // -6 modifier
    >> component        // -7 description
    >> rest_of_element;

inline constexpr auto lx = skip_id >> element;  // LX01

inline constexpr auto sv1 = skip_id       //
                            >> procedure  // SV101
                            >> element    // SV102 charge
                            >> element    // SV103 basis
                            >> element    // SV104 units
                            >> element    // SV105 place of service
                            >> element    // SV106
                            >> element;   // SV107 diagnosis pointers

inline constexpr auto sv2 = skip_id       //
                            >> element    // SV201 revenue code
                            >> procedure  // SV202
                            >> element    // SV203 charge
                            >> element    // SV204 basis
                            >> element    // SV205 units
                            >> element    // SV206
                            >> element;   // SV207 non-covered charge

inline constexpr auto sv1_head = skip_id                       //
                                 >> x3::attr(Slice{})          // SV1 has no revenue code
                                 >> open >> first_component    // SV101-1 qualifier
                                 >> component                  // SV101-2 code
                                 >> x3::omit[rest_of_element]  // SV101-3 and on
                                 >> element;                   // SV102 charge

inline constexpr auto sv2_head = skip_id                       //
                                 >> element                    // SV201 revenue code
                                 >> open >> first_component    // SV202-1 qualifier
                                 >> component                  // SV202-2 code
                                 >> x3::omit[rest_of_element]  // SV202-3 and on
                                 >> element;                   // SV203 charge

inline constexpr auto lin = skip_id     //
                            >> element  // LIN01
                            >> element  // LIN02 qualifier
                            >> element  // LIN03 NDC
                            >> rest_of_segment;

inline constexpr auto ctp = skip_id                     //
                            >> element                  // CTP01
                            >> element                  // CTP02
                            >> element                  // CTP03
                            >> element                  // CTP04 quantity
                            >> open >> first_component  // CTP05-1 unit of measure
                            >> rest_of_element          // CTP05-2 and on
                            >> rest_of_segment;

inline constexpr auto ref = skip_id      //
                            >> element   // REF01 qualifier
                            >> element;  // REF02 identification

inline constexpr auto nte = skip_id                      //
                            >> element                   // NTE01 code
                            >> open >> rest_of_segment;  // NTE02 text

inline constexpr auto k3 = skip_id >> open >> rest_of_segment;  // K301

inline constexpr auto dtp = skip_id      //
                            >> element   // DTP01 qualifier
                            >> element   // DTP02 format
                            >> element;  // DTP03 date or period

inline constexpr auto pwk = skip_id               //
                            >> element            // PWK01 report type
                            >> element            // PWK02 transmission
                            >> x3::omit[element]  // PWK03
                            >> x3::omit[element]  // PWK04
                            >> x3::omit[element]  // PWK05
                            >> element;           // PWK06 control number

inline constexpr auto svd = skip_id        //
                            >> element     // SVD01 payer
                            >> element     // SVD02 paid
                            >> procedure;  // SVD03

}  // namespace noc837::grammar
