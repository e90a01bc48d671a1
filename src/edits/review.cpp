// SPDX-License-Identifier: Apache-2.0
#include "edits/review.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "edi/elements.hpp"
#include "edits/annotate.hpp"
#include "grammar/segments.hpp"
#include "rules/table.hpp"
#include "rules/validation.hpp"

namespace noc837::edits {
namespace {

using rules::Edit;
using rules::Finding;

/// Corrections uncover one another (N4 off, then the hyphens), but never this deep.
constexpr int most_passes = 16;

/// True if none of the edits touches a segment or a gap that another already has.
bool free_of(std::vector<Edit> const &taken, std::vector<Edit> const &edits) {
  return std::none_of(edits.begin(), edits.end(), [&](Edit const &edit) {
    return std::any_of(taken.begin(), taken.end(), [&](Edit const &other) {
      bool const both_insert =
          edit.kind == Edit::Kind::insert_before && other.kind == Edit::Kind::insert_before;
      bool const both_change =
          edit.kind != Edit::Kind::insert_before && other.kind != Edit::Kind::insert_before;
      return edit.at == other.at && (both_insert || both_change);
    });
  });
}

/// The service line that the segment with this place in the set belongs to.
std::optional<std::size_t> line_at(claims::Claim const &claim, std::uint64_t ordinal) {
  for (std::size_t i = 0; i < claim.lines.size(); ++i) {
    auto const &line = claim.lines[i];
    if (line.begin == line.end) continue;
    if (claim.segment(line.begin).ordinal <= ordinal &&
        ordinal <= claim.segment(line.end - 1).ordinal) {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace

bool Reviewer::worth_a_look(claims::Unit const &unit, claims::Hierarchy const &hierarchy,
                            bool faulty_level) {
  issues_.clear();
  if (experience_->validator.on()) {
    if (faulty_level) issues_.push_back(snip::faulty_level_issue(unit));
    around_.subscriber = hierarchy.at(claims::Place::subscriber).bytes;
    experience_->validator.check(unit, issues_, around_);
  }
  return unit.watched || unit.faulty_line || !issues_.empty();
}

Review const *Reviewer::look(claims::Unit const &unit, claims::Hierarchy &hierarchy,
                             bool faulty_level) {
  return worth_a_look(unit, hierarchy, faulty_level) ? &review(unit, hierarchy) : nullptr;
}

std::optional<std::uint64_t> Reviewer::glance(claims::Unit const &unit,
                                              claims::Hierarchy &hierarchy) {
  if (!unit.watched && !unit.faulty_line) return std::nullopt;
  original_.clear();
  grammar::split_segments(unit.bytes, unit.delimiters, unit.offset, unit.ordinal, original_);
  read(unit, hierarchy, original_, review_.claim);
  return experience_->fingerprinter.of(review_.claim);
}

Review const &Reviewer::review(claims::Unit const &unit, claims::Hierarchy &hierarchy) {
  texts_.clear();
  original_.clear();
  grammar::split_segments(unit.bytes, unit.delimiters, unit.offset, unit.ordinal, original_);
  read(unit, hierarchy, original_, review_.claim);
  review_.fingerprint = experience_->fingerprinter.of(review_.claim);
  if (review_.fingerprint && duplicates_ != nullptr) duplicates_->expect(*review_.fingerprint);
  auto const &payer = experience_->recognizer.recognize(review_.claim.levels);
  review_.profile = payer.profile;
  review_.findings.clear();
  review_.segments = original_;
  review_.changed = review_.flagged = review_.corrected = false;
  review_.inserted = review_.removed = {};
  // Validation looks at every claim; the drug rules only at those that they are for.
  if (unit.watched || unit.faulty_line || !experience_->validator.on())
    check_drugs(unit, hierarchy, payer);
  add_issues(unit);
  return review_;
}

/// Runs the rules and applies corrections until nothing changes.
void Reviewer::check_drugs(claims::Unit const &unit, claims::Hierarchy &hierarchy,
                           profiles::Recognized const &payer) {
  rules::Findings standing;
  for (int pass = 0;; ++pass) {
    if (pass > 0) read(unit, hierarchy, review_.segments, corrected_);
    claims::Claim const &claim = pass > 0 ? corrected_ : review_.claim;
    standing.clear();
    rules::check_claim(claim, payer, standing, tables_);
    settle(standing);
    if (claim.is_void() || pass == most_passes || !correct(standing)) {
      for (Finding &finding : standing) conclude(finding);
      if (!claim.is_void()) annotate(claim, standing);
      break;
    }
  }
  review_.corrected = !review_.findings.empty();
  std::move(standing.begin(), standing.end(), std::back_inserter(review_.findings));
}

void Reviewer::add(Finding finding) {
  auto const severity = policy_.severity(finding, *review_.profile);
  if (!severity) return;
  finding.severity = *severity;
  conclude(finding);
  review_.findings.push_back(std::move(finding));
}

/// A finding that no correction was applied to. A void claim is never held back.
void Reviewer::conclude(Finding &finding) {
  finding.edits.clear();
  finding.after.clear();
  bool const stands = finding.severity == Severity::error && !review_.claim.is_void();
  finding.status = stands ? Status::flagged : Status::reported;
  review_.flagged = review_.flagged || stands;
}

/// Adds what validation found. What is gone from the segments as they go out was corrected.
void Reviewer::add_issues(claims::Unit const &unit) {
  if (issues_.empty()) return;
  auto const remaining = review_.changed ? remaining_issues(unit) : issues_;
  for (auto const &issue : issues_) {
    Finding finding = rules::finding_of(issue);
    auto const severity = policy_.severity(finding, *review_.profile);
    if (!severity) continue;
    finding.severity = *severity;
    // What is missing before the first line is told at the line's place, and is the claim's.
    if (issue.loop.starts_with("24")) {
      finding.line_index = line_at(review_.claim, issue.segment);
    }
    bool const stands = issue.check == &snip::check_of(snip::Fault::level_faulty) ||
                        std::any_of(remaining.begin(), remaining.end(), [&](auto const &other) {
                          return other.check == issue.check && other.offset == issue.offset &&
                                 other.position == issue.position;
                        });
    if (stands) {
      conclude(finding);
    } else {
      finding.status = Status::corrected;
    }
    review_.findings.push_back(std::move(finding));
  }
}

/// What validation finds in the segments as they go out, at the offsets that they came from.
snip::Issues Reviewer::remaining_issues(claims::Unit const &unit) {
  std::string bytes;
  for (auto const &segment : review_.segments) bytes.append(segment.text).append(segment.tail);
  snip::Issues issues;
  experience_->validator.check_claim(*snip::guide_of(unit.guide), {bytes, 0, 0, unit.delimiters},
                                     issues, around_);
  // What is missing at the end is told behind the last segment, at its offset.
  std::uint64_t const last = review_.segments.size() - 1;
  for (auto &issue : issues) {
    issue.offset = review_.segments[std::min(issue.segment, last)].offset;
  }
  return issues;
}

void Reviewer::read(claims::Unit const &unit, claims::Hierarchy &hierarchy,
                    edi::Segments const &segments, claims::Claim &claim) const {
  claims::read_claim(segments, unit.delimiters, unit.guide, hierarchy.levels(), watch_,
                     experience_->narratives, claim);
}

/// Gives each finding the severity that holds, and drops those of rules that are off.
void Reviewer::settle(rules::Findings &findings) const {
  std::erase_if(findings, [&](Finding &finding) {
    auto const severity = policy_.severity(finding, *review_.profile);
    if (severity) finding.severity = *severity;
    return !severity;
  });
}

/// Applies the corrections that do not get in each other's way; false when there is none.
bool Reviewer::correct(rules::Findings &findings) {
  std::vector<Edit> taken;
  for (Finding &finding : findings) {
    if (finding.edits.empty() || !policy_.corrects(finding, *review_.profile) ||
        !free_of(taken, finding.edits)) {
      continue;
    }
    taken.insert(taken.end(), finding.edits.begin(), finding.edits.end());
    finding.status = Status::corrected;
    finding.edits.clear();
    review_.findings.push_back(std::move(finding));
  }
  if (taken.empty()) return false;
  apply(taken);
  return true;
}

/// Writes, refreshes or takes out our note on each drug line.
void Reviewer::annotate(claims::Claim const &claim, rules::Findings const &standing) {
  auto const edits = annotations(claim, standing);
  if (!edits.empty()) apply(edits);
}

void Reviewer::apply(std::vector<Edit> const &edits) {
  before_.swap(review_.segments);
  review_.segments.clear();
  review_.changed = true;
  auto const [first, last] = std::minmax_element(
      edits.begin(), edits.end(), [](Edit const &a, Edit const &b) { return a.at < b.at; });
  auto const keep = [&](claims::Index from, claims::Index to) {
    auto const begin = before_.begin();
    review_.segments.insert(review_.segments.end(), begin + static_cast<std::ptrdiff_t>(from),
                            begin + static_cast<std::ptrdiff_t>(to));
  };
  keep(0, first->at);
  for (auto at = first->at; at <= last->at; ++at) apply(edits, at);
  if (last->at < before_.size()) keep(last->at + 1, before_.size());
}

/// Puts segment `at` of those before the edits, as the edits want it, behind those that are there;
/// one past the end is allowed.
void Reviewer::apply(std::vector<Edit> const &edits, claims::Index at) {
  bool erased = at == before_.size();
  edi::Segment segment = erased ? edi::Segment{} : before_[at];
  for (Edit const &edit : edits) {
    if (edit.at != at) continue;
    if (edit.kind == Edit::Kind::erase) {
      erased = true;
      review_.removed += volume_of(segment);
      continue;
    }
    std::string_view const text = texts_.emplace_back(edit.text);
    if (edit.kind == Edit::Kind::replace) {
      auto const grown = text.size() > segment.text.size();
      (grown ? review_.inserted : review_.removed).bytes +=
          grown ? text.size() - segment.text.size() : segment.text.size() - text.size();
      segment.text = text;
      continue;
    }
    // A new segment ends as the one before it does.
    edi::Segment added = before_[at == 0 ? 0 : at - 1];
    added.text = text;
    added.id = grammar::segment_tag(text, review_.claim.delimiters);
    added.inserted = true;
    review_.segments.push_back(added);
    review_.inserted += volume_of(added);
  }
  if (!erased) review_.segments.push_back(segment);
}

}  // namespace noc837::edits
