// SPDX-License-Identifier: Apache-2.0
#include "rules/fingerprint.hpp"

// Compiled in: no library of its own, and short texts are hashed without a call.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "edi/elements.hpp"

namespace noc837::rules {
namespace {

constexpr edi::Delimiters usual;

}  // namespace

std::optional<std::uint64_t> Fingerprinter::of(claims::Claim const &claim) {
  if (claim.drug_lines.empty()) return std::nullopt;
  auto const &levels = claim.levels;
  size_ = 0;
  for (auto const part :
       {claim.header.id, levels.billing_npi, levels.payer_id, levels.payer_name}) {
    add(edi::trim(part.view()), usual);
  }
  for (auto const &line : claim.lines) {
    if (!line.watched) {
      add(line.procedure.code.view(), claim.delimiters);
      add(line.charge.view(), claim.delimiters);
      continue;
    }
    for (auto at = line.begin; at < line.end; ++at) add(claim.segment(at).text, claim.delimiters);
  }
  // Without a secret: the same file is to give the same findings in every run, and two claims that
  // somebody made to look alike are told to be alike, which helps nobody.
  return XXH3_64bits(text_.data(), size_);
}

/// The text as it would stand between the usual delimiters.
void Fingerprinter::add(std::string_view text, edi::Delimiters const &delimiters) {
  auto const from = size_;
  size_ += text.size() + 1;
  if (size_ > text_.size()) text_.resize(2 * size_);
  char *const end = std::copy(text.begin(), text.end(), text_.data() + from);
  *end = '\n';
  if (delimiters.element == usual.element && delimiters.component == usual.component) return;
  std::transform(text_.data() + from, end, text_.data() + from, [&](char c) {
    return c == delimiters.element     ? usual.element
           : c == delimiters.component ? usual.component
                                       : c;
  });
}

}  // namespace noc837::rules
