// SPDX-License-Identifier: Apache-2.0
#include "grammar/drug_text.hpp"

#include <algorithm>

#include "grammar/drug_text_def.hpp"

namespace noc837::grammar {
namespace {

/// False for blanks and punctuation, which need not be tried.
bool begins_token(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
         c == '$' || c == '*' || c == '+';
}

}  // namespace

Slice DrugToken::whole() const {
  char const *last = value.end();
  for (Slice const part : {unit, per_value, per_unit}) {
    if (!part.empty()) last = std::max(last, part.end());
  }
  return {value.begin, static_cast<std::size_t>(last - value.begin)};
}

std::vector<DrugToken> read_drug_text(std::string_view text) {
  std::vector<DrugToken> tokens;
  char const *first = text.data();
  char const *const last = first + text.size();
  while (first != last) {
    DrugToken token;
    if (begins_token(*first) && x3::parse(first, last, drug_token, token)) {
      tokens.push_back(token);
    } else {
      ++first;  // punctuation and bytes of no token
    }
  }
  return tokens;
}

}  // namespace noc837::grammar
