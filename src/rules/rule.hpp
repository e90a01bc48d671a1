// SPDX-License-Identifier: Apache-2.0
// A rule, what it looks at, and what it finds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/severity.hpp"
#include "claims/claim.hpp"
#include "profiles/profile.hpp"
#include "profiles/recognition.hpp"
#include "rules/given.hpp"
#include "snip/issue.hpp"
#include "tables/tables.hpp"

namespace noc837::rules {

enum class Scope : std::uint8_t { both, professional, institutional };

/// What kind of correction a rule has.
enum class Fix : std::uint8_t {
  none,    ///< flag only: the answer would be a guess
  safe,    ///< changes form, never meaning; applied by default
  opt_in,  ///< applied where the profile or the user switches it on
};

class Report;

/// A drug line with everything around it.
struct LineCase {
  claims::Claim const &claim;
  claims::DrugLine const &line;
  claims::ServiceLine const &service;
  profiles::Profile const &profile;
  /// The user's reference tables, if any; a rule that needs one runs only where it is there.
  tables::Tables const *tables = nullptr;
};

/// A claim; run for claims that hold a drug line, or a line without its service segment.
struct ClaimCase {
  claims::Claim const &claim;
  profiles::Profile const &profile;
  profiles::Recognized const &payer;
};

using LineCheck = void (*)(LineCase const &, Report &);
using ClaimCheck = void (*)(ClaimCase const &, Report &);

/// One row of the rule table. Ids and names are public and never change.
struct Rule {
  std::string_view id;                  ///< NDC03
  std::string_view name;                ///< ndc-hyphenated
  std::string_view family;              ///< ndc
  Severity severity = Severity::error;  ///< the catalogue's
  Scope scope = Scope::both;
  Fix fix = Fix::none;
  bool extended = false;         ///< information only unless a profile raises it
  std::string_view stc;          ///< claim status for a 277CA: "A7:218", or the TA1 or 999 code
  std::string_view summary;      ///< what is wrong, one line, for findings
  std::string_view explanation;  ///< why it matters and what to do, a paragraph
  std::string_view source;       ///< guide loop and element, or payer bulletin
  std::string_view before;       ///< an example as EDI
  std::string_view after;        ///< the example put right, by us or by hand
  Given given = Given::nothing;  ///< what its checks need
  LineCheck check_line = nullptr;
  ClaimCheck check_claim = nullptr;

  /// The severity under the generic profile.
  [[nodiscard]] constexpr Severity default_severity() const {
    return extended ? Severity::info : severity;
  }
};

/// A change to the segments of a claim. Indices are those of the claim that was checked.
struct Edit {
  enum class Kind : std::uint8_t { replace, insert_before, erase };
  Kind kind = Kind::replace;
  claims::Index at = 0;  ///< for insert_before one past the end is allowed
  std::string text;      ///< the segment's new text, without terminator
};

/// How a 999 names a finding of validation. IK302 is Finding::segment, IK303 Finding::loop, IK404
/// Finding::before.
struct Syntax {
  std::string segment_id;         ///< IK301
  std::string_view segment_code;  ///< IK304
  snip::Position position;        ///< IK401; all 0 where the whole segment is meant
  std::string_view data_element;  ///< IK402
  std::string_view element_code;  ///< IK403; empty likewise
  std::optional<snip::Trigger> trigger = {};
};

/// Something wrong, where, and what to do about it.
struct Finding {
  Rule const *rule = nullptr;
  Severity severity = Severity::error;
  Status status = Status::reported;
  std::optional<std::size_t> line_index;  ///< in Claim::lines; none for a claim or an envelope
  std::string line;                       ///< LX01; empty likewise
  std::string_view loop;                  ///< 2410
  std::string element;        ///< LIN03, SV101-7; the segment id where it is the whole segment
  std::uint64_t offset = 0;   ///< of the segment in the uncompressed input
  std::uint64_t segment = 0;  ///< its ordinal in the transaction set; 0 outside one
  std::string before;         ///< the value as it came
  std::string after;          ///< the value as it would go out, where there is a correction
  std::string suggestion;     ///< what to type instead, where we cannot be sure
  std::string message;
  std::vector<Edit> edits;       ///< the correction; empty where there is none
  bool opt_in = false;           ///< the correction is not safe, though others of this rule are
  std::optional<Syntax> syntax;  ///< of findings of validation only

  /// How the correction is applied.
  [[nodiscard]] Fix fix() const { return opt_in ? Fix::opt_in : rule->fix; }
};

using Findings = std::vector<Finding>;

}  // namespace noc837::rules
