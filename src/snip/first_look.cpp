// SPDX-License-Identifier: Apache-2.0
#include "snip/first_look.hpp"

#include <algorithm>

#include "snip/segment_check.hpp"

namespace noc837::snip {
namespace {

std::string_view between(char const *begin, char const *end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

void FirstLook::start(grammar::Guide const &guide, edi::Delimiters const &delimiters,
                      std::string_view bytes, grammar::StructureIndex const &index) {
  ends_ = index.begin();
  kinds_ = index.kinds_from(ends_);
  lengths_ = index.lengths_from(ends_);
  base_ = bytes.data();
  last_ = base_ + bytes.size();
  if (guide_ == &guide && delimiters_ == delimiters) return;
  guide_ = &guide;
  delimiters_ = delimiters;
  outlines_.assign(outlines + 1, {});
  latest_.assign(guide.segments.size(), &outlines_.back());
}

/// Looks at values of which not all are what was sound here last, and keeps them if they are sound.
/// They tell so again only where the format of each date stands among them.
bool FirstLook::is_sound(Outline::Run &run, Outline const &outline, ValueEnd const *id_end) const {
  bool tells = true;
  for (auto end = run.before + 1; end <= run.last; ++end) {
    auto const &element = *outline.check_before(end);
    auto const value = value_between(id_end[end - 1], id_end[end]);
    auto const previous =
        element.dated ? value_between(id_end[end - 2], id_end[end - 1]) : std::string_view();
    if (!conforms(*guide_, element, value, previous, last_)) return false;
    tells = tells && !(element.dated && end == run.before + 1);
  }
  constexpr auto most = Outline::Run::most;
  char const *const at = base_ + id_end[run.before] + 1;
  std::size_t const size = id_end[run.last] - id_end[run.before];
  if (tells && size <= most && last_ - at >= std::ptrdiff_t{most}) run.keep(at, size);
  return true;
}

/// The same where fewer bytes follow.
bool FirstLook::is_kept_near_end(Outline::Run const &run, ValueEnd const *id_end) const {
  char const *const at = base_ + id_end[run.before] + 1;
  auto const left = last_ - at;
  return left < std::ptrdiff_t{Outline::Run::most} &&
         run.is_kept(grammar::eight_bytes(at, last_),
                     left > 8 ? grammar::eight_bytes(at + 8, last_) : 0);
}

/// The first of these is not what was kept.
bool FirstLook::are_sound(std::span<Outline::Run> runs, Outline const &outline,
                          ValueEnd const *id_end) const {
  return std::all_of(runs.begin(), runs.end(), [&](auto &run) {
    return is_kept(run, id_end) || is_kept_near_end(run, id_end) || is_sound(run, outline, id_end);
  });
}

/// A segment that is not like the last one of its use, or of which a value may be wrong.
FirstLook::Seen FirstLook::look_further(std::size_t use, ValueEnd const *id_end) {
  EndKinds const kinds(kinds_from(id_end));
  auto &outline = outlines_[place_of(use, kinds)];
  bool const is_of = outline.is_of(use, kinds);
  if (is_of && latest_[use] != &outline) {
    latest_[use] = &outline;
    if (is_sound(outline, id_end)) return {id_end + kinds.count - 1, true};
  }
  auto const seen = pass(use, id_end);
  if (seen.sound && !is_of) {
    if (outline.use() != Outline::none) latest_[outline.use()] = &outlines_.back();
    outline.keep(*guide_, use, kinds, lengths_from(id_end));
  }
  return seen;
}

/// Passes over a segment value by value.
FirstLook::Seen FirstLook::pass(std::size_t use_at, ValueEnd const *id_end) const {
  auto const &guide = *guide_;
  auto const &segment = guide.segments[use_at];
  auto const *use = guide.elements.data() + segment.elements;
  auto const *const last = use + segment.element_count;
  char const *const base = base_;
  ValueEnd const *behind = id_end + 1;
  char const *at = base + *id_end;
  char const *begin = at;
  std::uint32_t filled = 0;
  std::uint32_t bit = 2;
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
