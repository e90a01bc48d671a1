// SPDX-License-Identifier: Apache-2.0
#include "snip/first_look.hpp"

#include "snip/segment_check.hpp"

namespace noc837::snip {
namespace {

std::string_view between(char const *begin, char const *end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

void FirstLook::start(grammar::Guide const &guide, edi::Delimiters const &delimiters,
                      std::string_view bytes, grammar::StructureIndex const &index) {
  index_ = &index;
  base_ = bytes.data();
  last_ = base_ + bytes.size();
  if (guide_ == &guide && delimiters_ == delimiters) return;
  guide_ = &guide;
  delimiters_ = delimiters;
  outlines_.assign(outlines, {});
}

/// A value that is not the one that was sound here last. Of periods only days are kept.
bool FirstLook::value_fits(Outline::Check &check, ValueEnd const *end) {
  auto const value = value_between(end[-1], end[0]);
  auto const &element = *check.element;
  auto const previous = element.dated ? value_between(end[-2], end[-1]) : std::string_view();
  if (!conforms(*guide_, element, value, previous, last_)) return false;
  if (element.shape != grammar::Shape::code) return true;
  check.mask = value.size() < 8 ? ~std::uint64_t{0} >> (56 - 8 * value.size()) : ~std::uint64_t{0};
  check.text = grammar::eight_bytes(value.data(), last_);
  return true;
}

/// A segment whose outline is not known, or of which a value may be wrong.
FirstLook::Seen FirstLook::look_closely(std::size_t use, ValueEnd const *id_end, bool keyed) {
  char const *const first = keyed ? base_ + *id_end + 1 : nullptr;
  auto const seen = pass(use, id_end + (keyed ? 2 : 1), first);
  EndKinds const kinds(index_->kinds_from(id_end));
  auto &outline = outlines_[place_of(use, kinds)];
  if (seen.sound && !outline.is_of(use, kinds)) outline.keep(*guide_, use, kinds);
  return seen;
}

/// Passes over a segment value by value. `behind` is the end behind what is known of it: the id,
/// and the first value if that is sound and begins at `first`.
FirstLook::Seen FirstLook::pass(std::size_t use_at, ValueEnd const *behind,
                                char const *first) const {
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
  // `at` is a place in the text. NOLINTNEXTLINE(clang-analyzer-core.NullDereference)
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
          complete(use_at, filled);
  while (*at != delimiters_.terminator) at = base + *behind++;
  return {behind - 1, sound};
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
bool FirstLook::complete(std::size_t use_at, std::uint32_t filled) const {
  auto const &segment = guide_->segments[use_at];
  if ((segment.required & ~filled) != 0 || (segment.not_used & filled) != 0) return false;
  for (std::size_t i = 0; i < segment.condition_count; ++i) {
    if (!holds(guide_->conditions[segment.conditions + i], filled)) return false;
  }
  return true;
}

}  // namespace noc837::snip
