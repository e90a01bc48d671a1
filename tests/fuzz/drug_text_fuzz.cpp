// SPDX-License-Identifier: Apache-2.0
// Any text as the description of a drug.
#include "claims/drug_text.hpp"

#include "fuzz.hpp"

using namespace noc837;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const drug = claims::read_drug_text(text);
  fuzz::require_inside(drug.name, text);
  for (auto const &word : drug.words) fuzz::require_inside(word, text);
  for (auto const &route : drug.routes) fuzz::require_inside(route, text);
  fuzz::require(!drug.only_stop_words || drug.has_words, "words that say nothing are words");
  static_cast<void>(claims::is_annotation(text));
  static_cast<void>(claims::shipped_vocabulary().is_stop_word(text));
  return 0;
}
