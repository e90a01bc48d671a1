// SPDX-License-Identifier: Apache-2.0
#include "claims/narratives.hpp"

#include <functional>

namespace noc837::claims {
namespace {

/// A power of two; all together stay in the processor's cache.
constexpr std::size_t most_remembered = 512;
/// Longer ones are rarely typed twice.
constexpr std::size_t longest_remembered = 128;

}  // namespace

void NarrativeReader::read(std::string_view text, DrugText &out) {
  if (text.empty() || text.size() > longest_remembered) {
    read_drug_text(text, *vocabulary_, out);
    return;
  }
  if (seen_.empty()) seen_.resize(most_remembered);
  Seen &seen = seen_[std::hash<std::string_view>()(text) % most_remembered];
  if (seen.text != text) {
    seen.text = text;
    seen.read = DrugText();
    read_drug_text(seen.text, *vocabulary_, seen.read);
  }
  out = seen.read;
  out.move_to(text.data());
}

}  // namespace noc837::claims
