// SPDX-License-Identifier: Apache-2.0
// The grammar of drug_text.hpp. What is looked ahead at is bounded, so that reading takes time in
// proportion to the text, whatever it holds.
#pragma once

#include <boost/fusion/include/adapt_struct.hpp>

#include "grammar/drug_text.hpp"
#include "grammar/drug_words_def.hpp"
#include "grammar/ndc_def.hpp"
#include "grammar/text_terminals.hpp"

BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::DrugToken, kind, value, unit, per_value, per_unit)

namespace noc837::grammar {

using Kind = DrugTokenKind;

/// Marks what is matched in any case. The text is folded to lower case before it is read, which
/// costs less than folding at every try.
struct FoldedDirective {
  template <class Subject>
  constexpr auto operator[](Subject const &subject) const {
    return x3::as_parser(subject);
  }
};
inline constexpr FoldedDirective folded{};

inline constexpr ByteSet letter_set{"abcdefghijklmnopqrstuvwxyz"};
inline constexpr ByteSet alphanumeric_set{"0123456789abcdefghijklmnopqrstuvwxyz"};
inline constexpr Run blanks{ByteSet(" "), 0, unbounded};
inline constexpr Run letter{letter_set, 1, 1};
inline constexpr Run alphanumeric{alphanumeric_set, 1, 1};
/// Not inside a longer word.
inline auto const boundary = !alphanumeric;
inline constexpr auto none = x3::attr(Slice{});

// 15, 0.5, .5, 1,000.25
inline auto const fraction = x3::lit('.') >> digits(1, 12);
inline auto const number = digits(1, 12) >> x3::repeat(0, 4)[x3::lit(',') >> digits(3)] >> -fraction
                           | fraction;

// A unit ends where its word does, or where a count is glued to it: 75MGX10.
inline auto const unit_end = boundary | &(folded['x'] >> digits(1, 6) >> boundary);
inline auto const measured = (folded[measures] | micro >> folded['g']) >> unit_end;
inline auto const contained = folded[containers] >> unit_end;
inline auto const glued_amount = number >> measured;

// 0409-3795-01, 12345 6789 01; a star where a label leaves a zero out counts as a digit.
inline constexpr ByteSet starred_digit_set{"0123456789*"};
template <class Separator>
auto ndc_parts(Separator const &separator) {
  auto const parts = [&](int labeler, int product, int package) {
    auto const part = [](int width) { return Run(starred_digit_set, width, width); };
    return part(labeler) >> separator >> part(product) >> separator >> part(package) >>
           !Run(ByteSet("0123456789-*"), 1, 1);
  };
  return parts(5, 4, 2) | parts(4, 4, 2) | parts(5, 3, 2) | parts(5, 4, 1) | parts(6, 4, 2);
}

// ML10, UN 1.5; a dose may follow an NDC and is no quantity: ML 15 MG.
// A name may begin with a unit's letter: ML1 L-ASPARAGINASE.
inline auto const quantity = capture[folded[uoms]] >> blanks >> capture[number] >> boundary >>
                             !(blanks >> measured >> !x3::lit('-'));
// Names, amounts and dates are told apart from it at once.
inline auto const ndc_ahead =
    &(begins("n")[x3::lit("n4") | "ndc"] | digits(11) | Run(starred_digit_set, 4, 6) >> ndc_hyphen);
inline auto const bare_ndc =
    capture[digits(11)] >> (boundary | &quantity) | capture[ndc_parts(ndc_hyphen)];
inline auto const prefixed_ndc = begins("n")[ndc_prefix] >> x3::omit[*x3::char_(" :#=.(-")] >>
                                 capture[ndc_parts(x3::lit(' ')) | ndc_group % ndc_hyphen];
inline auto const any_ndc = prefixed_ndc | bare_ndc;
inline auto const ndc_with_quantity =
    x3::attr(Kind::ndc) >> ndc_ahead >> any_ndc >> blanks >> quantity >> none;
inline auto const ndc_alone = x3::attr(Kind::ndc) >> ndc_ahead >> any_ndc >> none >> none >> none;

// 09/14/2026, 9-14-26, 2026-09-14, 20260914
inline auto const day_number = digits(1, 2);
inline auto const month_first = [](char separator) {
  return day_number >> separator >> day_number >> separator >> (digits(4) | digits(2)) >> boundary;
};
inline auto const year_first = [](auto const &separator) {
  return x3::lit("20") >> digits(2) >> separator >> digits(2) >> separator >> digits(2) >> boundary;
};
inline auto const date_ahead = &(digits(1, 4) >> Run(ByteSet("/-."), 1, 1) | digits(8));
inline auto const date_item = x3::attr(Kind::date) >> date_ahead >>
                              capture[month_first('/') | month_first('-') | month_first('.') |
                                      year_first('-') | year_first('/') | year_first(x3::eps)] >>
                              !(blanks >> measured) >> none >> none >> none;
// EXP 09/2027
inline auto const expiry_item =
    x3::attr(Kind::expiry) >> folded[x3::lit("expiration") | "expires" | "exp"] >> boundary >>
    x3::omit[*x3::char_(" :.") >> -folded["date"] >> *x3::char_(" :.")] >>
    capture[+(digit | '/' | '-')] >> none >> none >> none;

// INV $1200, INVOICE COST: 1,200.00, $45; INV #88213 is an invoice's number
inline auto const price_end = boundary >> x3::omit[x3::repeat(0, 8)[x3::char_(" :=")]];
inline auto const price_words =
    folded[x3::lit("invoice") | "inv" | "acquisition" | "acq" | "cost" | "price"] >> price_end >>
    x3::repeat(0, 2)[folded[x3::lit("cost") | "price" | "amount" | "amt" | "total"] >> price_end];
inline auto const price_item = x3::attr(Kind::price) >>
                               (price_words >> -x3::lit('$') | x3::lit('$')) >> blanks
                               >> capture[number] >> boundary >> !(blanks >> measured) >> none
                               >> none >> none;

// LOT A1234, LOT# 55-B
inline auto const lot_item =
    x3::attr(Kind::lot) >> folded[x3::lit("lot") | "batch"] >> !letter >> blanks >>
    -(folded[x3::lit("number") | "no"] >> boundary) >> x3::omit[*x3::char_(" :#.")] >>
    capture[*(letter | '-') >> digit >> *(alphanumeric | '-')] >> none >> none >> none;

// 10 MG/ML, 50MG/2ML, 30 MG PER ML, 30 MG ML
inline auto const amount = capture[number] >> blanks >> capture[measured];
inline auto const per = blanks >> (x3::lit('/') | folded["per"] >> boundary) >> blanks;
inline auto const volume = capture[folded[volumes] >> unit_end];
inline auto const concentration =
    x3::attr(Kind::concentration) >> amount >> per >> capture[-number] >> blanks >> volume;
inline auto const blank_concentration = x3::attr(Kind::concentration) >> amount >>
                                        +x3::lit(' ') >> none >> volume >> !(blanks >> digit);
// 5 MG/KG, 100 MG/VIAL, 100MG/50MG
inline auto const rated = folded[rates] >> unit_end;
inline auto const rate = x3::attr(Kind::strength) >> amount >> per >> capture[-number] >> blanks >>
                         capture[measured | contained | rated];
// 5/10 MG, 160-4.5 MCG
inline auto const combination = x3::attr(Kind::strength) >>
                                capture[number >> x3::char_("/-") >> number] >> blanks >>
                                capture[measured] >> none >> none;
// 0.9%
inline auto const percentage =
    x3::attr(Kind::strength) >> capture[number] >> blanks >> capture[x3::lit('%')] >> none >> none;
// 1:1000, U-100
inline auto const ratio = x3::lit("1:") >> (digits(1, 3) >> ",000" | digits(3, 7));
inline auto const insulin = folded['u'] >> -x3::lit('-') >>
                            (x3::lit("100") | "200" | "300" | "500");
inline auto const bare_strength = [](auto const &strength) {
  return x3::attr(Kind::strength) >> capture[strength] >> boundary >> none >> none >> none;
};
inline auto const ratio_item = bare_strength(ratio);
inline auto const insulin_item = bare_strength(insulin);
inline auto const strength_item =
    concentration | rate | blank_concentration | combination | percentage | ratio_item;

// 50MG
inline auto const dose_item = x3::attr(Kind::dose) >> amount >> none >> none;
// The usual dose, which nothing follows that would make more of it than a dose.
inline auto const plain_dose =
    x3::attr(Kind::dose) >> amount >> !(blanks >> Run(ByteSet("/cmlp"), 1, 1)) >> none >> none;
// 2 VIALS
inline auto const pack_item =
    x3::attr(Kind::pack) >> capture[number] >> blanks >> capture[contained] >> none >> none;

// X10, X10 PELLETS, 10 X 75MG, QTY 10
inline auto const counted = digits(1, 6);
inline auto const counted_end = boundary >> !fraction;
inline auto const count_after = x3::attr(Kind::count) >> folded['x'] >> blanks >>
                                capture[counted] >> counted_end >> !(blanks >> measured) >>
                                (blanks >> capture[contained] | none) >> none >> none;
inline auto const count_before = x3::attr(Kind::count) >> capture[counted] >> blanks >>
                                 folded['x'] >> blanks >> &(number >> blanks >> measured) >> none
                                 >> none >> none;
inline auto const count_named = x3::attr(Kind::count) >> folded[x3::lit("quantity") | "qty"] >>
                                boundary >> x3::omit[*x3::char_(" :=")] >> capture[counted] >>
                                counted_end >> !(blanks >> (measured | contained)) >> none >>
                                none >> none;
inline auto const count_item = count_after | count_named;

inline auto const route_item =
    x3::attr(Kind::route) >> capture[folded[routes]] >> boundary >> none >> none >> none;

inline auto const plus_item = x3::attr(Kind::plus) >> capture[x3::lit('+')] >> none >> none >> none;

// KETOROLAC, 5-FLUOROURACIL, B12, D.H.E; of KETOROLAC15MG and KETOROLAC-15MG only the name
inline auto const word_joint = Run(ByteSet("'.&-"), 1, 1) >> &alphanumeric;
inline auto const word_run = Run(letter_set, 1, unbounded) | digits(1, unbounded);
inline constexpr std::string_view in_word = "'.&-0123456789abcdefghijklmnopqrstuvwxyz";
inline auto const word_item =
    x3::attr(Kind::word) >>
    capture[word_run >> *begins(in_word)[-word_joint >> !glued_amount >> word_run]] >> none >>
    none >> none;

// What an item begins with rules most of them out.
inline auto const number_item = plain_dose | strength_item | count_before | dose_item | pack_item;
inline auto const drug_token = x3::rule<struct drug_token_rule, DrugToken>{"drug text"} =
    begins("0123456789*n")[ndc_with_quantity | ndc_alone]  //
    | begins("0123456789")[date_item]                      //
    | begins("e")[expiry_item]                             //
    | begins("aicp$")[price_item]                          //
    | begins("lb")[lot_item]                               //
    | begins("0123456789.")[number_item]                   //
    | begins("u")[insulin_item]                            //
    | begins("xq")[count_item]                             //
    | begins("abeinoprstv")[route_item]                    //
    | begins("+")[plus_item]                               //
    | word_item;

}  // namespace noc837::grammar
