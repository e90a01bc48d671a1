// SPDX-License-Identifier: Apache-2.0
#include "claims/drug_text.hpp"

#include <algorithm>
#include <unordered_set>

#include "edi/elements.hpp"

namespace noc837::claims {
namespace {

using grammar::DrugToken;
using grammar::DrugTokenKind;
using Tokens = grammar::DrugTokens;

constexpr std::string_view annotation_start = "NOC837 ";

bool is_letter(char c) {
  auto const upper = static_cast<unsigned char>(c & 0xDF);
  return upper >= 'A' && upper <= 'Z';
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_letter));
}

Slice spanning(Slice from, Slice to) {
  return {from.begin, static_cast<std::size_t>(to.end() - from.begin)};
}

/// True where only blanks lie between two slices of one text.
bool adjacent(Slice left, Slice right) {
  return std::all_of(left.end(), right.begin, [](char c) { return c == ' '; });
}

/// Which tokens are words that may be part of a name.
using PlainWords = boost::container::small_vector<bool, 16>;

/// The first run of plain words with one in it that names a drug.
Slice name_in(Tokens const &tokens, PlainWords const &plain, Vocabulary const &vocabulary) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!plain[i]) continue;
    std::size_t last = i;
    bool named = vocabulary.names_drug(tokens[i].value.view());
    while (last + 1 < tokens.size() && plain[last + 1] &&
           adjacent(tokens[last].value, tokens[last + 1].value)) {
      ++last;
      named = named || vocabulary.names_drug(tokens[last].value.view());
    }
    if (named) return spanning(tokens[i].value, tokens[last].value);
    i = last;
  }
  return {};
}

/// True for a plus sign between two drugs: KETAMINE 50MG + LIDOCAINE, but not NAD+ 500MG.
bool joins_drugs(Tokens const &tokens, PlainWords const &plain, std::size_t plus) {
  if (plus == 0 || plus + 1 == tokens.size()) return false;
  bool const glued_left = tokens[plus - 1].whole().end() == tokens[plus].value.begin;
  bool const glued_right = tokens[plus].value.end() == tokens[plus + 1].value.begin;
  if (glued_left && !glued_right) return false;
  std::size_t next = plus + 1;
  while (next < tokens.size() && (tokens[next].kind == DrugTokenKind::dose ||
                                  tokens[next].kind == DrugTokenKind::concentration ||
                                  tokens[next].kind == DrugTokenKind::strength)) {
    ++next;
  }
  return next < tokens.size() && plain[next];
}

/// Takes an amount for the dose: with its count when one stands beside it.
void note_dose(Tokens const &tokens, std::size_t at, DrugText &out) {
  DrugToken const &token = tokens[at];
  auto const is_count = [&](std::size_t i) { return tokens[i].kind == DrugTokenKind::count; };
  out.dose = token.whole();
  out.dose_value = token.value;
  out.dose_unit = token.unit;
  if (at + 1 < tokens.size() && is_count(at + 1)) {
    out.dose = spanning(token.value, tokens[at + 1].value);
  } else if (at > 0 && is_count(at - 1) && tokens[at - 1].unit.empty() &&
             !adjacent(tokens[at - 1].value, token.value)) {  // an X stands between them
    out.dose = spanning(tokens[at - 1].value, token.whole());
  } else {
    return;
  }
  if (out.strength.empty()) out.strength = token.whole();
}

void keep_first(Slice &kept, Slice found) {
  if (kept.empty()) kept = found;
}

/// True for a word that may be part of a name.
bool note_word(Slice value, Vocabulary const &vocabulary, DrugText &out) {
  auto const word = value.view();
  out.has_words = true;
  if (letters(word) == 0) return false;
  if (vocabulary.is_stop_word(word)) {
    auto const compounds = {"COMPOUND", "COMPOUNDED", "CMPD", "CMPND", "CPD"};
    out.compound = out.compound || std::any_of(compounds.begin(), compounds.end(), [&](auto *one) {
                     return edi::equal_folded(word, one);
                   });
    return false;
  }
  out.words.push_back(value);
  return true;
}

