// SPDX-License-Identifier: Apache-2.0
#include "claims/hierarchy.hpp"

#include <utility>

#include "edi/elements.hpp"
#include "grammar/envelope.hpp"
#include "grammar/segments.hpp"

namespace noc837::claims {

using edi::tag;

Place level_place(Unit const &unit) {
  switch (unit.level) {
    case grammar::Level::billing:
      return Place::billing;
    case grammar::Level::subscriber:
      return Place::subscriber;
    case grammar::Level::patient:
      break;
  }
  return Place::patient;
}

Hierarchy &Hierarchy::operator=(Hierarchy const &other) {
  if (this == &other) return *this;
  for (std::size_t i = 0; i < places; ++i) {
    auto &here = open_[i];
    auto const &there = other.open_[i];
    here.kept.assign(there.present ? there.bytes : std::string_view());
    here.bytes = here.kept;
    here.serial = there.serial;
    here.segments = there.segments;
    here.number = there.number;
    here.children = there.children;
    here.present = there.present;
  }
  delimiters_ = other.delimiters_;
  guide_ = other.guide_;
  serial_ = other.serial_;
  levels_seen_ = other.levels_seen_;
  levels_ = {};
  read_.fill(unread);
  return *this;
}

void Hierarchy::keep() {
  for (Open &here : open_) {
    if (!here.present || here.bytes.data() == here.kept.data()) continue;
    here.kept.assign(here.bytes);
    here.bytes = here.kept;
  }
  read_.fill(unread);
}

void Hierarchy::pass(Unit const &unit) {
  switch (unit.kind) {
    case UnitKind::interchange:
      delimiters_ = unit.delimiters;
      start(Place::interchange, unit);
      break;
    case UnitKind::group:
      start(Place::group, unit);
      break;
    case UnitKind::set:
      guide_ = unit.guide;
      levels_seen_ = 0;
      start(Place::set, unit);
      break;
    case UnitKind::level: {
      auto const place = level_place(unit);
      start(place, unit);
      ++parent_of(place).children;
      open(place).number = ++levels_seen_;
      break;
    }
    case UnitKind::set_end:
      close_from(Place::set);
      break;
    case UnitKind::group_end:
      close_from(Place::group);
      break;
    case UnitKind::interchange_end:
      close_from(Place::interchange);
      break;
    case UnitKind::gap:
    case UnitKind::claim:
    case UnitKind::passed:
      break;
  }
}

Place Hierarchy::innermost() const {
  for (std::size_t i = places; i-- > 1;) {
    if (open_[i].present) return static_cast<Place>(i);
  }
  return Place::interchange;
}

Open &Hierarchy::parent_of(Place level) {
  auto i = static_cast<std::size_t>(level) - 1;
  while (i > static_cast<std::size_t>(Place::set) && !open_[i].present) --i;
  return open_[i];
}

void Hierarchy::start(Place place, Unit const &unit) {
  close_from(place);
  Open &here = open(place);
  here.bytes = unit.bytes;
  here.serial = ++serial_;
  here.segments = unit.segments;
  here.children = 0;
  here.present = true;
}

void Hierarchy::close_from(Place place) {
  for (auto i = static_cast<std::size_t>(place); i < places; ++i) open_[i].present = false;
}

bool Hierarchy::changed(Place place) {
  auto const now = at(place).present ? at(place).serial : 0;
  return std::exchange(read_[static_cast<std::size_t>(place)], now) != now;
}

Levels const &Hierarchy::levels() {
  // A billing provider has many claims, a set many providers: only what is new is read.
  bool const interchange = changed(Place::interchange);
  bool const group = changed(Place::group);
  bool const set = changed(Place::set);
  if (interchange || group || set) read_envelope(levels_);
  if (changed(Place::billing)) read_billing(levels_);
  if (changed(Place::subscriber)) read_subscriber(levels_);
  if (changed(Place::patient)) read_patient(levels_);
  return levels_;
}

edi::Segments const &Hierarchy::split(Place place) {
  segments_.clear();
  grammar::split_segments(at(place).bytes, delimiters_, 0, 1, segments_);
  return segments_;
}

void Hierarchy::read_envelope(Levels &levels) {
  levels.interchange = levels.group = levels.set = {};
  levels.sent.reset();
  grammar::IsaFault fault;
  if (auto const header = grammar::read_isa(at(Place::interchange).bytes, fault)) {
    levels.interchange = edi::trim(header->control_number.view());
  }
  if (at(Place::group).present) {
    for (auto const &segment : split(Place::group)) {
      if (segment.id != tag("GS")) continue;
      auto const group = grammar::read_gs(segment.text, delimiters_);
      levels.group = edi::trim(group.control_number.view());
      levels.sent = grammar::read_date(edi::trim(group.date.view()));
    }
  }
  if (!at(Place::set).present) return;
  auto const &segments = split(Place::set);
  if (!segments.empty()) {
    levels.set = edi::trim(grammar::read_st(segments[0].text, delimiters_).control_number.view());
  }
  for (auto const &segment : segments) {
    if (segment.id != tag("BHT")) continue;
    auto const date = edi::trim(grammar::read_bht(segment.text, delimiters_).date.view());
    if (auto const sent = grammar::read_date(date)) levels.sent = sent;
  }
}

void Hierarchy::read_billing(Levels &levels) {
  levels.billing_npi = levels.billing_name = levels.billing_state = {};
  if (!at(Place::billing).present) return;
  bool in_billing = false;  // 2010AA, not the pay-to loops after it
  for (auto const &segment : split(Place::billing)) {
    if (segment.id == tag("NM1")) {
      auto const name = grammar::read_nm1(segment.text, delimiters_);
      in_billing = name.entity == "85";
      if (in_billing) {
        levels.billing_npi = name.id;
        levels.billing_name = name.name;
      }
    } else if (in_billing && segment.id == tag("N4")) {
      levels.billing_state = grammar::read_n4(segment.text, delimiters_).state;
    }
  }
}

void Hierarchy::read_subscriber(Levels &levels) {
  levels.payer_responsibility = levels.filing_indicator = {};
  levels.payer_name = levels.payer_id = levels.subscriber = {};
  if (!at(Place::subscriber).present) return;
  for (auto const &segment : split(Place::subscriber)) {
    if (segment.id == tag("SBR")) {
      auto const subscriber = grammar::read_sbr(segment.text, delimiters_);
      levels.payer_responsibility = subscriber.sequence;
      levels.filing_indicator = subscriber.filing;
    } else if (segment.id == tag("NM1")) {
      auto const entity = edi::element(segment.text, 1, delimiters_.element);
      if (entity == "PR") {
        auto const payer = grammar::read_nm1(segment.text, delimiters_);
        levels.payer_name = payer.name;
        levels.payer_id = payer.id;
      } else if (entity == "IL") {
        levels.subscriber = {segment.text.data(), segment.text.size()};
      }
    }
  }
}

void Hierarchy::read_patient(Levels &levels) {
  levels.patient = {};
  if (!at(Place::patient).present) return;
  for (auto const &segment : split(Place::patient)) {
    if (segment.id != tag("NM1")) continue;
    if (edi::element(segment.text, 1, delimiters_.element) == "QC") {
      levels.patient = {segment.text.data(), segment.text.size()};
    }
  }
}

}  // namespace noc837::claims
