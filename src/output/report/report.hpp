// SPDX-License-Identifier: Apache-2.0
// What the review page shows, gathered while claims go by.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "edits/review.hpp"
#include "output/findings.hpp"
#include "output/summary.hpp"

namespace noc837::output {

struct ReportOptions {
  /// Lines in the page's table. Of more, those that matter most are kept: lines with standing
  /// errors, then with warnings, then corrected ones, then the others; larger charges first;
  /// then in the order of the input. The totals and charts count all.
  std::size_t most_lines = 10'000;
  bool show_phi = false;  ///< members' names and ids stand in the page
};

/// What became of a line; the worst of its findings decides.
enum class LineState : std::uint8_t { flagged, warned, corrected, informed, clean };

/// A segment as the page shows it: pieces of text, some of them marked by a finding.
struct ReportSegment {
  struct Piece {
    std::string text;
    int finding = -1;  ///< index in ReportLine::findings; -1 for plain text
  };
  std::uint64_t ordinal = 0;
  std::vector<Piece> pieces;
};

struct ReportFinding {
  rules::Rule const *rule = nullptr;
  Severity severity = Severity::error;
  Status status = Status::reported;
  bool of_claim = false;  ///< it speaks of the whole claim
  std::uint64_t offset = 0;
  std::string loop;
  std::string element;
  std::string before;
  std::string after;
  std::string suggestion;
  std::string message;
};

/// A payer or a provider.
struct Party {
  std::string id;
  std::string name;

  /// By which it is counted: the id, else the name.
  [[nodiscard]] std::string const &key() const { return id.empty() ? name : id; }
};

/// What is known of a drug line, or of another line or claim that something was found on.
struct ReportLine {
  /// Where it stands among the others: smaller is shown first.
  struct Rank {
    LineState state = LineState::clean;
    Decimal charge;
    std::uint64_t sequence = 0;  ///< in the order of the input

    friend std::strong_ordering operator<=>(Rank const &a, Rank const &b);
    friend bool operator==(Rank const &a, Rank const &b) = default;
  };
  Rank rank;
  std::string file;
  std::string claim;
  std::string line;  ///< LX01; empty where the whole claim is meant
  std::string guide;
  std::string profile;
  Party payer;
  Party provider;
  std::string member;  ///< empty unless asked for
  std::string date;    ///< of service, CCYY-MM-DD
  std::string drug;
  std::string ndc;       ///< as typed
  std::string quantity;  ///< with its unit, as typed
  std::vector<ReportFinding> findings;
  std::vector<ReportSegment> segments;  ///< as they came
  std::vector<std::string> outgoing;    ///< as they go out; empty where nothing changed
};

/// Lines, findings and charges of one payer or provider.
struct PartyCount {
  std::string name;
  std::uint64_t lines = 0;  ///< drug lines
  RuleCount findings;
  Decimal at_stake;
};

/// Gathers in bounded memory. Reports add up: those of several inputs, added in order, make that
/// of a run over all.
class Report {
 public:
  explicit Report(ReportOptions options = {}) : options_(options) {}

  /// A reviewed claim.
  void add(edits::Review const &review, Context const &context);
  /// A finding about the envelope.
  void add(rules::Finding const &finding, Context const &context);
  /// What the next input gave.
  void add(Report &&other);

  /// The page's lines, in the order in which they are shown.
  [[nodiscard]] std::vector<ReportLine> const &lines();

  [[nodiscard]] ReportOptions const &options() const { return options_; }
  [[nodiscard]] std::uint64_t lines_seen() const { return seen_; }
  [[nodiscard]] std::vector<ReportLine> const &envelope() const { return envelope_; }
  [[nodiscard]] std::uint64_t envelope_seen() const { return envelope_seen_; }
  [[nodiscard]] Tally<PartyCount> const &payers() const { return payers_; }
  [[nodiscard]] Tally<PartyCount> const &providers() const { return providers_; }
  /// Charges of corrected drug lines on claims that go out.
  [[nodiscard]] Decimal const &charges_corrected() const { return charges_corrected_; }

 private:
  friend std::string report_state(Report const &report);
  friend Result<Report> report_from_state(std::string_view bytes, ReportOptions options);

  void keep(ReportLine line);
  void cut();

  ReportOptions options_;
  std::vector<ReportLine> lines_;
  std::vector<ReportLine> envelope_;
  bool full_ = false;         ///< lines were left out
  ReportLine::Rank horizon_;  ///< with `full_`: lines behind it need not be kept
  std::uint64_t seen_ = 0;
  std::uint64_t envelope_seen_ = 0;
  Tally<PartyCount> payers_;
  Tally<PartyCount> providers_;
  Decimal charges_corrected_;
};

PartyCount &operator+=(PartyCount &a, PartyCount const &b);

}  // namespace noc837::output
