// SPDX-License-Identifier: Apache-2.0
#include "grammar/drug_text.hpp"

#include <algorithm>

#include "grammar/drug_text_def.hpp"

namespace noc837::grammar {
namespace {

/// False for blanks and punctuation, which need not be tried.
bool begins_token(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' || c == '$' || c == '*' ||
         c == '+';
}

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

Slice DrugToken::whole() const {
  char const *last = value.end();
  for (Slice const part : {unit, per_value, per_unit}) {
    if (!part.empty()) last = std::max(last, part.end());
  }
  return {value.begin, static_cast<std::size_t>(last - value.begin)};
}

DrugTokens read_drug_text(std::string_view text) {
  DrugTokens tokens;
  read_drug_text(text, tokens);
  return tokens;
}

void read_drug_text(std::string_view text, DrugTokens &tokens) {
  boost::container::small_vector<char, 128> lower(text.begin(), text.end());
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  char const *first = lower.data();
  char const *const last = first + lower.size();
  while (first != last) {
    DrugToken token;
    if (begins_token(*first) && x3::parse(first, last, drug_token, token)) {
      for (Slice *part : {&token.value, &token.unit, &token.per_value, &token.per_unit}) {
        if (part->begin != nullptr) part->begin = text.data() + (part->begin - lower.data());
      }
      tokens.push_back(token);
    } else {
      ++first;  // punctuation and bytes of no token
    }
  }
}

}  // namespace noc837::grammar
