// SPDX-License-Identifier: Apache-2.0
#include "claims/vocabulary.hpp"

#include <algorithm>

#include "edi/elements.hpp"

namespace noc837::claims {
namespace {

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

template <class Use>
void each_word(std::string_view list, Use const &use) {
  while (!list.empty()) {
    auto const word = list.substr(0, list.find(' '));
    if (!word.empty()) use(word);
    list.remove_prefix(std::min(list.size(), word.size() + 1));
  }
}

/// A HCPCS code is no name.
bool is_code(std::string_view word) {
  return word.size() == 5 && word[0] >= 'A' && word[0] <= 'Z' &&
         std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_letter(char c) {
  auto const upper = static_cast<unsigned char>(c & 0xDF);
  return upper >= 'A' && upper <= 'Z';
}

constexpr std::size_t longest_code = 5;
constexpr std::ptrdiff_t least_letters = 4;

}  // namespace

Vocabulary::Vocabulary() {
  each_word(stop_words, [this](std::string_view word) { add_stop_word(word); });
  each_word(short_names, [this](std::string_view word) { short_names_.emplace(word); });
}

void Vocabulary::add_stop_word(std::string_view word) {
  stop_words_.insert(edi::upper(word));
  longest_stop_word_ = std::max(longest_stop_word_, word.size());
}

void Vocabulary::add_drug_name(std::string_view word) {
  added_names_.insert(edi::upper(word));
}

bool Vocabulary::is_stop_word(std::string_view word) const {
  if (word.size() > std::max(longest_stop_word_, longest_code)) return false;
  auto const folded = edi::upper(word);
  if (!added_names_.empty() && added_names_.contains(folded)) return false;
  return is_code(folded) || stop_words_.contains(folded);
}

bool Vocabulary::names_drug(std::string_view word) const {
  if (std::count_if(word.begin(), word.end(), is_letter) >= least_letters) return true;
  auto const folded = edi::upper(word);
  return short_names_.contains(folded) || added_names_.contains(folded);
}

Vocabulary const &shipped_vocabulary() {
  static Vocabulary const vocabulary;
  return vocabulary;
}

}  // namespace noc837::claims
