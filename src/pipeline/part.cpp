// SPDX-License-Identifier: Apache-2.0
#include "pipeline/part.hpp"

#include "claims/hierarchy.hpp"

namespace noc837::pipeline {

using claims::UnitKind;

Part Part::of(std::uint64_t size, unsigned number, unsigned count) {
  __extension__ using Wide = unsigned __int128;
  auto const cut = [&](unsigned parts) {
    return static_cast<std::uint64_t>(Wide{size} * parts / count);
  };
  Part part;
  part.begin = cut(number - 1);
  if (number < count) part.end = cut(number);
  return part;
}

bool may_begin_part(claims::Unit const &unit) {
  switch (unit.kind) {
    case UnitKind::interchange:
    case UnitKind::group:
    case UnitKind::set:
      return true;
    case UnitKind::level:
      return claims::level_place(unit) == claims::Place::billing;
    default:
      return false;
  }
}

PartGate::Where PartGate::enter(claims::Unit const &unit) {
  if (where_ == Where::behind || !may_begin_part(unit)) return where_;
  if (unit.offset >= part_.end) {
    where_ = Where::behind;
  } else if (unit.offset >= part_.begin) {
    where_ = Where::inside;
  }
  return where_;
}

}  // namespace noc837::pipeline
