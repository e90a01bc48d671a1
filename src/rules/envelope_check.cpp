// SPDX-License-Identifier: Apache-2.0
#include "rules/envelope_check.hpp"

#include <algorithm>
#include <charconv>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "grammar/envelope.hpp"
#include "grammar/hierarchy.hpp"
#include "rules/table.hpp"

namespace noc837::rules {
namespace {

using claims::Unit;
using claims::UnitKind;

std::string_view first_segment(Unit const &unit) {
  return unit.bytes.substr(0, unit.bytes.find(unit.delimiters.terminator));
}

/// A finding in element `element` of the unit's first segment. Nothing where the table does not
/// have the rule.
Finding *add(Findings &findings, std::string_view rule_id, Unit const &unit,
             std::string_view element, std::string_view found, std::string message) {
  Rule const *rule = find_rule(rule_id);
  if (rule == nullptr) return nullptr;
  Finding &finding = findings.emplace_back();
  finding.rule = rule;
  finding.severity = rule->severity;
  finding.element = element;
  finding.offset = unit.offset;
  finding.segment = unit.ordinal;
  finding.before = found;
  finding.message = std::move(message);
  return &finding;
}

/// Compares a count with what is there, and a control number with its header's.
void check_trailer(Findings &findings, Unit const &unit, std::string_view id,
                   std::string_view count_rule, std::uint64_t counted, std::string_view of_what,
                   std::string_view number_rule, std::string_view number,
                   std::string_view number_from) {
  auto const trailer = grammar::read_trailer(first_segment(unit), unit.delimiters);
  auto const count = edi::trim(trailer.count.view());
  auto const value = grammar::read_decimal(count);
  if (!value || *value != Decimal(static_cast<Decimal::Mantissa>(counted), 0)) {
    std::string const right = std::to_string(counted);
    Finding *finding = add(findings, count_rule, unit, std::string(id) + "01", count,
                           "the count does not match the " + std::string(of_what) + " read");
    if (finding != nullptr) {
      finding->after = right;
      finding->suggestion = right;
    }
  }
  auto const have = edi::trim(trailer.control_number.view());
  if (have != number) {
    Finding *finding = add(findings, number_rule, unit, std::string(id) + "02", have,
                           "the control number differs from " + std::string(number_from));
    if (finding != nullptr) finding->suggestion = number;
  }
}

/// 0 for a billing provider (HL03 20), 1 for a subscriber, 2 for a patient, 3 for anything else.
std::size_t level_depth(std::string_view code) {
  if (code == "20") return 0;
  if (code == "22") return 1;
  return code == "23" ? 2 : 3;
}

bool starts_with_any(std::string_view value, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return value.starts_with(prefix); });
}

}  // namespace

bool SeenNumbers::add(std::string_view number) {
  std::uint64_t value = 0;
  auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error == std::errc() && end == number.data() + number.size()) {
    if (boost::icl::contains(numbers_, value)) return true;
    if (boost::icl::interval_count(numbers_) < most) numbers_ += value;
    return false;
  }
  if (others_.find(number) != others_.end()) return true;
  if (others_.size() < most) others_.emplace(number);
  return false;
}

void SeenNumbers::clear() {
  numbers_.clear();
  others_.clear();
}

void EnvelopeCheck::enter(Unit const &unit, Findings &findings) {
  switch (unit.kind) {
    case UnitKind::interchange:
      interchange(unit, findings);
      break;
    case UnitKind::group: {
      auto const gs = grammar::read_gs(first_segment(unit), unit.delimiters);
      group_ = edi::trim(gs.control_number.view());
      version_ = edi::trim(gs.version.view());
      ++groups_;
      sets_ = 0;
      sets_seen_.clear();
      if (groups_seen_.add(group_)) {
        add(findings, "ENV06", unit, "GS06", group_,
            "the control number was used before in this interchange");
      }
      break;
    }
    case UnitKind::set:
      set(unit, findings);
      break;
    case UnitKind::set_end:
    case UnitKind::group_end:
    case UnitKind::interchange_end:
      trailer(unit, findings);
      break;
    case UnitKind::level:
      level(unit, findings);
      break;
    case UnitKind::gap:
    case UnitKind::claim:
    case UnitKind::passed:
      break;
  }
}

