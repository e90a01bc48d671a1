// SPDX-License-Identifier: Apache-2.0
// One line of a reviewed claim as the review page shows it.
#pragma once

#include <optional>
#include <vector>

#include "output/report/report.hpp"

namespace noc837::output {

/// A line of a claim that the page shows, and the findings on it and on its claim.
struct LineSubject {
  std::optional<std::size_t> line;         ///< in Claim::lines; nothing: the claim itself
  claims::DrugLine const *drug = nullptr;  ///< null where it is no drug line
  std::vector<rules::Finding const *> findings;

  [[nodiscard]] LineState state() const;
  [[nodiscard]] Decimal charge(claims::Claim const &claim) const;
};

/// The drug lines of the claim, its other lines that something was found on, or the claim itself
/// where something was found on it that has no line to stand with.
[[nodiscard]] std::vector<LineSubject> line_subjects(edits::Review const &review);

[[nodiscard]] Party payer_of(claims::Claim const &claim);
[[nodiscard]] Party provider_of(claims::Claim const &claim);

/// Writes what the page shows of the subjects of one claim.
class LineWriter {
 public:
  LineWriter(edits::Review const &review, Context const &context, bool show_phi)
      : review_(review), claim_(review.claim), context_(context), show_phi_(show_phi) {}

  /// All but the rank, which is the caller's.
  [[nodiscard]] ReportLine write(LineSubject const &subject);

 private:
  [[nodiscard]] std::vector<ReportSegment> segments_of(LineSubject const &subject) const;
  [[nodiscard]] std::vector<std::string> outgoing_of(std::size_t line);
  [[nodiscard]] std::string shown(edi::Segments const &segments, std::size_t at) const;

  edits::Review const &review_;
  claims::Claim const &claim_;
  Context const &context_;
  bool show_phi_;
  /// Where the lines begin in what goes out; with its end. Empty before it was looked for.
  std::vector<std::size_t> outgoing_begins_;
};

[[nodiscard]] ReportFinding report_finding(rules::Finding const &finding, bool show_phi);

}  // namespace noc837::output
