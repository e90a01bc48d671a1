// SPDX-License-Identifier: Apache-2.0
// The grammar of drug_text.hpp.
#pragma once

#include <boost/fusion/include/adapt_struct.hpp>

#include "grammar/drug_text.hpp"
#include "grammar/ndc_def.hpp"
#include "grammar/text_terminals.hpp"

BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::DrugToken, kind, value, unit, per_value, per_unit)

namespace noc837::grammar {

using Kind = DrugTokenKind;

inline constexpr auto blanks = *x3::lit(' ');
inline auto const alphanumeric = x3::char_("A-Za-z0-9");
/// Not inside a longer word.
inline auto const boundary = !alphanumeric;
inline constexpr auto none = x3::attr(Slice{});

inline constexpr auto number = (+digit >> *(x3::lit(',') >> digit >> digit >> digit)) >>
                                   -(x3::lit('.') >> +digit) |
                               x3::lit('.') >> +digit;

/// Symbols of any case; the longest wins.
struct Units : x3::symbols<> {
  Units() {
    for (auto const *name :
         {"mg",   "mgs",   "mgm",   "mcg",   "ug",    "g",     "gm",    "gms",  "gram", "grams",
          "ml",   "mls",   "cc",    "units", "unit",  "u",     "iu",    "meq",  "mmol", "mci",
          "vial", "vials", "tab",   "tabs",  "cap",   "caps",  "amp",   "amps", "syringe",
          "syr",  "kg",    "l",     "pellet", "pellets", "million units"}) {
      add(name);
    }
  }
};
inline Units const units;

struct Uoms : x3::symbols<> {
  Uoms() { add("f2")("gr")("me")("ml")("un"); }
};
inline Uoms const uoms;

struct Routes : x3::symbols<> {
  Routes() {
    for (auto const *name :
         {"iv",   "ivp",  "ivpb", "im",     "sc",           "sq",          "subq", "subcut",
          "id",   "it",   "intrathecal",    "intravitreal", "ivt",         "po",   "oral",
          "top",  "topical", "inh", "neb",  "oph",          "pr",          "ia",   "intravenous",
          "intramuscular", "subcutaneous",  "sub-q",        "intra-articular"}) {
      add(name);
    }
  }
};
inline Routes const routes;

// N4 12345678901 ML10, NDC: 0409-3795-01, 12345-6789-01
inline auto const bare_ndc = capture[x3::repeat(11)[digit] >> boundary |
                                     ndc_group >> ndc_hyphen >> ndc_group >> ndc_hyphen >>
                                         ndc_group];
inline auto const prefixed_ndc =
    ndc_prefix >> capture[ndc_group % ndc_hyphen >> -(x3::lit(' ') >> ndc_group >> ' ' >> ndc_group >>
                                                      !digit)];
inline auto const any_ndc = prefixed_ndc | bare_ndc;
inline auto const ndc_with_quantity = x3::attr(Kind::ndc) >> any_ndc >> blanks >>
                                      capture[x3::no_case[uoms]] >> blanks >> capture[number] >>
                                      boundary >> none;
inline auto const ndc_alone = x3::attr(Kind::ndc) >> any_ndc >> none >> none >> none;

// INV $1200, INVOICE 1,200.00, $45
inline auto const price_word = x3::no_case[x3::lit("invoice") | "inv" | "acquisition cost" | "cost" |
                                           "price"] >>
                               boundary >> x3::omit[*x3::char_(" :#=")];
inline auto const price_item = x3::attr(Kind::price) >>
                               (price_word >> -x3::lit('$') | x3::lit('$')) >> blanks >>
                               capture[number] >> boundary >> none >> none >> none;

// LOT A1234, LOT# 55-B
inline auto const lot_item = x3::attr(Kind::lot) >> x3::no_case["lot"] >> !x3::char_("A-Za-z") >>
                             x3::omit[-x3::no_case[blanks >> "no" >> boundary]] >>
                             x3::omit[*x3::char_(" :#.")] >> capture[+(alphanumeric | x3::char_('-'))] >>
                             none >> none >> none;

inline auto const unit = capture[x3::no_case[units]] >> boundary;

// 10 MG/ML, 50MG/2ML
inline auto const concentration = x3::attr(Kind::strength) >> capture[number] >> blanks >> unit >>
                                  blanks >> '/' >> blanks >> capture[-number] >> blanks >> unit;
// 5/10 MG
inline auto const combination = x3::attr(Kind::strength) >> capture[number >> '/' >> number] >>
                                blanks >> unit >> none >> none;
// 0.9%
inline auto const percentage = x3::attr(Kind::strength) >> capture[number] >> blanks >>
                               capture[x3::lit('%')] >> none >> none;

// 50MG, 2 VIALS
inline auto const dose_item = x3::attr(Kind::dose) >> capture[number] >> blanks >> unit >> none >>
                              none;

// X10, X 10
inline auto const count_item = x3::attr(Kind::count) >> x3::no_case['x'] >> blanks >>
                               capture[+digit] >> boundary >> none >> none >> none;

inline auto const route_item = x3::attr(Kind::route) >> capture[x3::no_case[routes]] >>
                               boundary >> none >> none >> none;

inline auto const plus_item = x3::attr(Kind::plus) >> capture[x3::lit('+')] >> none >> none >> none;

inline auto const word_item = x3::attr(Kind::word) >>
                              capture[alphanumeric >> *(alphanumeric | x3::char_("'.&-"))] >>
                              none >> none >> none;

inline auto const drug_token = x3::rule<struct drug_token_rule, DrugToken>{"drug text"} =
    ndc_with_quantity | ndc_alone | price_item | lot_item | concentration | combination |
    percentage | dose_item | count_item | route_item | plus_item | word_item;

}  // namespace noc837::grammar
