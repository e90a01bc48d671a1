// SPDX-License-Identifier: Apache-2.0
#include "mask/free_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "claims/drug_text.hpp"
#include "edi/elements.hpp"
#include "grammar/drug_text.hpp"
#include "mask/dates.hpp"
#include "mask/drug_words.hpp"

namespace noc837::mask {
namespace {

using grammar::DrugToken;
using grammar::DrugTokenKind;

/// Tries for a mask that reads as a plain word; nearly always the first does.
constexpr std::uint8_t most_tries = 32;

bool is_plain_word(std::string_view word) {
  if (claims::shipped_vocabulary().is_stop_word(word)) return false;
  auto const tokens = grammar::read_drug_text(word);
  return tokens.size() == 1 && tokens[0].kind == DrugTokenKind::word &&
         tokens[0].value.size == word.size();
}

/// IV or MG may come out for two letters of a name; then another mask is taken.
void mask_word(Key const &key, std::span<char> word) {
  std::string const original(word.data(), word.size());
  for (std::uint8_t tried = 0; tried < most_tries; ++tried) {
    std::copy(original.begin(), original.end(), word.begin());
    mask_value(key, Kind::text, word, tried);
    if (is_plain_word({word.data(), word.size()})) return;
  }
}

/// True where nobody can take the digits for a telephone or account number: N4 or NDC stands in
/// front, a quantity follows, or hyphens show the parts.
bool is_marked(std::string_view text, DrugToken const &ndc) {
  if (!ndc.unit.empty() || ndc.value.view().find('-') != std::string_view::npos) return true;
  auto const before =
      edi::upper(text.substr(0, static_cast<std::size_t>(ndc.value.begin - text.data())));
  auto const at = before.find_last_not_of(" :#=.(-");
  auto const lead = std::string_view(before).substr(0, at == std::string::npos ? 0 : at + 1);
  return lead.ends_with("NDC") || lead.ends_with("N4");
}

bool is_same_digit(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [&](char c) { return c == value.front(); });
}

}  // namespace

void mask_text(Key const &key, std::span<char> text) {
  std::string const original(text.data(), text.size());
  if (claims::is_annotation(original)) return;
  for (auto const &token : grammar::read_drug_text(original)) {
    auto const value = token.value.view();
    auto const at = static_cast<std::size_t>(token.value.begin - original.data());
    auto const masked = text.subspan(at, value.size());
    switch (token.kind) {
      case DrugTokenKind::word:
        if (!claims::shipped_vocabulary().is_stop_word(value) && !is_drug_word(value))
          mask_word(key, masked);
        break;
      case DrugTokenKind::date:
        mask_typed_date(key, masked);
        break;
      case DrugTokenKind::ndc:
        if (!is_marked(original, token) && !is_same_digit(value)) {
          mask_value(key, Kind::text, masked);
        }
        break;
      default:
        break;
    }
  }
}

}  // namespace noc837::mask
