// SPDX-License-Identifier: Apache-2.0
#include "edits/in_place.hpp"

namespace noc837::edits {

using claims::UnitKind;

Result<void> InPlaceOutput::unit(claims::Unit const &unit, Review const *review) {
  switch (unit.kind) {
    case UnitKind::interchange:
      groups_ = 0;
      break;
    case UnitKind::group:
      ++groups_;
      sets_ = 0;
      break;
    case UnitKind::set:
      ++sets_;
      added_ = removed_ = 0;
      ++(unit.guide == edi::Guide::other ? written_.passed_sets : written_.sets);
      break;
    case UnitKind::claim:
      ++written_.claims;
      written_.lines += unit.lines;
      if (review == nullptr || !review->changed) break;
      added_ += review->inserted;
      removed_ += review->removed;
      return write_segments(review->segments,
                            [this](std::string_view bytes) { return write(bytes); });
    case UnitKind::set_end:
      if (unit.guide == edi::Guide::other) break;
      return write(with_count(unit.bytes, unit.delimiters, unit.ordinal,
                              unit.ordinal + added_ - removed_, recounts_.segments));
    case UnitKind::group_end:
      return write(with_count(unit.bytes, unit.delimiters, sets_, sets_, recounts_.groups));
    case UnitKind::interchange_end:
      return write(with_count(unit.bytes, unit.delimiters, groups_, groups_, recounts_.groups));
    case UnitKind::gap:
    case UnitKind::level:
    case UnitKind::passed:
      break;
  }
  return write(unit.bytes);
}

Result<void> InPlaceOutput::write(std::string_view bytes) {
  if (bytes.empty()) return {};
  if (sink_ == nullptr) {
    auto sink = open_();
    if (!sink) return tl::unexpected(sink.error());
    sink_ = *sink;
  }
  written_.bytes += bytes.size();
  return sink_->write(bytes);
}

}  // namespace noc837::edits
