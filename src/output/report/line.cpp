// SPDX-License-Identifier: Apache-2.0
#include "output/report/line.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/iso_date.hpp"
#include "edi/elements.hpp"
#include "output/finding_segment.hpp"
#include "output/privacy.hpp"
#include "output/stake.hpp"

namespace noc837::output {
namespace {

// A line that somebody wrote to fill the memory is shown in part.
constexpr std::size_t most_findings = 60;
constexpr std::size_t most_segments = 60;
constexpr std::size_t longest_segment = 600;
constexpr std::size_t longest_value = 200;

std::string clipped(std::string_view text, std::size_t most = longest_value) {
  return text.size() <= most ? std::string(text) : std::string(text.substr(0, most)) + "...";
}

LineState state_of(rules::Finding const &finding) {
  switch (finding.status) {
    case Status::flagged:
      return LineState::flagged;
    case Status::corrected:
      return LineState::corrected;
    case Status::reported:
      break;
  }
  return finding.severity == Severity::info ? LineState::informed : LineState::warned;
}

std::string service_date(claims::DrugLine const &line) {
  if (!line.service_date) return {};
  auto const &day = line.service_date->first;
  return iso_date(day);
}

/// What the line calls the drug: its name where it can be read, else its description or note.
std::string drug_label(claims::DrugLine const &line) {
  std::vector<claims::DrugText const *> texts = {&line.description};
  for (auto const &note : line.note_texts) texts.push_back(&note);
  for (auto const *text : texts) {
    if (!text->text.empty()) return clipped(text->text);
  }
  return {};
}

std::string member_of(claims::Claim const &claim) {
  auto const separator = claim.delimiters.element;
  auto const &levels = claim.levels;
  auto const person = (levels.patient.empty() ? levels.subscriber : levels.patient).view();
  auto const id = edi::element(levels.subscriber.view(), 9, separator);
  std::string out(edi::element(person, 3, separator));
  if (auto const first = edi::element(person, 4, separator); !first.empty()) {
    out.append(", ").append(first);
  }
  return id.empty() ? out : out + " (" + std::string(id) + ")";
}

/// A stretch of a segment that a finding speaks of.
struct Mark {
  std::size_t begin = 0;
  std::size_t size = 0;
  int finding = -1;
};

/// Cuts a text into plain and marked pieces; where marks lie in one another the shorter wins.
std::vector<ReportSegment::Piece> pieces_of(std::string const &text, std::vector<Mark> marks) {
  std::stable_sort(marks.begin(), marks.end(),
                   [](Mark const &a, Mark const &b) { return a.size > b.size; });
  std::vector<int> owners(text.size(), -1);
  std::vector<std::pair<std::size_t, int>> gaps;  // elements that are missing
  for (auto const &mark : marks) {
    if (mark.begin > text.size()) continue;
    if (mark.size == 0) gaps.emplace_back(mark.begin, mark.finding);
    auto const end = std::min(text.size(), mark.begin + mark.size);
    for (auto i = mark.begin; i < end; ++i) owners[i] = mark.finding;
  }
  std::vector<ReportSegment::Piece> out;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    for (auto const &[at, finding] : gaps) {
      if (at == i) out.push_back({"", finding});
    }
    if (i == text.size()) break;
    bool const fresh = out.empty() || out.back().text.empty() || out.back().finding != owners[i];
    if (fresh) out.push_back({"", owners[i]});
    out.back().text += text[i];
  }
  return out;
}

/// What the findings say of one segment, whose text is shown as `text`.
std::vector<Mark> marks_of(LineSubject const &subject, claims::Claim const &claim,
                           edi::Segment const &segment, std::string_view text) {
  std::vector<Mark> marks;
  auto const id = text.substr(0, text.find(claim.delimiters.element));
  for (std::size_t i = 0; i < subject.findings.size(); ++i) {
    auto const &finding = *subject.findings[i];
    if (segment_of(finding, claim) != &segment) continue;
    auto const number = edi::element_number(finding.element, id);
    if (!number) continue;
    auto const part = edi::part_of(text, *number, claim.delimiters);
    marks.push_back(
        {static_cast<std::size_t>(part.data() - text.data()), part.size(), static_cast<int>(i)});
  }
  return marks;
}

/// Where the service lines begin among `segments`, and where the last one ends.
std::vector<std::size_t> line_begins(edi::Segments const &segments) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < segments.size(); ++at) {
    if (segments[at].id == edi::tag("LX")) out.push_back(at);
  }
  out.push_back(segments.size());
  return out;
}

}  // namespace

LineState LineSubject::state() const {
  auto worst = LineState::clean;
  for (auto const *finding : findings) worst = std::min(worst, state_of(*finding));
  return worst;
}

Decimal LineSubject::charge(claims::Claim const &claim) const {
  return amount(line ? claim.lines[*line].charge : claim.header.charge);
}

