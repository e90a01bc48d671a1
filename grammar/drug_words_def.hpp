// SPDX-License-Identifier: Apache-2.0
// The vocabularies of drug_text_def.hpp: units, containers and routes in every spelling that
// billers use. Symbols are lower case; the longest that fits wins.
#pragma once

#include <initializer_list>

#include "grammar/text_terminals.hpp"

namespace noc837::grammar {

struct Vocabulary : x3::symbols<> {
  Vocabulary(std::initializer_list<char const *> names) {
    for (auto const *name : names) add(name);
  }
};

/// What a dose is measured in.
inline Vocabulary const measures = {
    "mg",
    "mgs",
    "mgm",
    "mgms",
    "milligram",
    "milligrams",
    "mcg",
    "mcgs",
    "ug",
    "microgram",
    "micrograms",
    "ng",
    "g",
    "gm",
    "gms",
    "gram",
    "grams",
    "ml",
    "mls",
    "cc",
    "ccs",
    "milliliter",
    "milliliters",
    "l",
    "liter",
    "liters",
    "u",
    "unit",
    "units",
    "iu",
    "ius",
    "international unit",
    "international units",
    "mu",
    "million u",
    "million unit",
    "million units",
    "million iu",
    "bau",
    "meq",
    "meqs",
    "mmol",
    "mci",
    "uci",
};

/// The micro sign as Latin-1, as UTF-8 and as a Greek letter. Not among the symbols: those are
/// kept in the order of signed characters, but looked up without regard to case as unsigned ones.
inline auto const micro = x3::lit("\xb5") | "\xc2\xb5" | "\xce\xbc";

/// Volumes: an amount per one of these is a concentration.
inline Vocabulary const volumes = {"ml", "mls", "cc", "ccs", "milliliter", "l", "liter"};

/// What an amount per volume or weight may be given for, besides measures and containers.
inline Vocabulary const rates = {"kg",  "kgs", "hr",   "hour", "h",
                                 "min", "day", "dose", "m2",   "actuation"};

inline Vocabulary const containers = {
    "vial",     "vials",     "vl",         "vls",         "amp",
    "amps",     "ampule",    "ampules",    "ampoule",     "ampoules",
    "syringe",  "syringes",  "syr",        "syrs",        "pen",
    "pens",     "cartridge", "cartridges", "tab",         "tabs",
    "tablet",   "tablets",   "cap",        "caps",        "capsule",
    "capsules", "pellet",    "pellets",    "implant",     "implants",
    "insert",   "inserts",   "patch",      "patches",     "kit",
    "kits",     "bag",       "bags",       "bottle",      "bottles",
    "tube",     "tubes",     "supp",       "suppository", "suppositories",
    "puff",     "puffs",     "drop",       "drops",       "gtt",
    "gtts",
};

/// CTP05-1 as the paper form's shaded line carries it.
inline Vocabulary const uoms = {"f2", "gr", "me", "ml", "un"};

inline Vocabulary const routes = {
    "iv",
    "i.v",
    "ivp",
    "ivpb",
    "iv push",
    "intravenous",
    "intravenously",
    "im",
    "i.m",
    "intramuscular",
    "intramuscularly",
    "sc",
    "s.c",
    "s/c",
    "sq",
    "s.q",
    "subq",
    "sub-q",
    "sub q",
    "subcut",
    "sub-cut",
    "subcutaneous",
    "subcutaneously",
    "id",
    "intradermal",
    "it",
    "intrathecal",
    "ivt",
    "intravitreal",
    "intravitreally",
    "intraocular",
    "intracameral",
    "subconjunctival",
    "ia",
    "intra-articular",
    "intraarticular",
    "intralesional",
    "intravesical",
    "intracavernosal",
    "intrapleural",
    "intraperitoneal",
    "intratympanic",
    "epidural",
    "perineural",
    "po",
    "p.o",
    "oral",
    "orally",
    "sublingual",
    "buccal",
    "top",
    "topical",
    "topically",
    "transdermal",
    "inh",
    "inhaled",
    "inhalation",
    "neb",
    "nebulized",
    "nasal",
    "intranasal",
    "oph",
    "ophth",
    "ophthalmic",
    "otic",
    "pr",
    "rectal",
    "vaginal",
};

}  // namespace noc837::grammar
