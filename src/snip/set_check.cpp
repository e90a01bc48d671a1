// SPDX-License-Identifier: Apache-2.0
#include "snip/set_check.hpp"

#include <fmt/format.h>

#include <array>

#include "grammar/eight_bytes.hpp"

namespace noc837::snip {
namespace {

using claims::Place;
using claims::Unit;
using claims::UnitKind;

constexpr std::uint64_t most_claims = 100;  ///< 2300 under one 2000B or 2000C

std::string_view loop_of(Place place) {
  switch (place) {
    case Place::billing:
      return "2000A";
    case Place::subscriber:
      return "2000B";
    case Place::patient:
      return "2000C";
    case Place::interchange:
    case Place::group:
    case Place::set:
      break;
  }
  return "ST";
}

Issue &add(Fault fault, std::string_view segment_id, std::string_view loop, std::uint64_t ordinal,
           std::uint64_t offset, Issues &issues) {
  Check const &check = check_of(fault);
  Issue &issue = issues.emplace_back();
  issue.check = &check;
  issue.segment_id = segment_id;
  issue.segment = ordinal;
  issue.loop = loop;
  issue.segment_code = check.segment_code;
  issue.element_code = check.element_code;
  issue.offset = offset;
  issue.message = check.summary;
  return issue;
}

void place_at(Issue &issue, std::uint8_t element, std::string_view data_element,
              std::string_view value) {
  issue.position = {element, 0, 0};
  issue.data_element = data_element;
  issue.value = value;
}

/// HL01 to HL04, empty where absent.
std::array<std::string_view, 4> elements_of(Unit const &level) {
  char const separator = level.delimiters.element;
  auto const *at = level.bytes.data();
  auto const *const end =
      grammar::find_near(at, at + level.bytes.size(), level.delimiters.terminator);
  std::array<std::string_view, 4> elements;
  at = grammar::find_near(at, end, separator);
  for (auto element = elements.begin(); element != elements.end() && at != end; ++element) {
    auto const *const begin = at + 1;
    at = grammar::find_near(begin, end, separator);
    *element = {begin, static_cast<std::size_t>(at - begin)};
  }
  return elements;
}

}  // namespace

void SetCheck::enter(Unit const &unit, Issues &issues) {
  if (unit.guide == edi::Guide::other) return;
  switch (unit.kind) {
    case UnitKind::set:
      for (auto &level : levels_) level.open = false;
      count_ = 0;
      break;
    case UnitKind::level:
      level(unit, issues);
      break;
    case UnitKind::claim: {
      auto const place = at(Place::patient).open ? Place::patient : Place::subscriber;
      if (!at(place).open) {
        add(Fault::segment_unexpected, "CLM", "2300", unit.ordinal, unit.offset, issues).message =
            "the claim stands under no subscriber and no patient";
      } else if (++at(place).claims == most_claims + 1) {
        add(Fault::loop_repeated, "CLM", "2300", unit.ordinal, unit.offset, issues);
      }
      break;
    }
    case UnitKind::set_end:
      close_from(Place::billing, issues);
      if (count_ == 0) {
        add(Fault::level_missing, "HL", "2000A", unit.ordinal, unit.offset, issues).message =
            "the set has no billing provider";
      }
      break;
    default:
      break;
  }
}

void SetCheck::level(Unit const &unit, Issues &issues) {
  auto const elements = elements_of(unit);
  auto const number = elements[0];
  auto const parent = elements[1];
  auto const child_code = elements[3];
  auto const place = claims::level_place(unit);
  auto const loop = loop_of(place);
  close_from(place, issues);
  ++count_;
  if (number != std::to_string(count_)) {
    Issue &issue = add(Fault::level_number, "HL", loop, unit.ordinal, unit.offset, issues);
    place_at(issue, 1, "628", number);
    issue.suggestion = std::to_string(count_);
  }
  if (place != Place::billing) {
    auto const above = place == Place::patient ? Place::subscriber : Place::billing;
    if (!at(above).open) {
      add(Fault::segment_unexpected, "HL", loop, unit.ordinal, unit.offset, issues).message =
          fmt::format("no level {} is open above it", loop_of(above));
    } else if (parent != at(above).number) {
      Issue &issue = add(Fault::level_parent, "HL", loop, unit.ordinal, unit.offset, issues);
      place_at(issue, 2, "734", parent);
      issue.suggestion = at(above).number;
    }
    ++at(above).levels;
  }
  Level &here = at(place);
  here = {};
  here.number = number;
  here.child_code = child_code;
  here.offset = unit.offset;
  here.ordinal = unit.ordinal;
  here.open = true;
}

/// A level ends where another of its kind or of one above begins, and with the set.
void SetCheck::close_from(Place place, Issues &issues) {
  for (auto i = claims::places; i-- > static_cast<std::size_t>(place);) {
    if (!levels_[i].open) continue;
    check_children(static_cast<Place>(i), levels_[i], issues);
    levels_[i].open = false;
  }
}

void SetCheck::check_children(Place place, Level const &level, Issues &issues) const {
  bool const any = level.levels != 0 || (place != Place::billing && level.claims != 0);
  if (!any) {
    Issue &issue =
        add(Fault::level_missing, "HL", loop_of(place), level.ordinal, level.offset, issues);
    issue.message = place == Place::billing      ? "no subscriber follows the billing provider"
                    : place == Place::subscriber ? "neither a claim nor a patient follows the "
                                                   "subscriber"
                                                 : "no claim follows the patient";
  }
  bool const children = level.levels != 0;
  if (level.child_code == (children ? "0" : "1") && any) {
    Issue &issue =
        add(Fault::level_child_code, "HL", loop_of(place), level.ordinal, level.offset, issues);
    place_at(issue, 4, "736", level.child_code);
    issue.suggestion = children ? "1" : "0";
  }
}

}  // namespace noc837::snip
