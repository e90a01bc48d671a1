// SPDX-License-Identifier: Apache-2.0
#include "rules/level_check.hpp"

#include <algorithm>

#include "rules/validation.hpp"

namespace noc837::rules {

using claims::UnitKind;

LevelCheck::LevelCheck(snip::Options const &options)
    : numbers_(options.level >= snip::Level::guide), validator_(options) {}

void LevelCheck::enter(claims::Unit const &unit, Findings &findings) {
  if (!validator_.on()) return;
  issues_.clear();
  if (numbers_) set_.enter(unit, issues_);
  if (unit.kind != UnitKind::claim) validator_.check(unit, issues_);  // claims have their own turn
  if (unit.kind == UnitKind::set) faulty_.fill(false);
  if (unit.kind == UnitKind::level) {
    auto const place = static_cast<std::size_t>(claims::level_place(unit));
    std::fill(faulty_.begin() + static_cast<std::ptrdiff_t>(place), faulty_.end(), false);
    faulty_[place] = std::any_of(issues_.begin(), issues_.end(), [&](snip::Issue const &issue) {
      return issue.check->severity == Severity::error && issue.segment >= unit.ordinal;
    });
  }
  any_faulty_ = std::any_of(faulty_.begin(), faulty_.end(), [](bool faulty) { return faulty; });
  for (auto const &issue : issues_) findings.push_back(finding_of(issue));
}

}  // namespace noc837::rules
