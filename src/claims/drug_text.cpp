// SPDX-License-Identifier: Apache-2.0
#include "claims/drug_text.hpp"

#include <algorithm>
#include <array>

#include "edi/elements.hpp"

namespace noc837::claims {
namespace {

using grammar::DrugToken;
using grammar::DrugTokenKind;

constexpr std::array<std::string_view, 46> stop_words = {
    "UNCLASSIFIED", "DRUG",   "DRUGS",      "INJECTION", "INJ",     "INJECTABLE", "MEDICATION",
    "MEDICATIONS",  "MED",    "MEDS",       "MISC",      "MISCELLANEOUS",         "NOC",
    "NOS",          "OTHER",  "UNLISTED",   "UNKNOWN",   "UNSPECIFIED",           "SEE",
    "NOTE",         "NOTES",  "ATTACHED",   "ATTACHMENT", "INVOICE", "RECORDS",   "RECORD",
    "NDC",          "COMPOUND", "COMPOUNDED", "CMPD",    "BILLED",  "AS",         "PER",
    "THE",          "FOR",    "AND",        "WITH",      "OF",      "CODE",       "HCPCS",
    "DOSE",         "TOTAL",  "GIVEN",      "LINE",      "CLAIM",   "BIOLOGIC"};

bool is_code(std::string_view word) {
  return word.size() == 5 && word[0] >= 'A' && word[0] <= 'Z' &&
         std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }));
}

Slice spanning(Slice from, Slice to) {
  return {from.begin, static_cast<std::size_t>(to.end() - from.begin)};
}

/// True where only blanks lie between two slices of one text.
bool adjacent(Slice left, Slice right) {
  return std::all_of(left.end(), right.begin, [](char c) { return c == ' '; });
}

/// The first run of words that holds one of four letters or more which is no stop word; leading
/// stop words are left out.
Slice name_in(std::vector<DrugToken> const &tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != DrugTokenKind::word || is_stop_word(tokens[i].value.view())) continue;
    std::size_t last = i;
    bool named = letters(tokens[i].value.view()) >= 4;
    while (last + 1 < tokens.size() && tokens[last + 1].kind == DrugTokenKind::word &&
           adjacent(tokens[last].value, tokens[last + 1].value) &&
           !is_stop_word(tokens[last + 1].value.view())) {
      ++last;
      named = named || letters(tokens[last].value.view()) >= 4;
    }
    if (named) return spanning(tokens[i].value, tokens[last].value);
    i = last;
  }
  return {};
}

void note_dose(std::vector<DrugToken> const &tokens, std::size_t at, DrugText &out) {
  DrugToken const &token = tokens[at];
  bool const counted = at + 1 < tokens.size() && tokens[at + 1].kind == DrugTokenKind::count;
  if (counted) {
    if (out.strength.empty()) out.strength = token.whole();
    if (out.count.empty()) out.count = tokens[at + 1].value;
  }
  if (!out.dose.empty()) return;
  out.dose = counted ? spanning(token.value, tokens[at + 1].value) : token.whole();
  out.dose_value = token.value;
  out.dose_unit = token.unit;
}

}  // namespace

bool is_stop_word(std::string_view word) {
  std::string const folded = edi::upper(word);
  return is_code(folded) ||
         std::find(stop_words.begin(), stop_words.end(), folded) != stop_words.end();
}

DrugText read_drug_text(std::string_view text) {
  DrugText out;
  out.text = text;
  std::vector<DrugToken> const tokens = grammar::read_drug_text(text);
  bool plain_word = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    DrugToken const &token = tokens[i];
    switch (token.kind) {
      case DrugTokenKind::ndc: {
        auto ndc = grammar::read_ndc(token.value.view());
        if (ndc.shape == grammar::NdcShape::other) break;
        out.ndcs.push_back({token.value, std::move(ndc), token.unit, token.per_value});
        break;
      }
      case DrugTokenKind::strength:
        if (out.strength.empty()) out.strength = token.whole();
        if (!token.per_unit.empty()) out.concentration = true;
        break;
      case DrugTokenKind::dose: note_dose(tokens, i, out); break;
      case DrugTokenKind::count:
        if (out.count.empty()) out.count = token.value;
        break;
      case DrugTokenKind::route:
        if (out.route.empty()) out.route = token.value;
        out.routes.push_back(token.value);
        break;
      case DrugTokenKind::lot:
        if (out.lot.empty()) out.lot = token.value;
        break;
      case DrugTokenKind::price:
        if (out.price.empty()) out.price = token.value;
        break;
      case DrugTokenKind::plus: out.compound = true; break;
      case DrugTokenKind::word: {
        out.has_words = true;
        std::string const word = edi::upper(token.value.view());
        if (word == "COMPOUND" || word == "COMPOUNDED" || word == "CMPD") out.compound = true;
        if (is_stop_word(word)) break;
        if (letters(word) > 0) plain_word = true;
        out.words.push_back(token.value);
        break;
      }
    }
  }
  out.name = name_in(tokens);
  out.only_stop_words = out.has_words && !plain_word;
  return out;
}

}  // namespace noc837::claims
