// SPDX-License-Identifier: Apache-2.0
#include "snip/validator.hpp"

#include "claims/hierarchy.hpp"
#include "snip/balance.hpp"
#include "snip/code_sets.hpp"

namespace noc837::snip {
namespace {

using claims::Unit;
using claims::UnitKind;
using grammar::Guide;

Stretch stretch_of(Unit const &unit) {
  return {unit.bytes, unit.offset, unit.ordinal, unit.delimiters};
}

/// The loop of the envelope's tables that a unit of this kind is; none for units inside sets.
std::string_view envelope_loop(UnitKind kind) {
  switch (kind) {
    case UnitKind::interchange:
      return "ISA";
    case UnitKind::group:
      return "GS";
    case UnitKind::set:
      return "ST";
    case UnitKind::set_end:
      return "SE";
    case UnitKind::group_end:
      return "GE";
    case UnitKind::interchange_end:
      return "IEA";
    case UnitKind::gap:
    case UnitKind::level:
    case UnitKind::claim:
    case UnitKind::passed:
      break;
  }
  return {};
}

std::string_view level_loop(Unit const &unit) {
  switch (claims::level_place(unit)) {
    case claims::Place::billing:
      return "2000A";
    case claims::Place::subscriber:
      return "2000B";
    default:
      break;
  }
  return "2000C";
}

}  // namespace

Guide const *guide_of(edi::Guide guide) {
  switch (guide) {
    case edi::Guide::professional:
      return &grammar::guide_837p();
    case edi::Guide::institutional:
      return &grammar::guide_837i();
    case edi::Guide::other:
      break;
  }
  return nullptr;
}

Issue faulty_level_issue(Unit const &claim) {
  Check const &check = check_of(Fault::level_faulty);
  Issue issue;
  issue.check = &check;
  issue.segment_id = "CLM";
  issue.segment = claim.ordinal;
  issue.loop = "2300";
  issue.segment_code = check.segment_code;
  issue.offset = claim.offset;
  issue.message = check.summary;
  return issue;
}

void Validator::check(Unit const &unit, Issues &issues, Around const &around) {
  if (!on()) return;
  Guide const *guide = guide_of(unit.guide);
  auto stretch = stretch_of(unit);
  if (unit.kind == UnitKind::claim) {
    if (guide != nullptr) check_claim(*guide, stretch, issues, around);
    return;
  }
  if (unit.kind == UnitKind::level || (unit.kind == UnitKind::set && guide != nullptr)) {
    if (guide == nullptr) return;
    auto const loop = unit.kind == UnitKind::set ? "ST" : level_loop(unit);
    auto const &placed =
        walker_.walk(*guide, guide->loop_index(loop), stretch, options_.level, issues);
    check_values({*guide, stretch, placed}, false, around, issues);
    return;
  }
  auto const loop = envelope_loop(unit.kind);
  if (loop.empty()) return;
  if (unit.kind == UnitKind::interchange) {  // ISA11 and ISA16 hold delimiters as values
    stretch.delimiters.component = stretch.delimiters.repetition = 0;
  }
  auto const &envelope = grammar::guide_envelope();
  walker_.walk(envelope, envelope.loop_index(loop), stretch, options_.level, issues);
}

void Validator::check_claim(Guide const &guide, Stretch const &claim, Issues &issues,
                            Around const &around) {
  auto const &placed = walker_.walk(guide, guide.loop_index("2300"), claim, options_.level, issues);
  Case const unit{guide, claim, placed};
  if (options_.level >= Level::guide) check_line_numbers(unit, issues);
  if (options_.level >= Level::balance) check_balance(unit, issues);
  check_values(unit, true, around, issues);
}

/// Levels 4 and 5.
void Validator::check_values(Case const &unit, bool claim, Around const &around,
                             Issues &issues) const {
  if (options_.level >= Level::situation) check_situations(unit, claim, around, issues);
  if (options_.level >= Level::code_sets) check_code_sets(unit, options_.code_files.get(), issues);
}

void check_set(Guide const &guide, Stretch const &set, Options const &options, Issues &issues) {
  Walker().walk(guide, guide.loop_index("ST"), set, options.level, issues);
}

}  // namespace noc837::snip
