// SPDX-License-Identifier: Apache-2.0
#include "output/report/report.hpp"

#include <algorithm>
#include <utility>

#include "output/report/line.hpp"
#include "output/stake.hpp"

namespace noc837::output {
namespace {

constexpr std::size_t most_envelope_findings = 200;

bool by_rank(ReportLine const &a, ReportLine const &b) {
  return a.rank < b.rank;
}

void count(RuleCount &counts, Status status) {
  switch (status) {
    case Status::corrected:
      ++counts.corrected;
      return;
    case Status::flagged:
      ++counts.flagged;
      return;
    case Status::reported:
      ++counts.reported;
      return;
  }
}

void count(Tally<PartyCount> &tally, Party const &party, PartyCount const &counts) {
  auto &entry = tally[party.key()];
  entry += counts;
  if (entry.name.empty()) entry.name = party.name;
}

void add_all(Tally<PartyCount> &to, Tally<PartyCount> const &from) {
  for (auto const &[key, counts] : from.values()) to[key] += counts;
}

}  // namespace

std::strong_ordering operator<=>(ReportLine::Rank const &a, ReportLine::Rank const &b) {
  if (auto const order = a.state <=> b.state; order != 0) return order;
  if (auto const order = b.charge <=> a.charge; order != 0) return order;
  return a.sequence <=> b.sequence;
}

PartyCount &operator+=(PartyCount &a, PartyCount const &b) {
  if (a.name.empty()) a.name = b.name;
  a.lines += b.lines;
  a.findings.corrected += b.findings.corrected;
  a.findings.flagged += b.findings.flagged;
  a.findings.reported += b.findings.reported;
  a.at_stake += b.at_stake;
  return a;
}

void Report::add(edits::Review const &review, Context const &context) {
  auto const &claim = review.claim;
  PartyCount counts;
  counts.lines = claim.drug_lines.size();
  for (auto const &finding : review.findings) count(counts.findings, finding.status);
  if (review.flagged) counts.at_stake = at_stake(review);
  count(payers_, payer_of(claim), counts);
  count(providers_, provider_of(claim), counts);

  LineWriter writer(review, context, options_.show_phi);
  for (auto const &subject : line_subjects(review)) {
    ReportLine::Rank const rank{subject.state(), subject.charge(claim), seen_++};
    if (rank.state == LineState::corrected && !review.flagged && subject.drug != nullptr) {
      charges_corrected_ += rank.charge;
    }
    if (full_ && rank > horizon_) continue;
    auto line = writer.write(subject);
    line.rank = rank;
    keep(std::move(line));
  }
}

void Report::add(rules::Finding const &finding, Context const &context) {
  if (envelope_seen_++ >= most_envelope_findings) return;
  ReportLine line;
  line.file = context.file;
  line.findings.push_back(report_finding(finding, options_.show_phi));
  envelope_.push_back(std::move(line));
}

void Report::add(Report &&other) {
  for (auto &line : other.lines_) {
    line.rank.sequence += seen_;
    if (!full_ || line.rank < horizon_) keep(std::move(line));
  }
  seen_ += other.seen_;
  for (auto &line : other.envelope_) {
    if (envelope_.size() < most_envelope_findings) envelope_.push_back(std::move(line));
  }
  envelope_seen_ += other.envelope_seen_;
  add_all(payers_, other.payers_);
  add_all(providers_, other.providers_);
  charges_corrected_ += other.charges_corrected_;
}

std::vector<ReportLine> const &Report::lines() {
  if (lines_.size() > options_.most_lines) cut();
  std::sort(lines_.begin(), lines_.end(), by_rank);
  return lines_;
}

/// Keeps a line, and now and then lets go of those that are too many.
void Report::keep(ReportLine line) {
  lines_.push_back(std::move(line));
  if (lines_.size() >= 2 * std::max<std::size_t>(options_.most_lines, 1)) cut();
}

void Report::cut() {
  auto const most = static_cast<std::ptrdiff_t>(options_.most_lines);
  std::nth_element(lines_.begin(), lines_.begin() + most, lines_.end(), by_rank);
  horizon_ = lines_[options_.most_lines].rank;
  full_ = true;
  lines_.resize(options_.most_lines);
}

}  // namespace noc837::output
