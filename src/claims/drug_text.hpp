// SPDX-License-Identifier: Apache-2.0
// What a narrative says about the drug, sorted into the things a payer asks for.
#pragma once

#include <boost/container/small_vector.hpp>
#include <string_view>

#include "claims/vocabulary.hpp"
#include "grammar/drug_text.hpp"
#include "grammar/ndc.hpp"

namespace noc837::claims {

using edi::Slice;

/// A parsed narrative. Slices point into the text that was given. The first of a kind counts,
/// but for `ndcs`, `words` and `routes`, which are complete.
struct DrugText {
  DrugText() noexcept {}  // not defaulted: that would clear the room of its lists as well

  std::string_view text;
  grammar::DrugTokens tokens;  ///< all that was read, in order

  Slice name;      ///< the drug's name: "TESTOPEL PELLET"; empty when no word can be one
  Slice strength;  ///< "10 MG/ML", "0.9%"; of "75MG X10" the 75MG
  Slice dose;      ///< "50MG"; with a count, all of "75MG X10"; "2 VIALS" where nothing is measured
  Slice dose_value;
  Slice dose_unit;
  Slice count;  ///< the 10 of "X10"
  Slice route;  ///< "IV"
  Slice date;   ///< "09/14/2026"
  Slice lot;    ///< "A1234"
  Slice price;  ///< "1200"

  /// An NDC as typed, with its quantity when one follows in the paper form's way.
  struct TypedNdc {
    Slice typed;
    grammar::Ndc ndc;
    Slice unit;      ///< F2 GR ME ML UN in any case; empty without a quantity
    Slice quantity;  ///< empty without a unit
  };
  boost::container::small_vector<TypedNdc, 1> ndcs;
  boost::container::small_vector<Slice, 6> words;  ///< each that could belong to a name, in order
  boost::container::small_vector<Slice, 2> routes;

  /// Points every slice into the same text at another place.
  void move_to(char const *same);

  bool has_words = false;        ///< there is at least one word of any kind
  bool only_stop_words = false;  ///< words, but none that says anything: UNCLASSIFIED DRUG
  bool compound = false;         ///< COMPOUND, CMPD or drugs joined by +
  bool concentration = false;    ///< an amount per volume stands in it: 10 MG/ML
  bool stray_blanks = false;     ///< blanks at its ends, or two in a row
  bool small_letters = false;    ///< at least one
};

/// Sorts the tokens of `text`. What this program wrote itself says nothing about a drug and gives
/// an empty result.
[[nodiscard]] DrugText read_drug_text(std::string_view text,
                                      Vocabulary const &vocabulary = shipped_vocabulary());
/// The same into `out`, which is as it was made.
void read_drug_text(std::string_view text, Vocabulary const &vocabulary, DrugText &out);

/// True for a note that this program wrote: "NOC837 ...".
[[nodiscard]] bool is_annotation(std::string_view text);

}  // namespace noc837::claims
