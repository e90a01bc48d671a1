// SPDX-License-Identifier: Apache-2.0
// What a run saw and did, in numbers. Summaries add up: those of parts make that of the whole.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.hpp"
#include "claims/claim.hpp"
#include "claims/unit.hpp"
#include "edits/reconciliation.hpp"
#include "edits/review.hpp"
#include "output/findings.hpp"
#include "rules/rule.hpp"

namespace noc837::output {

/// Findings of one rule by status.
struct RuleCount {
  std::uint64_t corrected = 0;
  std::uint64_t flagged = 0;
  std::uint64_t reported = 0;
};

/// Lines and charges of one drug.
struct DrugCount {
  std::uint64_t lines = 0;
  Decimal charges;
};

/// Looks texts up without making a std::string of them.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

/// A tally by key whose memory is bounded: beyond `most` keys further ones count as "(other)".
template <class Value>
class Tally {
 public:
  static constexpr std::size_t most = 20'000;
  using Map = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

  Value &operator[](std::string_view key) {
    auto const at = values_.find(key);
    if (at != values_.end()) return at->second;
    return values_[std::string(values_.size() < most ? key : "(other)")];
  }
  [[nodiscard]] Map const &values() const { return values_; }

 private:
  Map values_;
};

/// A file that was read or written.
struct FileFact {
  std::string path;
  std::uint64_t bytes = 0;
  std::string sha256;  ///< empty where it was not computed
};

struct Summary {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;  ///< uncompressed
  std::uint64_t interchanges = 0;
  std::uint64_t groups = 0;
  std::uint64_t sets_professional = 0;
  std::uint64_t sets_institutional = 0;
  std::uint64_t sets_passed = 0;  ///< copied through
  std::uint64_t segments = 0;
  std::uint64_t claims = 0;
  std::uint64_t lines = 0;
  std::uint64_t drug_lines = 0;
  std::uint64_t claims_corrected = 0;  ///< and not flagged
  std::uint64_t claims_flagged = 0;
  std::map<std::string, RuleCount, std::less<>> rules;
  Decimal drug_charges;      ///< of all drug lines
  Decimal charges_at_stake;  ///< of lines and claims with standing errors
  Tally<Decimal> at_stake_by_payer;
  std::map<std::string, Decimal, std::less<>> at_stake_by_rule;
  Tally<DrugCount> drugs_by_text;
  Tally<DrugCount> drugs_by_ndc;
  std::map<std::string, std::uint64_t, std::less<>> notices;
  std::set<std::string, std::less<>> silent_rules;  ///< for want of reference tables
  std::vector<FileFact> inputs;
  std::vector<FileFact> outputs;
  double seconds = 0;                    ///< of wall clock
  edits::Reconciliation reconciliation;  ///< of the EDI written; nothing where none was
  /// Findings that stand, by severity; for the exit code.
  std::array<std::uint64_t, 3> standing{};

  /// Counts a unit of the input.
  void count(claims::Unit const &unit);
  /// Counts a finding by rule and status.
  void count(rules::Finding const &finding);
  /// Counts a reviewed claim: its drug lines, findings and charges.
  void count(edits::Review const &review, Context const &context);
  /// Takes down the rules that are silent with these tables, or without any.
  void count_silent(tables::Tables const *tables);
  /// Adds the summary of another part.
  void add(Summary const &other);
};

/// JSON for machines, keys in a fixed order. Without `timing` nothing in it depends on the clock.
[[nodiscard]] std::string summary_json(Summary const &summary, bool timing);

/// The same for a person, in one screen.
[[nodiscard]] std::string summary_text(Summary const &summary, bool timing);

}  // namespace noc837::output
