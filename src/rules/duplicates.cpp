// SPDX-License-Identifier: Apache-2.0
#include "rules/duplicates.hpp"

// Compiled in: no library of its own, and short texts are hashed without a call.
#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

#include "edi/elements.hpp"
#include "rules/table.hpp"

namespace noc837::rules {
namespace {

constexpr edi::Delimiters usual;

}  // namespace

std::optional<Finding> DuplicateCheck::enter(claims::Claim const &claim) {
  if (claim.drug_lines.empty()) return std::nullopt;
  if (insert(fingerprint(claim)) != Came::again) return std::nullopt;
  Rule const *rule = find_rule("DUP01");
  if (rule == nullptr) return std::nullopt;
  Finding finding;
  finding.rule = rule;
  finding.severity = rule->severity;
  finding.loop = "2300";
  finding.element = "CLM01";
  finding.offset = claim.segment(0).offset;
  finding.segment = claim.segment(0).ordinal;
  finding.before = claim.header.id.view();
  finding.message = "the same claim stands twice in this file";
  return finding;
}

std::optional<std::uint64_t> DuplicateCheck::pass(claims::Claim const &claim) {
  if (claim.drug_lines.empty()) return std::nullopt;
  auto const hash = fingerprint(claim);
  bool const forgot = forgets_;
  if (insert(hash) == Came::first || forgets_ != forgot) return hash;
  return std::nullopt;
}

DuplicateCheck::Came DuplicateCheck::insert(std::uint64_t fingerprint) {
  if (seen_.size() < most_) return seen_.insert(fingerprint).second ? Came::first : Came::again;
  if (seen_.count(fingerprint) != 0) return Came::again;
  forgets_ = true;
  return Came::beyond_bound;
}

std::string DuplicateCheck::notice() const {
  return fmt::format(
      "DUP01 remembers {} claims with a drug line: later ones were compared with those only",
      most_);
}

std::uint64_t DuplicateCheck::fingerprint(claims::Claim const &claim) {
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
void DuplicateCheck::add(std::string_view text, edi::Delimiters const &delimiters) {
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
