// SPDX-License-Identifier: Apache-2.0
#include "rules/duplicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "rules/table.hpp"

namespace noc837::rules {
namespace {

constexpr std::size_t fewest_slots = 1024;

}  // namespace

bool FingerprintSet::contains(std::uint64_t fingerprint) const {
  return !slots_.empty() && slots_[slot_of(fingerprint)] != 0;
}

bool FingerprintSet::add(std::uint64_t fingerprint) {
  if (4 * size_ >= 3 * slots_.size()) grow();
  auto &slot = slots_[slot_of(fingerprint)];
  if (slot != 0) return false;
  slot = std::max<std::uint64_t>(fingerprint, 1);
  ++size_;
  return true;
}

std::size_t FingerprintSet::slot_of(std::uint64_t fingerprint) const {
  fingerprint = std::max<std::uint64_t>(fingerprint, 1);  // 0 marks free slots
  auto slot = home_of(fingerprint);
  while (slots_[slot] != 0 && slots_[slot] != fingerprint) slot = home_of(slot + 1);
  return slot;
}

void FingerprintSet::grow() {
  std::vector<std::uint64_t> const before =
      std::exchange(slots_, std::vector<std::uint64_t>(std::max(2 * slots_.size(), fewest_slots)));
  for (auto const fingerprint : before) {
    if (fingerprint != 0) slots_[slot_of(fingerprint)] = fingerprint;
  }
}

std::optional<Finding> DuplicateCheck::enter(claims::Claim const &claim,
                                             std::uint64_t fingerprint) {
  if (insert(fingerprint) != Came::again) return std::nullopt;
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

bool DuplicateCheck::pass(std::uint64_t fingerprint) {
  bool const forgot = forgets_;
  return insert(fingerprint) == Came::first || forgets_ != forgot;
}

DuplicateCheck::Came DuplicateCheck::insert(std::uint64_t fingerprint) {
  if (seen_.size() < most_) return seen_.add(fingerprint) ? Came::first : Came::again;
  if (seen_.contains(fingerprint)) return Came::again;
  forgets_ = true;
  return Came::beyond_bound;
}

std::string DuplicateCheck::notice() const {
  return fmt::format(
      "DUP01 remembers {} claims with a drug line: later ones were compared with those only",
      most_);
}

}  // namespace noc837::rules
