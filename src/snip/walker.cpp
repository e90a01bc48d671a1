// SPDX-License-Identifier: Apache-2.0
#include "snip/walker.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "edi/elements.hpp"
#include "snip/disclosure.hpp"

namespace noc837::snip {
namespace {

using grammar::Child;
using grammar::Guide;
using grammar::SegmentUse;
using Fit = Match::Fit;

constexpr std::size_t most_codes_listed = 12;

std::string tag_text(edi::Tag tag) {
  return code_text(tag);
}

/// Walker::Noted::numbers: true for a segment of a loop that is one of those.
bool is_numbered(edi::Tag tag, std::string_view loop) {
  switch (tag) {
    case edi::tag("NM1"):
      return loop == "2330B";
    case edi::tag("AMT"):
    case edi::tag("CAS"):
    case edi::tag("CLM"):
    case edi::tag("LX"):
    case edi::tag("SBR"):
    case edi::tag("SV1"):
    case edi::tag("SV2"):
    case edi::tag("SVD"):
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string code_text(std::uint64_t code) {
  std::string text;
  for (; code != 0; code >>= 8U) text.insert(text.begin(), static_cast<char>(code & 0xffU));
  return text;
}

/// Looks at the elements of the segment at hand, which belongs there, and notes it.
inline void Walker::judge(Spot const &spot) {
  auto const seen = look_.look(spot.use, id_end_);
  end_ = seen.end;
  if (notes_[spot.use] != 0) {
    auto const text = text_at_hand();
    if (spot.begins && spot.tag == edi::tag("LX")) line_ = text;
    if (!lost_) {  // made in place: a copy would have to wait for what has just been written
      placed_.emplace_back(text, id_end_, spot.tag, spot.loop, spot.use, ordinal_, spot.begins);
    }
  }
  if (!seen.sound) [[unlikely]] {
    loop_ = spot.loop;
    explain(*guide_, guide_->segments[spot.use], text_at_hand(), stretch_.delimiters, *this);
  }
}

void Walker::start(Guide const &guide) {
  if (guide_ == &guide) return;
  guide_ = &guide;
  notes_.assign(guide.segments.size(), noted_ == Noted::all ? 1 : 0);
  for (auto const &loop : guide.loops) {
    for (auto const &child : guide.children.subspan(loop.children, loop.child_count)) {
      if (child.is_loop) continue;
      auto const tag = guide.tags[guide.segments[child.target].tag].tag;
      if (is_numbered(tag, loop.id)) notes_[child.target] = 1;
    }
  }
}

std::vector<Placed> const &Walker::walk(Guide const &guide, std::size_t loop,
                                        Stretch const &stretch, Level level, Issues &issues) {
  start(guide);
  stretch_ = stretch;
  level_ = level;
  issues_ = &issues;
  index_.build(stretch.bytes, stretch.delimiters);
  look_.start(guide, stretch.delimiters, stretch.bytes, index_);
  placed_.clear();
  open_.start(guide, loop);
  ordinal_ = 0;
  lost_ = false;
  line_ = {};
  char const *at = stretch.bytes.data();
  char const *const end = at + stretch.bytes.size();
  auto const *next = index_.begin();
  for (;; ++ordinal_) {
    if (end - at < 8 || is_padding(*at)) [[unlikely]] {
      while (at != end && is_padding(*at)) ++at;
      if (at == end) break;
      next = index_.seek(next, at);
    }
    begin_ = at;
    id_end_ = next;
    // Most segments belong where such a one belonged before.
    auto const *spot = end - at < 8 ? nullptr : open_.follow(grammar::eight_bytes(at));
    if (spot == nullptr) [[unlikely]]
      spot = segment();
    if (spot != nullptr) judge(*spot);
    next = end_ + 1;
    at = index_.place_of(*end_) + 1;
  }
  leave(0);
  return placed_;
}

bool Walker::is_padding(char c) const {
  if (c == stretch_.delimiters.terminator) return true;
  return c <= ' ' && (c == '\r' || c == '\n' || c == ' ' || c == '\t');
}

/// Where a segment belongs that takes a closer look to see it; null for one that belongs nowhere
/// and has been passed.
OpenLoops::Spot const *Walker::segment() {
  if (ordinal_ == 0) {  // the reader saw to it that this one begins the loop
    loop_ = open_.top().loop;
    return spot(guide_->children[guide_->loops[loop_].children].target, true);
  }
  auto const tag = tag_at_hand();
  if (tag == Guide::no_tag) {
    misplaced(Fault::segment_unknown);
    return nullptr;
  }
  auto const key = key_of(tag);
  auto const exact = open_.exact(tag, key);
  if (exact.candidate == nullptr || lost_ || guide_->tags[tag].ambiguous) return place(tag, key);
  remember(tag, exact);
  enter(exact.depth, exact.candidate->child, exact.candidate->position);
  auto const use = exact.candidate->use;
  loop_ = open_.top().loop;
  return spot(use, guide_->children[guide_->loops[loop_].children].target == use);
}

/// A segment in the loop `loop_`.
OpenLoops::Spot const *Walker::spot(std::uint16_t use, bool begins) {
  auto const tag = guide_->tags[guide_->segments[use].tag].tag;
  spot_ = {tag, use, static_cast<std::uint16_t>(loop_), begins};
  return &spot_;
}

/// Keeps where the segment at hand belongs, if what tells so stands in its first eight bytes.
void Walker::remember(std::size_t tag, OpenLoops::Exact const &exact) {
  auto const &use = guide_->tags[tag];
  bool const has_key = use.key_element != 0;
  if (has_key && (use.key_element > 1 || use.key_component > 1)) return;
  char const *const end = index_.place_of(id_end_[has_key ? 1 : 0]);
  auto const size = static_cast<std::size_t>(end - begin_) + 1;
  if (size > 8 || bytes_end() - begin_ < 8) return;
  open_.remember(grammar::eight_bytes(begin_), size, exact);
}

/// The place of the id in Guide::tags. Most are in upper case, as the standard has them.
std::size_t Walker::tag_at_hand() const {
  if (id().size() > 3) return Guide::no_tag;
  auto const tag =
      guide_->tag_index(static_cast<edi::Tag>(grammar::packed_code(id(), bytes_end())));
  return tag != Guide::no_tag ? tag : guide_->tag_index(edi::tag(id()));
}

/// A segment that does not fit, or of which it takes a closer look to see where.
OpenLoops::Spot const *Walker::place(std::size_t tag, std::uint64_t key) {
  auto const match = open_.find(tag, key);
  if (match.fit == Fit::none) {
    misplaced(Fault::segment_unexpected);
    return nullptr;
  }
  Child const &child = guide_->children[match.child];
  if (lost_ && (!child.is_loop || match.fit >= Fit::wrong_key)) {
    skip_segment();
    return nullptr;
  }
  if (match.fit == Fit::missing_trigger) {
    open_.lose_order();
    enter(match);
    auto const &loop = guide_->loops[child.target];
    open_.discount(open_.depth() - 1, loop.children);
    missing(open_.depth() - 1, 0, open_.top().position + 1U);
    return place(tag, key);
  }
  if (match.fit != Fit::exact) open_.lose_order();
  loop_ = child.is_loop ? child.target : open_.at(match.depth).loop;
  switch (match.fit) {
    case Fit::exact:
      enter(match);
      break;
    case Fit::too_often:
      issue(child.is_loop ? Fault::loop_repeated : Fault::segment_repeated, id(), loop_);
      enter(match);
      break;
    case Fit::out_of_order:
      issue(Fault::segment_order, id(), loop_);
      if (child.is_loop) enter(match);
      break;
    case Fit::wrong_key:
      if (match.sole) {
        enter(match);
      } else {
        lost_ = child.is_loop;
      }
      break;
    case Fit::missing_trigger:
    case Fit::none:
      break;
  }
  return spot(use_index(told_apart(match, tag, key)), child.is_loop);
}

/// The child that a segment is, where later elements than its key tell: the first that it fits.
Child const &Walker::told_apart(Match const &match, std::size_t tag, std::uint64_t key) {
  Child const &child = guide_->children[match.child];
  if (!guide_->tags[tag].ambiguous || child.is_loop || match.fit == Fit::wrong_key) return child;
  auto const other = open_.other(match, tag, key);
  if (other.fit == Fit::none) return child;
  auto const fits = [&](Child const &one) { return look_.look(use_index(one), id_end_).sound; };
  if (fits(child) || !fits(guide_->children[other.child])) return child;
  Child const &better = guide_->children[other.child];
  open_.discount(match.depth, match.child);
  open_.count(match.depth, other.child);
  if (better.most != 0 && open_.count_of(match.depth, other.child) > better.most) {
    issue(Fault::segment_repeated, id(), loop_);
  }
  return better;
}

/// A segment that has no place here.
void Walker::misplaced(Fault fault) {
  skip_segment();
  if (lost_) return;
  issue(fault, id().substr(0, 3), open_.top().loop);
}

void Walker::enter(Match const &match) {
  enter(match.depth, match.child, guide_->children[match.child].position);
}

void Walker::enter(std::size_t depth, std::size_t child, std::uint16_t position) {
  leave(depth + 1);
  auto &open = open_.at(depth);
  if (position > open.position) {
    if ((open_.due(depth) & guide_->children[child].before) != 0)
      missing(depth, open.position, position);
    open.position = position;
  }
  open_.count(depth, child);
  open_.entered(child);
  auto const &row = guide_->children[child];
  if (row.is_loop) {
    open_.open(row.target);
    lost_ = false;
  }
}

/// Closes the loops at `depth` and below.
void Walker::leave(std::size_t depth) {
  while (open_.depth() > depth) {
    if (open_.due(open_.depth() - 1) != 0) missing(open_.depth() - 1, 0, 0xffff);
    open_.close();
  }
}

/// Reports the required children of the loop at `depth` with a position in [from, to) that did
/// not occur.
void Walker::missing(std::size_t depth, std::uint32_t from, std::uint32_t to) {
  auto const open = open_.at(depth);
  auto const &loop = guide_->loops[open.loop];
  for (auto const at : guide_->required.subspan(loop.required, loop.required_count)) {
    Child const &child = guide_->children[at];
    if (child.position < from || child.position >= to || open_.count_of(depth, at) != 0) continue;
    open_.count(depth, at);  // said once
    auto const id = tag_text(guide_->tags[use_of(child).tag].tag);
    Issue *found = issue(child.is_loop ? Fault::loop_missing : Fault::segment_missing, id,
                         child.is_loop ? child.target : open.loop);
    if (found == nullptr) continue;
    auto const codes = key_codes(child);
    auto const what = codes.empty() ? id : fmt::format("{} ({})", id, codes);
    found->message = child.is_loop ? fmt::format("loop {} ({}) is missing", found->loop,
                                                 guide_->loops[child.target].name)
                                   : fmt::format("{} is missing in loop {}", what, found->loop);
  }
}

/// The codes that a child's first segment is told by: "EI, SY".
std::string Walker::key_codes(Child const &child) const {
  SegmentUse const &use = use_of(child);
  auto const &tag = guide_->tags[use.tag];
  if (tag.key_element == 0) return {};
  auto const *element = &guide_->elements_of(use)[tag.key_element - 1U];
  if (tag.key_component != 0) element = &guide_->components_of(*element)[tag.key_component - 1U];
  return codes_text(*element);
}

std::string Walker::codes_text(grammar::ElementUse const &use) const {
  std::string text;
  if (use.code_count > most_codes_listed) return text;
  for (auto const code : guide_->codes_of(use)) {
    if (!text.empty()) text += ", ";
    text += code_text(code);
  }
  return text;
}

std::uint64_t Walker::key_of(std::size_t tag) const {
  auto const &use = guide_->tags[tag];
  if (use.key_element == 0) return 0;
  auto const &delimiters = stretch_.delimiters;
  auto const *end = id_end_;
  char const *at = index_.place_of(*end);
  for (std::size_t number = 1; *at == delimiters.element; ++number) {
    char const *const begin = at + 1;
    at = index_.place_of(*++end);
    if (number == use.key_element && use.key_component <= 1) {
      return grammar::packed_code({begin, static_cast<std::size_t>(at - begin)}, bytes_end());
    }
    while (*at != delimiters.element && *at != delimiters.terminator) at = index_.place_of(*++end);
    if (number == use.key_element) {
      std::string_view const value{begin, static_cast<std::size_t>(at - begin)};
      return grammar::packed_code(edi::component(value, use.key_component, delimiters.component));
    }
  }
  return 0;
}

/// Passes over the segment at hand.
void Walker::skip_segment() {
  end_ = id_end_;
  while (*index_.place_of(*end_) != stretch_.delimiters.terminator) ++end_;
}

std::uint16_t Walker::use_index(Child const &child) const {
  return child.is_loop ? guide_->children[guide_->loops[child.target].children].target
                       : child.target;
}

SegmentUse const &Walker::use_of(Child const &child) const {
  return guide_->segments[use_index(child)];
}

/// A new issue of the segment at hand; null where its level is not asked for.
Issue *Walker::issue(Fault fault, std::string_view segment_id, std::size_t loop) {
  Check const &check = check_of(fault);
  if (check.level > level_) return nullptr;
  Issue &issue = issues_->emplace_back();
  issue.check = &check;
  issue.segment_id = segment_id;
  issue.segment = stretch_.ordinal + ordinal_;
  issue.loop = guide_->loops[loop].id;
  issue.segment_code = check.segment_code;
  issue.element_code = check.element_code;
  issue.offset = stretch_.offset + static_cast<std::uint64_t>(begin_ - stretch_.bytes.data());
  issue.line = edi::element(line_, 1, stretch_.delimiters.element);
  issue.message = check.summary;
  return &issue;
}

void Walker::element_fault(Fault fault, Position position, grammar::ElementUse const *use,
                           std::string_view value) {
  Issue *found = issue(fault, id(), loop_);
  if (found == nullptr) return;
  found->position = position;
  if (use == nullptr) return;
  auto const &element = guide_->data_elements[use->data_element];
  if (use->type != grammar::ValueType::composite) found->data_element = element.number;
  if (!element.name.empty()) {
    found->message = fmt::format("{} ({})", found->message, element.name);
  }
  if (may_show(*use, element.number, id())) found->value = value.substr(0, longest_shown);
  if (fault == Fault::code_not_used) found->suggestion = codes_text(*use);
}

}  // namespace noc837::snip
