// SPDX-License-Identifier: Apache-2.0
// A claim checked, corrected and checked again until nothing changes.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "claims/claim.hpp"
#include "claims/hierarchy.hpp"
#include "claims/unit.hpp"
#include "edits/policy.hpp"
#include "edits/volume.hpp"
#include "grammar/transmission.hpp"
#include "profiles/recognition.hpp"
#include "rules/duplicates.hpp"
#include "rules/fingerprint.hpp"
#include "rules/rule.hpp"
#include "snip/validator.hpp"

namespace noc837::edits {

/// What became of one claim. Views point into the reader's window and into `texts`, and live
/// until the next review or the reader's next unit.
struct Review {
  claims::Claim claim;                       ///< as it came
  std::optional<std::uint64_t> fingerprint;  ///< of a claim with drug lines
  profiles::Profile const *profile = nullptr;
  rules::Findings findings;  ///< in the order of the input, the corrected ones first
  edi::Segments segments;    ///< as they go out
  bool changed = false;      ///< `segments` differ from the input
  bool flagged = false;      ///< an error stands
  bool corrected = false;    ///< a correction was applied
  Volume inserted;           ///< what we added, notes included
  Volume removed;            ///< what we took out
};

/// What reviewers that work one after another may share, so that each knows what the others saw.
/// What it takes is much more than a reviewer's own.
struct Experience {
  Experience(profiles::Payers const &payers, claims::Vocabulary const &vocabulary,
             snip::Options const &validation)
      : recognizer(payers), narratives(vocabulary), validator(validation) {}

  profiles::Recognizer recognizer;
  claims::NarrativeReader narratives;
  rules::Fingerprinter fingerprinter;
  snip::Validator validator;
};

/// Reviews claims one at a time, reusing its storage.
class Reviewer {
 public:
  /// `tables` may be null, as may `duplicates`, who is asked about each claim after its review.
  Reviewer(grammar::Watch const &watch, Policy const &policy,
           std::shared_ptr<Experience> experience, tables::Tables const *tables = nullptr,
           rules::DuplicateCheck const *duplicates = nullptr)
      : watch_(watch),
        policy_(policy),
        experience_(std::move(experience)),
        tables_(tables),
        duplicates_(duplicates) {}
  Reviewer(grammar::Watch const &watch, Policy const &policy, profiles::Payers const &payers,
           snip::Options const &validation = {}, tables::Tables const *tables = nullptr,
           rules::DuplicateCheck const *duplicates = nullptr)
      : Reviewer(watch, policy,
                 std::make_shared<Experience>(payers, policy.vocabulary(), validation), tables,
                 duplicates) {}

  /// Validates a claim and reviews it where there is something to tell: a watched code, a faulty
  /// line, what validation found, or a level above it that cannot go out. Null where not.
  [[nodiscard]] Review const *look(claims::Unit const &unit, claims::Hierarchy &hierarchy,
                                   bool faulty_level = false);

  /// Reviews a unit of kind claim. Corrections and notes are worked into Review::segments.
  [[nodiscard]] Review const &review(claims::Unit const &unit, claims::Hierarchy &hierarchy);

  /// Reads a claim without judging it, for its fingerprint: nothing where it holds no drug line.
  [[nodiscard]] std::optional<std::uint64_t> glance(claims::Unit const &unit,
                                                    claims::Hierarchy &hierarchy);

  /// Adds a finding that more than the claim alone tells to the claim just reviewed.
  void add(rules::Finding finding);

 private:
  bool worth_a_look(claims::Unit const &unit, claims::Hierarchy const &hierarchy,
                    bool faulty_level);
  void check_drugs(claims::Unit const &unit, claims::Hierarchy &hierarchy,
                   profiles::Recognized const &payer);
  void settle(rules::Findings &findings) const;
  void conclude(rules::Finding &finding);
  bool correct(rules::Findings &findings);
  void annotate(claims::Claim const &claim, rules::Findings const &standing);
  void apply(std::vector<rules::Edit> const &edits);
  void apply(std::vector<rules::Edit> const &edits, claims::Index at);
  void add_issues(claims::Unit const &unit);
  [[nodiscard]] snip::Issues remaining_issues(claims::Unit const &unit);
  void read(claims::Unit const &unit, claims::Hierarchy &hierarchy, edi::Segments const &segments,
            claims::Claim &claim) const;

  grammar::Watch const &watch_;
  Policy const &policy_;
  std::shared_ptr<Experience> experience_;
  tables::Tables const *tables_;
  rules::DuplicateCheck const *duplicates_;
  Review review_;
  claims::Claim corrected_;  ///< `review_.segments` as read again
  edi::Segments original_;
  edi::Segments before_;           ///< `review_.segments` before the edits that are being applied
  snip::Issues issues_;            ///< of the claim as it came
  snip::Around around_;            ///< the levels above it
  std::deque<std::string> texts_;  ///< of the segments that we wrote
};

/// How the notes begin that this program leaves in NTE*TPO.
inline constexpr std::string_view note_prefix = "NOC837 ";

}  // namespace noc837::edits
