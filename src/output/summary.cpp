// SPDX-License-Identifier: Apache-2.0
#include "output/summary.hpp"

#include "edi/elements.hpp"
#include "output/stake.hpp"
#include "rules/table.hpp"

namespace noc837::output {
namespace {

/// The name by which a line's drug is counted: the narrative's, else the note's. One that has to be
/// written in upper case is put into `room`.
std::string_view drug_name(claims::DrugLine const &line, std::string &room) {
  auto name = line.description.name;
  for (auto const &note : line.note_texts) {
    if (!name.empty()) break;
    name = note.name;
  }
  if (name.empty()) return "(no drug name)";
  return edi::is_upper(name.view()) ? name.view() : room = edi::upper(name.view());
}

std::string_view drug_ndc(claims::DrugLine const &line) {
  if (line.loops.empty()) return "(no NDC)";
  auto const &ndc = line.loops.front().ndc;
  return ndc.known() ? std::string_view(ndc.eleven) : "(not readable)";
}

RuleCount &operator+=(RuleCount &a, RuleCount const &b) {
  a.corrected += b.corrected;
  a.flagged += b.flagged;
  a.reported += b.reported;
  return a;
}

DrugCount &operator+=(DrugCount &a, DrugCount const &b) {
  a.lines += b.lines;
  a.charges += b.charges;
  return a;
}

template <class Key, class Value>
void add_all(std::map<Key, Value, std::less<>> &to, std::map<Key, Value, std::less<>> const &from) {
  for (auto const &[key, value] : from) to[key] += value;
}

template <class Value>
void add_all(Tally<Value> &to, Tally<Value> const &from) {
  for (auto const &[key, value] : from.values()) to[key] += value;
}

}  // namespace

void Summary::count(claims::Unit const &unit) {
  using claims::UnitKind;
  segments += unit.segments;
  switch (unit.kind) {
    case UnitKind::interchange:
      ++interchanges;
      break;
    case UnitKind::group:
      ++groups;
      break;
    case UnitKind::set:
      switch (unit.guide) {
        case edi::Guide::professional:
          ++sets_professional;
          break;
        case edi::Guide::institutional:
          ++sets_institutional;
          break;
        case edi::Guide::other:
          ++sets_passed;
          break;
      }
      break;
    case UnitKind::claim:
      ++claims;
      lines += unit.lines;
      break;
    case UnitKind::gap:
    case UnitKind::level:
    case UnitKind::passed:
    case UnitKind::set_end:
    case UnitKind::group_end:
    case UnitKind::interchange_end:
      break;
  }
}

void Summary::count(rules::Finding const &finding) {
  RuleCount &rule = rules[std::string(finding.rule->id)];
  switch (finding.status) {
    case Status::corrected:
      ++rule.corrected;
      return;
    case Status::flagged:
      ++rule.flagged;
      break;
    case Status::reported:
      ++rule.reported;
      break;
  }
  ++standing[static_cast<std::size_t>(finding.severity)];
}

void Summary::count(edits::Review const &review, Context const &context) {
  auto const &claim = review.claim;
  if (review.flagged) {
    ++claims_flagged;
  } else if (review.corrected) {
    ++claims_corrected;
  }
  std::string room;
  for (auto const &line : claim.drug_lines) {
    auto const charge = amount(claim.service(line).charge);
    ++drug_lines;
    drug_charges += charge;
    for (DrugCount *drug : {&drugs_by_text[drug_name(line, room)], &drugs_by_ndc[drug_ndc(line)]}) {
      ++drug->lines;
      drug->charges += charge;
    }
  }

  for (auto const &finding : review.findings) {
    count(finding);
    if (finding.status != Status::flagged) continue;
    auto const charge = finding.line_index ? amount(claim.lines[*finding.line_index].charge)
                                           : amount(claim.header.charge);
    at_stake_by_rule[std::string(finding.rule->id)] += charge;
  }
  if (!review.flagged) return;
  auto const stake = at_stake(review);
  charges_at_stake += stake;
  at_stake_by_payer[context.payer.empty() ? "(no payer)" : context.payer] += stake;
}

void Summary::count_silent(tables::Tables const *tables) {
  for (rules::Rule const *rule : rules::all_rules()) {
    if (rules::silent(*rule, tables)) silent_rules.emplace(rule->id);
  }
}

void Summary::add(Summary const &other) {
  files += other.files;
  bytes += other.bytes;
  interchanges += other.interchanges;
  groups += other.groups;
  sets_professional += other.sets_professional;
  sets_institutional += other.sets_institutional;
  sets_passed += other.sets_passed;
  segments += other.segments;
  claims += other.claims;
  lines += other.lines;
  drug_lines += other.drug_lines;
  claims_corrected += other.claims_corrected;
  claims_flagged += other.claims_flagged;
  add_all(rules, other.rules);
  drug_charges += other.drug_charges;
  charges_at_stake += other.charges_at_stake;
  add_all(at_stake_by_payer, other.at_stake_by_payer);
  add_all(at_stake_by_rule, other.at_stake_by_rule);
  add_all(drugs_by_text, other.drugs_by_text);
  add_all(drugs_by_ndc, other.drugs_by_ndc);
  add_all(notices, other.notices);
  silent_rules.insert(other.silent_rules.begin(), other.silent_rules.end());
  inputs.insert(inputs.end(), other.inputs.begin(), other.inputs.end());
  outputs.insert(outputs.end(), other.outputs.begin(), other.outputs.end());
  seconds += other.seconds;
  reconciliation += other.reconciliation;
  for (std::size_t i = 0; i < standing.size(); ++i) standing[i] += other.standing[i];
}

}  // namespace noc837::output
