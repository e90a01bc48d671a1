// SPDX-License-Identifier: Apache-2.0
#include "output/report/page.hpp"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "base/printable.hpp"
#include "io/digest.hpp"
#include "output/element_names.hpp"
#include "output/ranking.hpp"
#include "output/report/assets.hpp"
#include "rules/table.hpp"

namespace noc837::output {
namespace {

using Json = nlohmann::ordered_json;

std::string shown(std::string_view text) {
  return printable_utf8(text);
}

Json counts_json(RuleCount const &counts) {
  return Json::array({counts.flagged, counts.corrected, counts.reported});
}

Json totals_json(Summary const &s, Report const &report) {
  return {{"files", s.files},
          {"claims", s.claims},
          {"flagged", s.claims_flagged},
          {"corrected", s.claims_corrected},
          {"lines", s.lines},
          {"drug_lines", s.drug_lines},
          {"charges", s.drug_charges.to_money()},
          {"at_stake", s.charges_at_stake.to_money()},
          {"charges_corrected", report.charges_corrected().to_money()},
          {"subjects", report.lines_seen()}};
}

Json rules_json(Summary const &summary) {
  Json out = Json::object();
  for (auto const &[id, counts] : summary.rules) {
    rules::Rule const *rule = rules::find_rule(id);
    if (rule == nullptr) continue;
    auto const stake = summary.at_stake_by_rule.find(id);
    out[id] = {{"name", rule->name},
               {"summary", rule->summary},
               {"why", rule->explanation},
               {"source", rule->source},
               {"stc", rule->stc},
               {"counts", counts_json(counts)},
               {"at_stake", stake == summary.at_stake_by_rule.end() ? Decimal().to_money()
                                                                    : stake->second.to_money()}};
  }
  return out;
}

Json parties_json(Tally<PartyCount> const &tally) {
  Json out = Json::array();
  for (auto const &[key, party] : sorted(tally)) {
    out.push_back({{"id", shown(key)},
                   {"name", shown(party.name)},
                   {"lines", party.lines},
                   {"counts", counts_json(party.findings)},
                   {"at_stake", party.at_stake.to_money()}});
  }
  return out;
}

Json finding_json(ReportFinding const &finding) {
  Json out = {{"rule", finding.rule->id},
              {"severity", to_string(finding.severity)},
              {"status", to_string(finding.status)},
              {"element", shown(finding.element)},
              {"message", shown(finding.message)}};
  auto const add = [&](char const *key, std::string const &value) {
    if (!value.empty()) out[key] = shown(value);
  };
  add("label", std::string(element_name(finding.element)));
  add("loop", finding.loop);
  add("before", finding.before);
  add("after", finding.after);
  add("suggestion", finding.suggestion);
  if (finding.of_claim) out["claim"] = true;
  return out;
}

std::string_view state_name(LineState state) {
  switch (state) {
    case LineState::flagged:
      return "flagged";
    case LineState::warned:
      return "warned";
    case LineState::corrected:
      return "corrected";
    case LineState::informed:
      return "informed";
    case LineState::clean:
      break;
  }
  return "clean";
}

Json segments_json(std::vector<ReportSegment> const &segments) {
  Json out = Json::array();
  for (auto const &segment : segments) {
    Json pieces = Json::array();
    for (auto const &piece : segment.pieces) {
      pieces.push_back(Json::array({shown(piece.text), piece.finding}));
    }
    out.push_back({{"n", segment.ordinal}, {"p", std::move(pieces)}});
  }
  return out;
}

Json line_json(ReportLine const &line) {
  Json findings = Json::array();
  for (auto const &finding : line.findings) findings.push_back(finding_json(finding));
  Json out = {{"state", state_name(line.rank.state)},
              {"file", shown(line.file)},
              {"claim", shown(line.claim)},
              {"line", shown(line.line)},
              {"guide", shown(line.guide)},
              {"profile", shown(line.profile)},
              {"payer", shown(line.payer.key())},
              {"provider", shown(line.provider.key())},
              {"date", shown(line.date)},
              {"drug", shown(line.drug)},
              {"ndc", shown(line.ndc)},
              {"quantity", shown(line.quantity)},
              {"charge", line.rank.charge.to_money()},
              {"findings", std::move(findings)},
              {"segments", segments_json(line.segments)}};
  if (!line.member.empty()) out["member"] = shown(line.member);
  if (!line.outgoing.empty()) {
    Json outgoing = Json::array();
    for (auto const &text : line.outgoing) outgoing.push_back(shown(text));
    out["outgoing"] = std::move(outgoing);
  }
  return out;
}

Json envelope_json(Report const &report) {
  Json out = Json::array();
  for (auto const &line : report.envelope()) {
    auto const &finding = line.findings.front();
    Json entry = finding_json(finding);
    entry["file"] = shown(line.file);
    entry["offset"] = finding.offset;
    out.push_back(std::move(entry));
  }
  return out;
}

/// Writes the report as one JSON object, a line of the table at a time.
Result<void> write_data(Report &report, Summary const &summary, PageFacts const &facts,
                        io::Sink &out) {
  auto const &lines = report.lines();
  Json head = {{"version", facts.version},
               {"made", facts.made},
               {"phi", report.options().show_phi},
               {"most", report.options().most_lines},
               {"totals", totals_json(summary, report)},
               {"rules", rules_json(summary)},
               {"payers", parties_json(report.payers())},
               {"providers", parties_json(report.providers())},
               {"envelope", envelope_json(report)},
               {"envelope_seen", report.envelope_seen()},
               {"inputs", Json::array()}};
  for (auto const &input : facts.inputs) head["inputs"].push_back(shown(input));
  auto text = script_safe(head.dump());
  text.pop_back();  // the object goes on
  if (auto done = out.write(text + ",\"lines\":["); !done) return done;
  for (auto const &line : lines) {
    auto const *separator = &line == &lines.front() ? "\n" : ",\n";
    if (auto done = out.write(separator + script_safe(line_json(line).dump())); !done) return done;
  }
  return out.write("]}");
}

std::string source_hash(std::string_view source) {
  io::Digest digest;
  digest.add(source);
  return "'sha256-" + digest.base64() + "'";
}

std::string content_policy() {
  return "default-src 'none'; style-src " + source_hash(report_css) + "; script-src " +
         source_hash(report_js) + "; img-src data:; base-uri 'none'; form-action 'none'";
}

}  // namespace

std::string script_safe(std::string const &json) {
  std::string out;
  out.reserve(json.size());
  for (char const c : json) {
    switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      default:
        out += c;
    }
  }
  return out;
}

Result<void> write_page(Report &report, Summary const &summary, PageFacts const &facts,
                        io::Sink &out) {
  std::string_view rest = report_html;
  for (auto at = rest.find("{{"); at != std::string_view::npos; at = rest.find("{{")) {
    if (auto done = out.write(rest.substr(0, at)); !done) return done;
    auto const end = rest.find("}}", at);
    auto const name = rest.substr(at + 2, end - at - 2);
    rest.remove_prefix(end + 2);
    Result<void> done;
    if (name == "policy") done = out.write(content_policy());
    if (name == "style") done = out.write(report_css);
    if (name == "script") done = out.write(report_js);
    if (name == "data") done = write_data(report, summary, facts, out);
    if (!done) return done;
  }
  return out.write(rest);
}

}  // namespace noc837::output
