// SPDX-License-Identifier: Apache-2.0
#include "edits/reconciliation.hpp"

#include <fmt/format.h>

#include <bit>

namespace noc837::edits {

using claims::Place;
using claims::UnitKind;

namespace {

void take(Reconciliation &account, claims::Unit const &unit, Review const *review) {
  account.read += volume_of(unit);
  if (review == nullptr) return;
  account.inserted += review->inserted;
  account.removed += review->removed;
}

void add_output(Reconciliation &account, Written const &written, Volume &content) {
  content += written.content;
  account.passed += written.passed;
  account.inserted += written.inserted;
  account.removed += written.removed;
  account.repeated += written.repeated;
}

}  // namespace

Reconciliation &Reconciliation::operator+=(Reconciliation const &other) {
  read += other.read;
  inserted += other.inserted;
  removed += other.removed;
  repeated += other.repeated;
  left_out += other.left_out;
  corrected += other.corrected;
  flagged += other.flagged;
  annotated += other.annotated;
  passed += other.passed;
  return *this;
}

Result<void> Reconciliation::check() const {
  struct Row {
    char const *what;
    std::uint64_t Volume::*of;
  };
  Volume const in = read + inserted + repeated;
  Volume const out = written() + removed + left_out;
  for (auto const &[what, of] :
       {Row{"claims", &Volume::claims}, Row{"service lines", &Volume::lines},
        Row{"segments", &Volume::segments}, Row{"bytes", &Volume::bytes}}) {
    if (in.*of == out.*of) continue;
    return fail(Fault::internal,
                fmt::format("{} do not add up: {} read, {} inserted, {} repeated, but {} written, "
                            "{} removed, {} left out",
                            what, read.*of, inserted.*of, repeated.*of, written().*of, removed.*of,
                            left_out.*of));
  }
  return {};
}

void InPlaceAccount::unit(claims::Unit const &unit, Review const *review) {
  take(account_, unit, review);
}

Reconciliation InPlaceAccount::with(Written const &annotated) const {
  Reconciliation account = account_;
  add_output(account, annotated, account.annotated);
  return account;
}

void SplitAccount::unit(claims::Unit const &unit) {
  take(account_, unit, nullptr);
  switch (unit.kind) {
    case UnitKind::gap:
      // Bytes behind an interchange stay with it.
      if (any_interchange_) {
        part(Place::interchange).volume += volume_of(unit);
      } else {
        preamble_.volume += volume_of(unit);
      }
      return;
    case UnitKind::interchange:
      any_interchange_ = true;
      return start(Place::interchange, unit);
    case UnitKind::group:
      return start(Place::group, unit);
    case UnitKind::set:
      start(Place::set, unit);
      if (unit.guide != edi::Guide::other) return;
      for (auto const place : {Place::interchange, Place::group, Place::set}) {
        part(place).to |= static_cast<unsigned>(To::corrected);
      }
      preamble_.to |= static_cast<unsigned>(To::corrected);
      return;
    case UnitKind::level:
      return start(claims::level_place(unit), unit);
    case UnitKind::passed:
    case UnitKind::set_end:
      return belongs_to(Place::set, unit);
    case UnitKind::group_end:
      return belongs_to(Place::group, unit);
    case UnitKind::interchange_end:
      return belongs_to(Place::interchange, unit);
    case UnitKind::claim:
      break;
  }
}

void SplitAccount::claim(claims::Unit const &unit, Review const *review, To to) {
  take(account_, unit, review);
  preamble_.to |= static_cast<unsigned>(to);
  for (Part &part : parts_) part.to |= static_cast<unsigned>(to);
}

void SplitAccount::finish() {
  close_from(Place::interchange);
  close(preamble_);
}

Reconciliation SplitAccount::with(Written const &corrected, Written const &flagged) const {
  Reconciliation account = account_;
  add_output(account, corrected, account.corrected);
  add_output(account, flagged, account.flagged);
  return account;
}

void SplitAccount::start(Place place, claims::Unit const &unit) {
  close_from(place);
  part(place).volume = volume_of(unit);
}

void SplitAccount::close(Part &part) {
  int const copies = std::popcount(part.to);
  if (copies == 0) account_.left_out += part.volume;
  if (copies == 2) account_.repeated += part.volume;
  part = {};
}

void SplitAccount::close_from(Place place) {
  for (auto i = static_cast<std::size_t>(place); i < claims::places; ++i) close(parts_[i]);
}

/// A trailer, or more of a passed set: stands wherever what it belongs to stands.
void SplitAccount::belongs_to(Place place, claims::Unit const &unit) {
  part(place).volume += volume_of(unit);
}

}  // namespace noc837::edits
