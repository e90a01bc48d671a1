// SPDX-License-Identifier: Apache-2.0
// The summary as JSON.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/printable.hpp"
#include "output/ranking.hpp"
#include "output/summary.hpp"
#include "rules/table.hpp"

namespace noc837::output {
namespace {

using Json = nlohmann::ordered_json;

Json files(std::vector<FileFact> const &facts) {
  Json out = Json::array();
  for (auto const &fact : facts) {
    Json file = {{"path", printable_utf8(fact.path)}, {"bytes", fact.bytes}};
    if (!fact.sha256.empty()) file["sha256"] = fact.sha256;
    out.push_back(std::move(file));
  }
  return out;
}

Json findings(Summary const &summary) {
  Json out = Json::object();
  for (auto const &[id, count] : summary.rules) {
    rules::Rule const *rule = rules::find_rule(id);
    out[id] = {{"name", rule != nullptr ? rule->name : ""},
               {"corrected", count.corrected},
               {"flagged", count.flagged},
               {"reported", count.reported}};
  }
  return out;
}

Json drugs(Tally<DrugCount> const &tally, char const *key) {
  Json out = Json::array();
  for (auto const &[name, count] : top_drugs(tally)) {
    out.push_back({{key, printable_utf8(name)},
                   {"lines", count.lines},
                   {"charges", count.charges.to_money()}});
  }
  return out;
}

Json volume(edits::Volume const &volume) {
  return {{"bytes", volume.bytes},
          {"segments", volume.segments},
          {"claims", volume.claims},
          {"lines", volume.lines}};
}

/// What was read and where it went; what is nothing is left out.
Json reconciliation(edits::Reconciliation const &account) {
  Json out = Json::object();
  auto const add = [&](char const *name, edits::Volume const &part) {
    if (part != edits::Volume()) out[name] = volume(part);
  };
  add("read", account.read);
  add("inserted", account.inserted);
  add("repeated", account.repeated);
  add("removed", account.removed);
  add("left_out", account.left_out);
  add("corrected", account.corrected);
  add("flagged", account.flagged);
  add("annotated", account.annotated);
  add("passed", account.passed);
  return out;
}

/// In the order of the table of rules.
Json silent_rules(Summary const &summary) {
  Json out = Json::array();
  for (rules::Rule const *rule : rules::all_rules()) {
    if (summary.silent_rules.contains(rule->id)) out.push_back(rule->id);
  }
  return out;
}

}  // namespace

std::string summary_json(Summary const &s, bool timing) {
  Json by_payer = Json::object();
  for (auto const &[payer, charge] : sorted(s.at_stake_by_payer)) {
    by_payer[printable_utf8(payer)] = charge.to_money();
  }
  Json by_rule = Json::object();
  for (auto const &[rule, charge] : s.at_stake_by_rule) by_rule[rule] = charge.to_money();
  Json notices = Json::object();
  for (auto const &[what, count] : s.notices) notices[what] = count;

  Json out;
  out["files"] = s.files;
  out["bytes"] = s.bytes;
  out["interchanges"] = s.interchanges;
  out["groups"] = s.groups;
  out["sets"] = {
      {"837P", s.sets_professional}, {"837I", s.sets_institutional}, {"passed", s.sets_passed}};
  out["segments"] = s.segments;
  out["claims"] = {{"total", s.claims},
                   {"clean", s.claims - s.claims_corrected - s.claims_flagged},
                   {"corrected", s.claims_corrected},
                   {"flagged", s.claims_flagged}};
  out["lines"] = s.lines;
  out["drug_lines"] = s.drug_lines;
  out["findings"] = findings(s);
  out["charges"] = {{"drug_lines", s.drug_charges.to_money()},
                    {"at_stake", s.charges_at_stake.to_money()},
                    {"at_stake_by_payer", std::move(by_payer)},
                    {"at_stake_by_rule", std::move(by_rule)}};
  out["top_drugs"] = {{"by_text", drugs(s.drugs_by_text, "text")},
                      {"by_ndc", drugs(s.drugs_by_ndc, "ndc")}};
  out["reconciliation"] = reconciliation(s.reconciliation);
  out["notices"] = std::move(notices);
  out["silent_rules"] = silent_rules(s);
  out["inputs"] = files(s.inputs);
  out["outputs"] = files(s.outputs);
  if (timing) {
    out["seconds"] = s.seconds;
    out["bytes_per_second"] = s.seconds > 0 ? static_cast<double>(s.bytes) / s.seconds : 0.0;
  }
  return out.dump(2) + "\n";
}

}  // namespace noc837::output