std::vector<LineSubject> line_subjects(edits::Review const &review) {
  auto const &claim = review.claim;
  std::vector<LineSubject> out;
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> places(claim.lines.size(), none);  // in `out`, by line
  auto const place = [&](std::size_t line) -> LineSubject & {
    if (places[line] == none) {
      places[line] = out.size();
      out.push_back({line, nullptr, {}});
    }
    return out[places[line]];
  };
  for (auto const &drug : claim.drug_lines) place(drug.line).drug = &drug;
  std::vector<rules::Finding const *> of_claim;
  for (auto const &finding : review.findings) {
    auto &findings = finding.line_index ? place(*finding.line_index).findings : of_claim;
    if (findings.size() < most_findings) findings.push_back(&finding);
  }
  if (out.empty() && !of_claim.empty()) out.emplace_back();
  for (auto &subject : out) {
    subject.findings.insert(subject.findings.end(), of_claim.begin(), of_claim.end());
  }
  return out;
}

Party payer_of(claims::Claim const &claim) {
  return {std::string(claim.levels.payer_id.view()), std::string(claim.levels.payer_name.view())};
}

Party provider_of(claims::Claim const &claim) {
  return {std::string(claim.levels.billing_npi.view()),
          std::string(claim.levels.billing_name.view())};
}

ReportFinding report_finding(rules::Finding const &finding, bool show_phi) {
  auto const value = [&](std::string const &text) {
    return clipped(show_phi ? text : shown_value(finding, text));
  };
  ReportFinding out;
  out.rule = finding.rule;
  out.severity = finding.severity;
  out.status = finding.status;
  out.of_claim = !finding.line_index;
  out.offset = finding.offset;
  out.loop = finding.loop;
  out.element = finding.element;
  out.before = value(finding.before);
  out.after = value(finding.after);
  out.suggestion = value(finding.suggestion);
  out.message = clipped(finding.message);
  return out;
}

ReportLine LineWriter::write(LineSubject const &subject) {
  ReportLine out;
  out.file = context_.file;
  out.claim = clipped(context_.claim);
  out.guide = context_.guide;
  out.profile = context_.profile;
  out.payer = payer_of(claim_);
  out.provider = provider_of(claim_);
  if (show_phi_) out.member = clipped(member_of(claim_));
  if (subject.line) {
    out.line = clipped(claim_.lines[*subject.line].number.view());
    out.outgoing = outgoing_of(*subject.line);
  }
  if (subject.drug != nullptr) {
    auto const &drug = *subject.drug;
    out.date = service_date(drug);
    out.drug = drug_label(drug);
    if (auto const *loop = drug.loop()) {
      out.ndc = clipped(loop->lin.value.id.view());
      if (loop->ctp) {
        out.quantity = clipped(loop->ctp->value.quantity.view());
        out.quantity.append(" ").append(clipped(loop->ctp->value.unit.view()));
      }
    }
  }
  for (auto const *finding : subject.findings)
    out.findings.push_back(report_finding(*finding, show_phi_));
  out.segments = segments_of(subject);
  return out;
}

/// The subject's segments, and before them those of the claim that a finding speaks of.
std::vector<ReportSegment> LineWriter::segments_of(LineSubject const &subject) const {
  std::set<claims::Index> wanted;
  for (auto const *finding : subject.findings) {
    if (auto const *segment = segment_of(*finding, claim_)) {
      wanted.insert(static_cast<claims::Index>(segment - claim_.segments->data()));
    }
  }
  if (subject.line) {
    auto const &line = claim_.lines[*subject.line];
    for (auto at = line.begin; at < std::min(line.end, line.begin + most_segments); ++at) {
      wanted.insert(at);
    }
  }
  std::vector<ReportSegment> out;
  for (auto const at : wanted) {
    auto const &segment = claim_.segment(at);
    auto const text = shown(*claim_.segments, at);
    out.push_back({segment.ordinal, pieces_of(text, marks_of(subject, claim_, segment, text))});
  }
  return out;
}

/// The line's segments as they go out; empty where the claim leaves as it came. Lines keep their
/// number and order, so that the line with the same count of LX before it is the same line.
std::vector<std::string> LineWriter::outgoing_of(std::size_t line) {
  std::vector<std::string> out;
  if (!review_.changed) return out;
  if (outgoing_begins_.empty()) outgoing_begins_ = line_begins(review_.segments);
  auto const &begins = outgoing_begins_;
  if (begins.size() != claim_.lines.size() + 1) return out;
  auto const end = std::min(begins[line + 1], begins[line] + most_segments);
  for (auto at = begins[line]; at < end; ++at) out.push_back(shown(review_.segments, at));
  return out;
}

std::string LineWriter::shown(edi::Segments const &segments, std::size_t at) const {
  Privacy privacy(show_phi_);
  privacy.enter(segments, at, claim_.delimiters);
  return clipped(privacy.shown(segments[at], claim_.delimiters), longest_segment);
}

}  // namespace noc837::output
