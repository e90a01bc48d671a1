// SPDX-License-Identifier: Apache-2.0
#include "edits/split.hpp"

#include <utility>

#include "base/success.hpp"
#include "edi/elements.hpp"
#include "grammar/hierarchy.hpp"

namespace noc837::edits {

using claims::Place;
using claims::UnitKind;

void Written::count_header(Volume &to, std::size_t bytes_read, std::size_t bytes_written,
                           std::uint64_t segments) {
  to += {bytes_written, segments, 0, 0};
  if (bytes_written > bytes_read) inserted.bytes += bytes_written - bytes_read;
  if (bytes_read > bytes_written) removed.bytes += bytes_read - bytes_written;
}

Volume volume_of(claims::Unit const &unit, Review const *review) {
  return review != nullptr && review->changed ? volume_of(review->segments) : volume_of(unit);
}

Result<void> write_segments(edi::Segments const &segments,
                            std::function<Result<void>(std::string_view)> const &write) {
  std::string_view run;
  auto const add = [&](std::string_view bytes) -> Result<void> {
    if (!run.empty() && run.data() + run.size() == bytes.data()) {
      run = {run.data(), run.size() + bytes.size()};
      return success();
    }
    auto const before = std::exchange(run, bytes);
    return before.empty() ? success() : write(before);
  };
  for (auto const &segment : segments) {
    if (auto done = add(segment.text); !done) return done;
    if (auto done = add(segment.tail); !done) return done;
  }
  return run.empty() ? success() : write(run);
}

Result<void> SplitOutput::claim(claims::Unit const &unit, Review const *review,
                                claims::Hierarchy const &hierarchy) {
  Place const innermost = hierarchy.innermost();
  if (auto done = reach(hierarchy, innermost); !done) return done;
  auto const volume = volume_of(unit, review);
  written_.content += volume;
  segments_ += volume.segments;
  if (review == nullptr || !review->changed) {
    if (auto done = write(unit.bytes); !done) return done;
  } else {
    if (auto done = write_segments(review->segments,
                                   [this](std::string_view bytes) { return write(bytes); });
        !done) {
      return done;
    }
  }
  if (held_.size() <= most_held_) return success();
  // Too much to hold: the level ends here without children, and is written again with them.
  cut_short_ = std::exchange(serial(innermost), 0);
  return release('0');
}

Result<void> SplitOutput::pass(claims::Unit const &unit, claims::Hierarchy const &hierarchy) {
  if (unit.kind == UnitKind::set) {
    if (auto done = reach(hierarchy, Place::group); !done) return done;
    serial(Place::set) = hierarchy.at(Place::set).serial;
    segments_ = 0;
    ++sets_;
  }
  segments_ += unit.segments;
  written_.passed += volume_of(unit);
  return write(unit.bytes);
}

bool SplitOutput::inside(Place place, claims::Hierarchy const &hierarchy) const {
  auto const &here = hierarchy.at(place);
  return here.present && serials_[static_cast<std::size_t>(place)] == here.serial;
}

Result<void> SplitOutput::close(claims::Unit const &unit, claims::Hierarchy const &hierarchy) {
  switch (unit.kind) {
    case UnitKind::interchange:
      any_interchange_ = true;
      groups_read_ = 0;
      return success();
    case UnitKind::group:
      ++groups_read_;
      sets_read_ = 0;
      return success();
    case UnitKind::set:
      ++sets_read_;
      return success();
    case UnitKind::level:
      return leave(claims::level_place(unit), hierarchy);
    case UnitKind::set_end: {
      if (!inside(Place::set, hierarchy)) return success();
      if (auto done = leave(Place::set, hierarchy); !done) return done;
      bool const passed = unit.guide == edi::Guide::other;
      auto const read = unit.ordinal;  // the SE counts itself
      return write_trailer(unit, read, segments_ + 1, passed ? Recount::shift : recounts_.segments);
    }
    case UnitKind::group_end:
      if (!inside(Place::group, hierarchy)) return success();
      return write_trailer(unit, sets_read_, sets_, recounts_.groups);
    case UnitKind::interchange_end:
      if (!inside(Place::interchange, hierarchy)) return success();
      return write_trailer(unit, groups_read_, groups_, recounts_.groups);
    case UnitKind::gap:
      if (!any_interchange_) {
        gap_.append(unit.bytes);
        return success();
      }
      // Bytes behind an interchange stay with it.
      if (written_.bytes == 0 ||
          serial(Place::interchange) != hierarchy.at(Place::interchange).serial) {
        return success();
      }
      written_.content += volume_of(unit);
      return write(unit.bytes);
    case UnitKind::claim:
    case UnitKind::passed:
      break;
  }
  return success();
}

Result<void> SplitOutput::write_trailer(claims::Unit const &unit, std::uint64_t before,
                                        std::uint64_t after, Recount recount) {
  auto const bytes = with_count(unit.bytes, unit.delimiters, before, after, recount);
  bool const passed = unit.kind == UnitKind::set_end && unit.guide == edi::Guide::other;
  written_.count_header(passed ? written_.passed : written_.content, unit.bytes.size(),
                        bytes.size(), unit.segments);
  return write(bytes);
}

/// Writes what is missing of the way to `innermost`.
Result<void> SplitOutput::reach(claims::Hierarchy const &hierarchy, Place innermost) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(innermost); ++i) {
    auto const place = static_cast<Place>(i);
    auto const &here = hierarchy.at(place);
    if (!here.present || serial(place) == here.serial) continue;
    if (auto done = enter(place, hierarchy); !done) return done;
    serial(place) = here.serial;
  }
  return success();
}