void EnvelopeCheck::interchange(Unit const &unit, Findings &findings) {
  groups_ = 0;
  groups_seen_.clear();
  grammar::IsaFault fault;
  auto const isa = grammar::read_isa(unit.bytes, fault);
  if (!isa) return;  // the reader would have refused it
  interchange_ = edi::trim(isa->control_number.view());
  if (interchanges_seen_.add(interchange_)) {
    add(findings, "ENV06", unit, "ISA13", interchange_,
        "the control number was used before in this file");
  }
  if (isa->version.view() >= "00402" && isa->delimiters.repetition == 0) {
    add(findings, "ENV02", unit, "ISA11", isa->repetition.view(),
        "the repetition separator is a letter, digit or blank");
  }
}

void EnvelopeCheck::set(Unit const &unit, Findings &findings) {
  auto const st = grammar::read_st(first_segment(unit), unit.delimiters);
  set_ = edi::trim(st.control_number.view());
  ++sets_;
  level_ = 0;
  open_levels_.fill({});
  if (sets_seen_.add(set_)) {
    add(findings, "ENV06", unit, "ST02", set_,
        "the control number was used before in this functional group");
  }
  if (edi::trim(st.transaction_set.view()) != "837") return;
  auto const guide = edi::trim(st.guide.view());
  auto const &named = guide.empty() ? std::string_view(version_) : guide;
  bool const dental = starts_with_any(named, {"005010X224"});
  if (unit.guide == edi::Guide::other && !dental) {
    add(findings, "ENV08", unit, guide.empty() ? "GS08" : "ST03", named,
        "this version of the 837 is not one that is read; the set was copied through");
  } else if (guide.empty()) {
    Finding *finding =
        add(findings, "ENV08", unit, "ST03", guide, "ST03 is missing; the set was read by GS08");
    if (finding != nullptr) {
      finding->severity = Severity::warning;
      finding->suggestion = version_;
    }
  } else if (guide != version_) {
    Finding *finding =
        add(findings, "ENV08", unit, "ST03", guide, "ST03 and GS08 name different guides");
    if (finding != nullptr) {
      finding->severity = Severity::warning;  // that they have to agree is common practice
      finding->suggestion = version_;
    }
  }
}

void EnvelopeCheck::level(Unit const &unit, Findings &findings) {
  auto const hl = grammar::read_hl(first_segment(unit), unit.delimiters);
  auto const number = edi::trim(hl.id.view());
  auto const parent = edi::trim(hl.parent.view());
  // One gap is one mistake: the counting goes on from what stands there.
  auto const expected = ++level_;
  auto const read = std::from_chars(number.data(), number.data() + number.size(), level_);
  bool const counts_on = level_ == expected && read.ec == std::errc() &&
                         read.ptr == number.data() + number.size() && number.front() != '0';
  if (!counts_on) {
    Finding *finding = add(findings, "HLX01", unit, "HL01", number,
                           "HL01 does not count on from the level before");
    if (finding != nullptr) finding->suggestion = std::to_string(expected);
  }

  std::size_t const depth = level_depth(edi::trim(hl.level.view()));
  if (depth == open_levels_.size()) return;  // a level that the guides do not have
  std::string_view const above = depth == 0 ? std::string_view() : open_levels_[depth - 1];
  if (parent != above || (depth != 0 && above.empty())) {
    Finding *finding = add(findings, "HLX01", unit, "HL02", parent,
                           depth == 0 ? "a billing provider has no level above it"
                                      : "HL02 does not name the level that is open above it");
    if (finding != nullptr) finding->suggestion = above;
  }
  open_levels_[depth] = number;
  for (std::size_t i = depth + 1; i < open_levels_.size(); ++i) open_levels_[i].clear();
}

void EnvelopeCheck::trailer(Unit const &unit, Findings &findings) {
  if (unit.kind == UnitKind::set_end) {
    check_trailer(findings, unit, "SE", "ENV05", unit.ordinal, "segments", "ENV05", set_, "ST02");
  } else if (unit.kind == UnitKind::group_end) {
    check_trailer(findings, unit, "GE", "ENV04", sets_, "transaction sets", "ENV05", group_,
                  "GS06");
  } else {
    check_trailer(findings, unit, "IEA", "ENV04", groups_, "functional groups", "ENV03",
                  interchange_, "ISA13");
  }
}

}  // namespace noc837::rules
