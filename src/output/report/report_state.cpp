// SPDX-License-Identifier: Apache-2.0
#include "output/report/report_state.hpp"

#include <exception>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "output/summary_state.hpp"
#include "rules/table.hpp"

namespace noc837::output {
namespace {

using Json = nlohmann::json;

/// Goes up when a reader of the old bytes would misread the new.
constexpr int format_version = 1;

/// Fields in one order for both ways, so that none can be forgotten in one of them.
class Writing {
 public:
  template <class... Values>
  static Json row(Values const &...values) {
    return Json::array({of(values)...});
  }

  static Json of(Decimal const &value) { return value.to_string(); }
  static Json of(rules::Rule const *rule) { return rule->id; }
  static Json of(ReportSegment::Piece const &piece) { return row(piece.text, piece.finding); }
  static Json of(ReportSegment const &segment) { return row(segment.ordinal, segment.pieces); }
  static Json of(ReportFinding const &f) {
    return row(f.rule, f.severity, f.status, f.of_claim, f.offset, f.loop, f.element, f.before,
               f.after, f.suggestion, f.message);
  }
  static Json of(Party const &party) { return row(party.id, party.name); }
  static Json of(ReportLine::Rank const &rank) {
    return row(rank.state, rank.charge, rank.sequence);
  }
  static Json of(ReportLine const &l) {
    return row(l.rank, l.file, l.claim, l.line, l.guide, l.profile, l.payer, l.provider, l.member,
               l.date, l.drug, l.ndc, l.quantity, l.findings, l.segments, l.outgoing);
  }
  static Json of(PartyCount const &count) {
    return row(count.name, count.lines, count.findings.corrected, count.findings.flagged,
               count.findings.reported, count.at_stake);
  }
  static Json of(Tally<PartyCount> const &tally) {
    auto out = Json::array();
    for (auto const &[key, count] : tally.values()) out.push_back(row(key, count));
    return out;
  }
  template <class T>
  static Json of(std::vector<T> const &values) {
    auto out = Json::array();
    for (auto const &value : values) out.push_back(of(value));
    return out;
  }
  template <class T>
  static Json of(T const &value) {
    return value;
  }
};

class Reading {
 public:
  template <class... Values>
  static void row(Json const &json, Values &...values) {
    if (json.size() != sizeof...(values)) throw std::invalid_argument("fields");
    std::size_t at = 0;
    (read(json.at(at++), values), ...);
  }

  static void read(Json const &json, Decimal &value) {
    value = decimal_from_state(json.get<std::string>());
  }
  static void read(Json const &json, rules::Rule const *&rule) {
    rule = rules::find_rule(json.get<std::string>());
    if (rule == nullptr) throw std::invalid_argument("rule");
  }
  static void read(Json const &json, ReportSegment::Piece &piece) {
    row(json, piece.text, piece.finding);
  }
  static void read(Json const &json, ReportSegment &segment) {
    row(json, segment.ordinal, segment.pieces);
  }
  static void read(Json const &json, ReportFinding &f) {
    row(json, f.rule, f.severity, f.status, f.of_claim, f.offset, f.loop, f.element, f.before,
        f.after, f.suggestion, f.message);
  }
  static void read(Json const &json, Party &party) { row(json, party.id, party.name); }
  static void read(Json const &json, ReportLine::Rank &rank) {
    row(json, rank.state, rank.charge, rank.sequence);
  }
  static void read(Json const &json, ReportLine &l) {
    row(json, l.rank, l.file, l.claim, l.line, l.guide, l.profile, l.payer, l.provider, l.member,
        l.date, l.drug, l.ndc, l.quantity, l.findings, l.segments, l.outgoing);
  }
  static void read(Json const &json, PartyCount &count) {
    row(json, count.name, count.lines, count.findings.corrected, count.findings.flagged,
        count.findings.reported, count.at_stake);
  }
  static void read(Json const &json, Tally<PartyCount> &tally) {
    for (auto const &pair : json) {
      std::string key;
      PartyCount count;
      row(pair, key, count);
      tally[key] = count;
    }
  }
  template <class T>
  static void read(Json const &json, std::vector<T> &values) {
    for (auto const &value : json) read(value, values.emplace_back());
  }
  template <class T>
  static void read(Json const &json, T &value) {
    json.get_to(value);
  }
};

}  // namespace

std::string report_state(Report const &report) {
  auto const &r = report;
  auto const json =
      Writing::row(format_version, r.lines_, r.envelope_, r.full_, r.horizon_, r.seen_,
                   r.envelope_seen_, r.payers_, r.providers_, r.charges_corrected_);
  std::string out;
  Json::to_cbor(json, out);
  return out;
}

Result<Report> report_from_state(std::string_view bytes, ReportOptions options) {
  try {
    Report r(options);
    int version = 0;
    Reading::row(Json::from_cbor(bytes), version, r.lines_, r.envelope_, r.full_, r.horizon_,
                 r.seen_, r.envelope_seen_, r.payers_, r.providers_, r.charges_corrected_);
    if (version != format_version) throw std::invalid_argument("version");
    return r;
  } catch (std::exception const &) {
    return fail(Fault::input, "is no report of an input", "what this version of noc837 wrote");
  }
}

}  // namespace noc837::output
