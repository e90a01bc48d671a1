// SPDX-License-Identifier: Apache-2.0
#include "snip/first_look.hpp"

#include "snip/segment_check.hpp"
#include "snip/values.hpp"

namespace noc837::snip {
namespace {

std::string_view between(char const *begin, char const *end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

void FirstLook::start(grammar::Guide const &guide, edi::Delimiters const &delimiters,
                      std::string_view bytes) {
  delimiters_ = delimiters;
  base_ = bytes.data();
  last_ = base_ + bytes.size();
  if (guide_ == &guide) return;
  guide_ = &guide;
  complete_.assign(guide.segments.size(), 1);  // bit 0 is no element
}

FirstLook::Seen FirstLook::pass(std::size_t use_at, ValueEnd const *behind, char const *first) {
  auto const &guide = *guide_;
  auto const &segment = guide.segments[use_at];
  auto const *use = guide.elements.data() + segment.elements;
  auto const *const last = use + segment.element_count;
  char const *const base = base_;
  char const *at = base + behind[-1];
  char const *begin = at;
  std::uint32_t filled = 0;
  std::uint32_t bit = 2;
  if (first != nullptr) {
    begin = first;
    ++use;
    filled = bit;
    bit <<= 1U;
  }
  bool sound = true;
  for (; *at == delimiters_.element && use != last; ++use, bit <<= 1U) {
    auto const previous = between(begin, at);
    begin = at + 1;
    at = base + *behind++;
    if (at == begin && ends_element(*at)) continue;
    if (use->shape == grammar::Shape::composite || !ends_element(*at)) {
      auto const *const end = composite(*use, begin, behind);
      sound = end != nullptr;
      if (!sound) break;
      behind = end;
      at = base + behind[-1];
    } else {
      sound = conforms(guide, *use, between(begin, at), previous, last_);
      if (!sound) break;
    }
    filled |= bit;
  }
  sound = sound && *at == delimiters_.terminator && at[-1] != delimiters_.element &&
          (filled == complete_[use_at] || complete(use_at, filled));
  while (*at != delimiters_.terminator) at = base + *behind++;
  return {behind, sound};
}

/// The components from `begin` on, the first of which ends right before the end `behind`. Returns
/// the one behind the element; null where something is wrong with it.
FirstLook::ValueEnd const *FirstLook::composite(grammar::ElementUse const &use, char const *begin,
                                                ValueEnd const *behind) const {
  auto const *component = guide_->elements.data() + use.components;
  auto const *const last = component + use.component_count;
  char const *at = base_ + behind[-1];
  std::string_view previous;
  std::uint32_t filled = 0;
  for (std::uint32_t bit = 2; component != last; ++component, bit <<= 1U) {
    bool const ends = ends_element(*at);
    if (!ends && *at != delimiters_.component) return nullptr;
    auto const value = between(begin, at);
    if (!value.empty()) {
      if (!conforms(*guide_, *component, value, previous, last_)) return nullptr;
      filled |= bit;
    } else if (ends) {
      return nullptr;  // a separator behind the last value
    }
    if (ends) {
      bool const complete = (use.required & ~filled) == 0 && (use.not_used & filled) == 0;
      return complete ? behind : nullptr;
    }
    previous = value;
    begin = at + 1;
    at = base_ + *behind++;
  }
  return nullptr;
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
