// SPDX-License-Identifier: Apache-2.0
#include "snip/validator.hpp"

#include "claims/hierarchy.hpp"
#include "snip/balance.hpp"
#include "snip/code_sets.hpp"
#include "snip/walker.hpp"

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

/// The loops of a guide that units inside sets begin with, in Guide::loops.
struct UnitLoops {
  explicit UnitLoops(Guide const &guide)
      : set(guide.loop_index("ST")),
        billing(guide.loop_index("2000A")),
        subscriber(guide.loop_index("2000B")),
        patient(guide.loop_index("2000C")),
        claim(guide.loop_index("2300")) {}

  [[nodiscard]] std::size_t of_level(Unit const &unit) const {
    switch (claims::level_place(unit)) {
      case claims::Place::billing:
        return billing;
      case claims::Place::subscriber:
        return subscriber;
      default:
        break;
    }
    return patient;
  }

  std::size_t set;
  std::size_t billing;
  std::size_t subscriber;
  std::size_t patient;
  std::size_t claim;
};

UnitLoops const &loops_of(Guide const &guide) {
  static UnitLoops const professional(grammar::guide_837p());
  static UnitLoops const institutional(grammar::guide_837i());
  return &guide == &grammar::guide_837i() ? institutional : professional;
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

/// A walker forgets what it has learnt when the guide changes, and the envelope has one of its own.
struct Validator::Walkers {
  explicit Walkers(Level level)
      : set(level >= Level::situation ? Walker::Noted::all : Walker::Noted::numbers) {}

  Walker set;
  Walker envelope;
};

Validator::Validator(Options const &options)
    : options_(options), walkers_(std::make_unique<Walkers>(options.level)) {}
Validator::Validator(Validator &&) noexcept = default;
Validator &Validator::operator=(Validator &&) noexcept = default;
Validator::~Validator() = default;

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
    auto const &loops = loops_of(*guide);
    auto const loop = unit.kind == UnitKind::set ? loops.set : loops.of_level(unit);
    auto const &placed = walkers_->set.walk(*guide, loop, stretch, options_.level, issues);
    check_values({*guide, stretch, walkers_->set.index(), placed}, false, around, issues);
    return;
  }
  auto const loop = envelope_loop(unit.kind);
  if (loop.empty()) return;
  if (unit.kind == UnitKind::interchange) {  // ISA11 and ISA16 hold delimiters as values
    stretch.delimiters.component = stretch.delimiters.repetition = 0;
  }
  auto const &envelope = grammar::guide_envelope();
  walkers_->envelope.walk(envelope, envelope.loop_index(loop), stretch, options_.level, issues);
}

void Validator::check_claim(Guide const &guide, Stretch const &claim, Issues &issues,
                            Around const &around) {
  auto const &placed =
      walkers_->set.walk(guide, loops_of(guide).claim, claim, options_.level, issues);
  Case const unit{guide, claim, walkers_->set.index(), placed};
  if (options_.level >= Level::guide && !is_plain_and_sound(unit)) {
    check_line_numbers(unit, issues);
    if (options_.level >= Level::balance) check_balance(unit, issues);
  }
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
