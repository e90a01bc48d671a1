// SPDX-License-Identifier: Apache-2.0
#include "verify/structure.hpp"

#include <string_view>

#include "edi/elements.hpp"

namespace noc837::verify {
namespace {

using edi::tag;

std::string_view element(Segment const &segment, std::size_t number) {
  return edi::trim(edi::element(segment.text, number, segment.delimiters.element));
}

/// A count as written, zeros in front aside.
bool counts(Segment const &segment, std::uint64_t wanted) {
  auto digits = element(segment, 1);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits == std::to_string(wanted);
}

}  // namespace

void Structure::take(Segment const &segment, bool ours) {
  ++segments_;
  switch (segment.id) {
    case tag("ISA"):
      groups_ = 0;
      return;
    case tag("GS"):
      ++groups_;
      sets_ = 0;
      return;
    case tag("ST"):
      ++sets_;
      segments_ = 1;
      levels_ = 0;
      return;
    case tag("HL"):
      if (ours) level(segment);
      return;
    case tag("SE"):
      close_levels(0, segment.offset);
      return judge(counts(segment, segments_), segment.offset);
    case tag("GE"):
      return judge(counts(segment, sets_), segment.offset);
    case tag("IEA"):
      return judge(counts(segment, groups_), segment.offset);
    default:
      return;
  }
}

void Structure::level(Segment const &segment) {
  auto const code = element(segment, 3);
  std::size_t const place = code == "20" ? 0 : code == "22" ? 1 : 2;
  close_levels(place, segment.offset);
  auto const id = element(segment, 1);
  judge(id == std::to_string(++levels_), segment.offset);
  if (place == 0) {
    judge(element(segment, 2).empty(), segment.offset);
  } else {
    Level &parent = open_[place - 1];
    judge(parent.open && element(segment, 2) == parent.id, segment.offset);
    parent.has_children = true;
  }
  open_[place] = {std::string(id), true, element(segment, 4) == "1", false};
}

void Structure::close_levels(std::size_t from, std::uint64_t offset) {
  for (std::size_t i = from; i < open_.size(); ++i) {
    if (open_[i].open) judge(open_[i].says_children == open_[i].has_children, offset);
    open_[i] = {};
  }
}

void Structure::judge(bool right, std::uint64_t offset) {
  if (right) return;
  if (faults_++ == 0) first_fault_ = offset;
}

}  // namespace noc837::verify
