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

/// Words that billers type where a drug's name should stand, and words around it.
constexpr std::string_view stop_words =
    " "
    "ABOVE ADMIN ADMINISTERED AND APPEAL APPROVAL APPROVED ARM AS AT ATTACHED ATTACHMENT AUTH "
    "AUTHORIZATION AUTHORIZED BATCH BELOW BILATERAL BILL BILLED BILLING BIOLOGIC BIOLOGICAL "
    "BIOLOGICALS BIOLOGICS BRAND BY CERTIFICATION CHARGE CLAIM CLASSIFIED CMPD CMPND CODE "
    "COMPOUND COMPOUNDED CONTAINER CORRECTED COST CPD DATE DELTOID DESCRIPTION DIAGNOSIS "
    "DISCARDED DOCTOR DOCUMENTATION DOS DOSAGE DOSE DRUG DRUGS DUE EACH EXP FAX FAXED FOLLOW "
    "FOR FROM GENERIC GIVEN GLUTEAL HAD HAS HCPCS HIP HOSPITAL IN INFUSED INFUSION INJ "
    "INJECTABLE INJECTED INJECTION INJECTIONS INV INVOICE IS ITEM KNEE LEFT LINE LOT MAILED MED "
    "MEDICAL MEDICALLY MEDICATION MEDICATIONS MEDICINE MEDS MISC MISCELLANEOUS MISSING MULTI N4 "
    "NAME NDC NECESSARY NECESSITY NEEDED NEW NO NOC NONE NOS NOT NOTE NOTES NUMBER NURSE OF "
    "OFFICE ON ORDERED OTHER OTHERWISE PATIENT PENDING PER PERFORMED PHYSICIAN PLEASE "
    "PRESCRIPTION PRICE PRIOR PROCEDURE PROVIDED PROVIDER PT QTY QUANTITY RECORD RECORDS REFER "
    "REFERRAL REPLACEMENT REQUIRED RESUBMISSION REVIEW RIGHT ROUTE RX SEE SENT SERVICE SINGLE "
    "SITE SIZE STRENGTH SUPPLIED SUPPLIES SUPPLY SYRINGE TBD THE TO TOLERATED TOTAL TRANSFERRED "
    "TREATMENT UNCLASSIFIED UNIT UNITS UNKNOWN UNLISTED UNSPECIFIED UP USE USED VARIOUS VIA "
    "VIAL VIALS VISIT WAS WASTE WASTED WELL WITH WITHOUT ";

/// Names of fewer than four letters that every payer's reader knows.
constexpr std::string_view short_names =
    " "
    "5-FU 5FU ATP B-1 B-12 B-6 B1 B12 B6 BCG CHL D.H.E D10W D50 D5W DHE EPO GH HCG IGG KCL LR "
    "MTX MVI NAD NS SOD TPA TXA ";

/// The words of a list, to look one up at once.
class WordSet {
 public:
  explicit WordSet(std::string_view list) {
    while (!list.empty()) {
      auto const word = list.substr(0, list.find(' '));
      if (!word.empty()) words_.insert(word);
      list.remove_prefix(std::min(list.size(), word.size() + 1));
    }
  }
  [[nodiscard]] bool has(std::string_view folded) const { return words_.count(folded) != 0; }

 private:
  std::unordered_set<std::string_view> words_;
};

WordSet const stop_word_set(stop_words);
WordSet const short_name_set(short_names);

/// No stop word is longer.
constexpr std::size_t longest_stop_word = 15;

bool is_code(std::string_view word) {
  return word.size() == 5 && word[0] >= 'A' && word[0] <= 'Z' &&
         std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

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

/// A word that is a name by itself.
bool names_drug(std::string_view word) {
  return letters(word) >= 4 || short_name_set.has(edi::upper(word));
}

/// The first run of plain words with one in it that names a drug.
Slice name_in(Tokens const &tokens, PlainWords const &plain) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!plain[i]) continue;
    std::size_t last = i;
    bool named = names_drug(tokens[i].value.view());
    while (last + 1 < tokens.size() && plain[last + 1] &&
           adjacent(tokens[last].value, tokens[last + 1].value)) {
      ++last;
      named = named || names_drug(tokens[last].value.view());
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
bool note_word(Slice value, DrugText &out) {
  auto const word = value.view();
  out.has_words = true;
  if (letters(word) == 0) return false;
  if (is_stop_word(word)) {
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

bool is_stop_word(std::string_view word) {
  if (word.size() > longest_stop_word) return false;
  std::string const folded = edi::upper(word);
  return is_code(folded) || stop_word_set.has(folded);
}

DrugText read_drug_text(std::string_view text) {
  DrugText out;
  read_drug_text(text, out);
  return out;
}

void read_drug_text(std::string_view text, DrugText &out) {
  if (is_annotation(text)) return;
  out.text = text;
  grammar::read_drug_text(text, out.tokens);
  Tokens const &tokens = out.tokens;
  PlainWords plain;
  for (DrugToken const &token : tokens) {
    plain.push_back(token.kind == DrugTokenKind::word && note_word(token.value, out));
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
  out.name = name_in(tokens, plain);
  out.only_stop_words = out.has_words && out.words.empty();
}

}  // namespace noc837::claims
