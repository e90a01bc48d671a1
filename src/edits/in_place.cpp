// SPDX-License-Identifier: Apache-2.0
#include "edits/in_place.hpp"

#include "base/success.hpp"

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
      if (unit.guide != edi::Guide::other) ++written_.sets;
      break;
    case UnitKind::claim:
      written_.content += volume_of(unit, review);
      if (review == nullptr || !review->changed) return write(unit.bytes);
      added_ += review->inserted.segments;
      removed_ += review->removed.segments;
      return write_segments(review->segments,
                            [this](std::string_view bytes) { return write(bytes); });
    case UnitKind::set_end:
      if (unit.guide == edi::Guide::other) break;
      return write_trailer(unit, unit.ordinal, unit.ordinal + added_ - removed_,
                           recounts_.segments);
    case UnitKind::group_end:
      return write_trailer(unit, sets_, sets_, recounts_.groups);
    case UnitKind::interchange_end:
      return write_trailer(unit, groups_, groups_, recounts_.groups);
    case UnitKind::gap:
    case UnitKind::level:
    case UnitKind::passed:
      break;
  }
  bool const in_passed_set =
      unit.kind == UnitKind::passed || unit.kind == UnitKind::set || unit.kind == UnitKind::set_end;
  bool const passed = in_passed_set && unit.guide == edi::Guide::other;
  (passed ? written_.passed : written_.content) += volume_of(unit);
  return write(unit.bytes);
}

Result<void> InPlaceOutput::write_trailer(claims::Unit const &unit, std::uint64_t before,
                                          std::uint64_t after, Recount recount) {
  auto const bytes = with_count(unit.bytes, unit.delimiters, before, after, recount);
  written_.count_header(written_.content, unit.bytes.size(), bytes.size(), unit.segments);
  return write(bytes);
}

Result<void> InPlaceOutput::write(std::string_view bytes) {
  if (bytes.empty()) return success();
  if (sink_ == nullptr) {
    auto sink = open_();
    if (!sink) return tl::unexpected(sink.error());
    sink_ = *sink;
  }
  written_.bytes += bytes.size();
  return sink_->write(bytes);
}

}  // namespace noc837::edits