void note_ndc(DrugToken const &token, DrugText &out) {
  auto ndc = grammar::read_ndc(token.value.view());
  if (ndc.shape == grammar::NdcShape::other) return;
  out.ndcs.push_back({token.value, std::move(ndc), token.unit, token.per_value});
}

bool has_stray_blanks(std::string_view text) {
  auto const both_blank = [](char a, char b) { return a == ' ' && b == ' '; };
  return text.starts_with(' ') || text.ends_with(' ') ||
         std::adjacent_find(text.begin(), text.end(), both_blank) != text.end();
}

/// Sorts everything but words, and doses and plus signs, which depend on what stands beside them.
void note_token(DrugToken const &token, DrugText &out) {
  switch (token.kind) {
    case DrugTokenKind::ndc:
      note_ndc(token, out);
      break;
    case DrugTokenKind::date:
      keep_first(out.date, token.value);
      break;
    case DrugTokenKind::price:
      keep_first(out.price, token.value);
      break;
    case DrugTokenKind::lot:
      keep_first(out.lot, token.value);
      break;
    case DrugTokenKind::concentration:
      out.concentration = true;
      keep_first(out.strength, token.whole());
      break;
    case DrugTokenKind::strength:
      keep_first(out.strength, token.whole());
      break;
    case DrugTokenKind::count:
      keep_first(out.count, token.value);
      break;
    case DrugTokenKind::route:
      keep_first(out.route, token.value);
      out.routes.push_back(token.value);
      break;
    case DrugTokenKind::word:
    case DrugTokenKind::plus:
    case DrugTokenKind::expiry:
    case DrugTokenKind::dose:
    case DrugTokenKind::pack:
      break;
  }
}

}  // namespace

bool is_annotation(std::string_view text) {
  return text.starts_with(annotation_start);
}

void DrugText::move_to(char const *same) {
  auto const move = [&, from = text.data()](Slice &slice) {
    if (slice.begin != nullptr) slice.begin = same + (slice.begin - from);
  };
  for (DrugToken &token : tokens) {
    for (Slice *slice : {&token.value, &token.unit, &token.per_value, &token.per_unit}) {
      move(*slice);
    }
  }
  for (Slice *slice :
       {&name, &strength, &dose, &dose_value, &dose_unit, &count, &route, &date, &lot, &price}) {
    move(*slice);
  }
  for (TypedNdc &one : ndcs) {
    for (Slice *slice : {&one.typed, &one.unit, &one.quantity}) move(*slice);
  }
  for (Slice &word : words) move(word);
  for (Slice &one : routes) move(one);
  if (!text.empty()) text = {same, text.size()};
}

DrugText read_drug_text(std::string_view text, Vocabulary const &vocabulary) {
  DrugText out;
  read_drug_text(text, vocabulary, out);
  return out;
}

void read_drug_text(std::string_view text, Vocabulary const &vocabulary, DrugText &out) {
  out.stray_blanks = has_stray_blanks(text);
  out.small_letters = !edi::is_upper(text);
  if (is_annotation(text)) return;
  out.text = text;
  grammar::read_drug_text(text, out.tokens);
  Tokens const &tokens = out.tokens;
  PlainWords plain;
  for (DrugToken const &token : tokens) {
    plain.push_back(token.kind == DrugTokenKind::word && note_word(token.value, vocabulary, out));
    note_token(token, out);
  }
  for (std::size_t i = 0; i < tokens.size() && !out.compound; ++i) {
    out.compound = tokens[i].kind == DrugTokenKind::plus && joins_drugs(tokens, plain, i);
  }
  // What was measured tells more than how many containers were opened.
  for (auto const kind : {DrugTokenKind::dose, DrugTokenKind::pack}) {
    for (std::size_t i = 0; i < tokens.size() && out.dose.empty(); ++i) {
      if (tokens[i].kind == kind) note_dose(tokens, i, out);
    }
  }
  out.name = name_in(tokens, plain, vocabulary);
  out.only_stop_words = out.has_words && out.words.empty();
}

}  // namespace noc837::claims
