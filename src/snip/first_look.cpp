// SPDX-License-Identifier: Apache-2.0
#include "snip/first_look.hpp"

#include <string_view>

#include "snip/segment_check.hpp"
#include "snip/values.hpp"

namespace noc837::snip {
namespace {

std::string_view between(char const *begin, char const *end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// The value that ends right before the one at `begin`.
std::string_view before(char const *begin, char const *previous) {
  return previous == nullptr ? std::string_view() : between(previous, begin - 1);
}

}  // namespace

void FirstLook::start(grammar::Guide const &guide, edi::Delimiters const &delimiters) {
  delimiters_ = delimiters;
  if (guide_ == &guide) return;
  guide_ = &guide;
  complete_.assign(guide.segments.size(), 1);  // bit 0 is no element
}

FirstLook::Seen FirstLook::pass(std::size_t use_at, Place const &place, Cursor &cursor_at_hand) {
  auto const &segment = guide_->segments[use_at];
  auto const *use = guide_->elements.data() + segment.elements;
  auto const *const last = use + segment.element_count;
  Cursor cursor = cursor_at_hand;
  char const *at = place.at;
  char const *begin = place.first;
  std::uint32_t filled = 0;
  std::uint32_t bit = 2;
  if (begin != nullptr) {
    ++use;
    filled = bit;
    bit <<= 1U;
  }
  bool sound = true;
  for (; *at == delimiters_.element && use != last; ++use, bit <<= 1U) {
    char const *const previous = begin;
    begin = at + 1;
    at = cursor.next();
    if (ends_element(at)) {
      if (at == begin) continue;
      sound =
          use->shape == grammar::Shape::composite
              ? composite(*use, begin, at, cursor)
              : conforms(*guide_, *use, between(begin, at), before(begin, previous), cursor.last());
    } else {
      sound = composite(*use, begin, at, cursor);
    }
    if (!sound) break;
    filled |= bit;
  }
  sound = sound && *at == delimiters_.terminator && at[-1] != delimiters_.element &&
          (filled == complete_[use_at] || complete(use_at, filled));
  while (*at != delimiters_.terminator) at = cursor.next();
  cursor_at_hand = cursor;
  return {at, sound};
}

/// The components from `begin` on, the first of which ends at `at`; leaves `at` at the end of the
/// element unless something is wrong with it.
bool FirstLook::composite(grammar::ElementUse const &use, char const *begin, char const *&at,
                          Cursor &cursor) const {
  auto const *component = guide_->elements.data() + use.components;
  auto const *const last = component + use.component_count;
  char const *previous = nullptr;
  std::uint32_t filled = 0;
  for (std::uint32_t bit = 2; component != last; ++component, bit <<= 1U) {
    bool const ends = ends_element(at);
    if (!ends && *at != delimiters_.component) return false;
    if (at != begin) {
      if (!conforms(*guide_, *component, between(begin, at), before(begin, previous),
                    cursor.last())) {
        return false;
      }
      filled |= bit;
    } else if (ends) {
      return false;  // a separator behind the last value
    }
    if (ends) return (use.required & ~filled) == 0 && (use.not_used & filled) == 0;
    previous = begin;
    begin = at + 1;
    at = cursor.next();
  }
  return false;
}

/// True if all is filled that must be and nothing that must not.
bool FirstLook::complete(std::size_t use_at, std::uint32_t filled) {
  auto const &segment = guide_->segments[use_at];
  if ((segment.required & ~filled) != 0 || (segment.not_used & filled) != 0) return false;
  for (std::size_t i = 0; i < segment.condition_count; ++i) {
    if (!holds(guide_->conditions[segment.conditions + i], filled)) return false;
  }
  complete_[use_at] = filled;
  return true;
}

}  // namespace noc837::snip