Result<void> SplitOutput::enter(Place place, claims::Hierarchy const &hierarchy) {
  auto const &here = hierarchy.at(place);
  switch (place) {
    case Place::interchange:
      groups_ = 0;
      if (!gap_.empty()) {
        auto const gap = std::exchange(gap_, {});
        written_.content.bytes += gap.size();
        if (auto done = write(gap); !done) return done;
      }
      break;
    case Place::group:
      ++groups_;
      sets_ = 0;
      break;
    case Place::set:
      ++sets_;
      ++written_.sets;
      segments_ = here.segments;
      levels_ = 0;
      break;
    case Place::billing:
    case Place::subscriber:
    case Place::patient:
      return enter_level(place, hierarchy);
  }
  written_.content += {here.bytes.size(), here.segments, 0, 0};
  return write(here.bytes);
}

Result<void> SplitOutput::enter_level(Place place, claims::Hierarchy const &hierarchy) {
  // A child of the level that waits.
  if (holding_) {
    if (auto done = release('1'); !done) return done;
  }
  auto const &here = hierarchy.at(place);
  auto const &delimiters = hierarchy.delimiters();
  std::string_view const text = here.bytes.substr(0, here.bytes.find(delimiters.terminator));
  auto const hl = grammar::read_hl(text, delimiters);
  auto &ids = ids_[static_cast<std::size_t>(place)];
  ids.id_read = hl.id.view();
  ids.id_written = ids.id_read;
  std::string head(text);

  // Behind a level that was left out HL01 is the place here, also where the input counts wrong:
  // moving wrong numbers up can make two levels one.
  if (levels_ + 1 != here.number) {
    ids.id_written = std::to_string(levels_ + 1);
    head = edi::with_element(head, 1, ids.id_written, delimiters);
  }
  for (auto i = static_cast<std::size_t>(place); i-- > static_cast<std::size_t>(Place::billing);) {
    if (!hierarchy.at(static_cast<Place>(i)).present) continue;
    auto const &parent = ids_[i];
    if (hl.parent == parent.id_read && parent.id_read != parent.id_written) {
      head = edi::with_element(head, 2, parent.id_written, delimiters);
    }
    break;
  }
  ++levels_;
  segments_ += here.segments;
  std::string_view const rest = here.bytes.substr(text.size());
  written_.count_header(written_.content, here.bytes.size(), head.size() + rest.size(),
                        here.segments);
  if (here.serial == cut_short_) {
    written_.repeated += {here.bytes.size(), here.segments, 0, 0};
  }

  // With a claim of the level's own children may follow here, or not: HL04 cannot be known yet.
  bool const undecided = place != Place::patient && hierarchy.innermost() == place &&
                         hl.child_code == "1";
  if (!undecided) {
    if (auto done = write(head); !done) return done;
    return write(rest);
  }
  auto const code = edi::element(head, 4, delimiters.element);
  auto const at = static_cast<std::size_t>(code.data() - head.data());
  if (auto done = write(std::string_view(head).substr(0, at)); !done) return done;
  holding_ = place;
  held_.assign(head, at + 1).append(rest);
  return success();
}

/// All levels from `place` inwards end. One that still waits has no children in this output; HL04
/// that promised some where the input has none stays as it is.
Result<void> SplitOutput::leave(Place place, claims::Hierarchy const &hierarchy) {
  if (!holding_ || *holding_ < place) return success();
  return release(hierarchy.at(*holding_).children > 0 ? '0' : '1');
}

Result<void> SplitOutput::release(char child_code) {
  holding_.reset();
  if (auto done = write({&child_code, 1}); !done) return done;
  auto done = write(held_);
  held_.clear();
  return done;
}

Result<void> SplitOutput::write(std::string_view bytes) {
  if (bytes.empty()) return success();
  if (holding_) {
    held_.append(bytes);
    return success();
  }
  if (sink_ == nullptr) {
    auto sink = open_();
    if (!sink) return tl::unexpected(sink.error());
    sink_ = *sink;
  }
  written_.bytes += bytes.size();
  return sink_->write(bytes);
}

}  // namespace noc837::edits
