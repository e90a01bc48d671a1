// SPDX-License-Identifier: Apache-2.0
#include "claims/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "edi/elements.hpp"
#include "grammar/envelope.hpp"

namespace noc837::claims {
namespace {

using grammar::MarkKind;

/// Prose before the first interchange that is passed over before the input is given up.
constexpr std::uint64_t longest_preamble = std::uint64_t{1} << 20U;
/// Bytes that decide whether an ISA begins here.
constexpr std::size_t isa_lookahead = 2 * grammar::isa_size;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view name_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::gs:
      return "GS";
    case MarkKind::st:
      return "ST";
    case MarkKind::hl:
      return "HL";
    case MarkKind::clm:
      return "CLM";
    case MarkKind::se:
      return "SE";
    case MarkKind::ge:
      return "GE";
    case MarkKind::iea:
      break;
  }
  return "IEA";
}

/// Where the next ISA may begin; the view's end when nowhere.
std::size_t find_isa(std::string_view text) {
  for (auto at = text.find("ISA"); at != std::string_view::npos; at = text.find("ISA", at + 1)) {
    if (grammar::looks_like_isa(text.substr(at))) return at;
  }
  return text.size();
}

bool closes_set(MarkKind kind) {
  return kind != MarkKind::hl && kind != MarkKind::clm;
}

bool any_of(std::string_view value, std::initializer_list<std::string_view> accepted) {
  return std::find(accepted.begin(), accepted.end(), value) != accepted.end();
}

}  // namespace

edi::Guide guide_of(std::string_view transaction_set, std::string_view st03,
                    std::string_view gs08) {
  if (edi::trim(transaction_set) != "837") return edi::Guide::other;
  auto const guide = edi::trim(st03).empty() ? edi::trim(gs08) : edi::trim(st03);
  if (any_of(guide, {"005010X222", "005010X222A1", "005010X222A2"})) {
    return edi::Guide::professional;
  }
  if (any_of(guide, {"005010X223", "005010X223A1", "005010X223A2", "005010X223A3"})) {
    return edi::Guide::institutional;
  }
  return edi::Guide::other;
}

Reader::Reader(io::Source &source, grammar::Watch const &watch, Limits limits)
    : source_(source), limits_(limits), buffer_(std::max<std::size_t>(limits.window, 1)) {
  scan_.watch = &watch;
}

Result<Unit const *> Reader::next() {
  switch (state_) {
    case State::outside:
      return next_outside();
    case State::passed:
      return next_passed();
    case State::interchange:
    case State::group:
    case State::set:
      break;
  }
  return next_inside();
}

// --- The window ------------------------------------------------------------------------------

/// Moves the unfinished unit to the front of the buffer, or makes the buffer larger for it.
Result<bool> Reader::make_room() {
  if (cursor_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + cursor_, end_ - cursor_);
    base_ += cursor_;
    end_ -= cursor_;
    complete_ -= std::min(complete_, cursor_);
    cursor_ = 0;
  }
  if (end_ < buffer_.size()) return true;
  if (state_ != State::outside && end_ - complete_ > limits_.segment) {
    return failure_inside(next_segment(),
                          fmt::format("a segment is longer than {} bytes", limits_.segment),
                          "its terminator before that", "");
  }
  if (buffer_.size() >= limits_.unit) {
    return failure(cursor_, fmt::format("a claim or level is larger than {} bytes", limits_.unit),
                   "a smaller one", "");
  }
  buffer_.resize(std::min(buffer_.size() * 2, limits_.unit));
  return true;
}

/// Reads on behind the bytes held; false when the source has ended.
Result<bool> Reader::refill() {
  if (ended_) return false;
  if (auto room = make_room(); !room) return room;
  while (end_ < buffer_.size()) {
    auto const got = source_.read(buffer_.data() + end_, buffer_.size() - end_);
    if (!got) {
      auto error = got.error();
      error.offset = base_ + end_;
      return tl::unexpected(std::move(error));
    }
    if (*got == 0) {
      ended_ = true;
      break;
    }
    end_ += *got;
  }
  fresh_ = false;
  return true;
}

void Reader::rescan() {
  scanned_ = cursor_ + (opening_ ? grammar::isa_size : 0);
  complete_ = static_cast<std::size_t>(
      grammar::scan(buffer_.data() + scanned_, buffer_.data() + end_, scan_) - buffer_.data());
  mark_ = 0;
  given_ = 0;
  fresh_ = true;
  if (scan_.indented) note(interchange_offset_, "blanks stand between segments");
  if (scan_.strays != 0) {
    note(interchange_offset_, "segment terminators stand without a segment");
  }
}

// --- Between interchanges --------------------------------------------------------------------

Result<Unit const *> Reader::next_outside() {
  for (;;) {
    std::string_view const held(buffer_.data() + cursor_, end_ - cursor_);
    std::size_t const isa = find_isa(held);
    bool const enough = held.size() - isa >= isa_lookahead || ended_;
    if (isa < held.size() && enough) {
      if (isa != 0) return give_gap(isa);
      if (auto opened = open_interchange(); !opened) return tl::unexpected(opened.error());
      return next_inside();
    }
    if (!any_ && base_ + cursor_ + held.size() > longest_preamble && isa == held.size()) {
      return failure(0, fmt::format("no ISA in the first {} bytes: not X12", longest_preamble),
                     "an interchange that begins with ISA", "ENV01");
    }
    // Long runs of blanks or prose are given out in parts, so that the window stays small.
    if (any_ && held.size() >= buffer_.size() && isa == held.size() &&
        held.size() > isa_lookahead) {
      return give_gap(held.size() - isa_lookahead);
    }
    auto const more = refill();
    if (!more) return tl::unexpected(more.error());
    if (*more) continue;
    if (any_) return give_end(held);
    return failure(0, held.empty() ? "the file is empty" : "no ISA segment: not X12",
                   "an interchange that begins with ISA", "ENV01");
  }
}

/// What is left at the end of the input. An ISA cut short to its first letters is no prose.
Result<Unit const *> Reader::give_end(std::string_view held) {
  auto const text = edi::trim(held);
  if (!text.empty() && std::string_view("ISA").starts_with(text)) {
    interchange_segments_ = 0;
    return faulty_isa(end_, "the file ends inside ISA", "106 bytes of ISA", "ENV01");
  }
  return held.empty() ? nullptr : give_gap(held.size());
}

/// Reads the ISA at the cursor.
Result<void> Reader::open_interchange() {
  std::string_view const held(buffer_.data() + cursor_, end_ - cursor_);
  grammar::IsaFault fault;
  interchange_segments_ = 0;
  auto const isa = grammar::read_isa(held, fault);
  if (!isa) {
    bool const delimiters = held.size() >= grammar::isa_size && fault.what.find("ISA") != 0;
    return faulty_isa(cursor_ + fault.offset, fault.what, fault.expected,
                      delimiters ? "ENV02" : "ENV01");
  }
  scan_.delimiters = isa->delimiters;
  interchange_offset_ = base_ + cursor_;
  interchange_notices_ = notices_.size();
  state_ = State::interchange;
  opening_ = true;
  any_ = true;
  fresh_ = false;
  return {};
}

Unit const *Reader::give_gap(std::size_t size) {
  char const *const begin = buffer_.data() + cursor_;
  std::string_view text(begin, size);
  if (text.starts_with(byte_order_mark)) {
    note(base_ + cursor_, "a byte order mark stands before the interchange");
    text.remove_prefix(byte_order_mark.size());
  }
  if (text = edi::trim(text); !text.empty()) {
    note(base_ + cursor_ + static_cast<std::uint64_t>(text.data() - begin),
         "text stands outside the interchanges");
  }
  guide_ = edi::Guide::other;
  given_ = 0;
  return give(UnitKind::gap, cursor_ + size, 0);
}

// --- Inside an interchange -------------------------------------------------------------------

Result<Unit const *> Reader::next_inside() {
  for (;;) {
    if (!fresh_) rescan();
    if (opening_ && !scan_.marks.empty()) return give_interchange();
    if (!opening_ && mark_ < scan_.marks.size()) {
      auto const &mark = scan_.marks[mark_];
      if (state_ == State::group && mark.kind == MarkKind::st && set_guide() == edi::Guide::other) {
        return open_passed_set();
      }
      if (mark_ + 1 < scan_.marks.size()) return advance(mark, mark_begin(mark_ + 1));
      if (scan_.closed) return advance(mark, complete_);
    }
    if (auto const more = read_on(); !more) return tl::unexpected(more.error());
  }
}

/// Gets more of the interchange into the window; fails where it ends too early.
Result<void> Reader::read_on() {
  if (scan_.reopened) {
    return failure_inside(next_segment(), "an ISA begins before the last interchange is closed",
                          expected_trailer(pending_state()), "ENV07");
  }
  auto const more = refill();
  if (!more) return tl::unexpected(more.error());
  if (!*more) return truncated();
  return {};
}

Unit const *Reader::give_interchange() {
  opening_ = false;
  guide_ = edi::Guide::other;
  given_ = 0;
  Unit const *unit = give(UnitKind::interchange, mark_begin(0), scan_.marks[0].segments);
  ++unit_.segments;  // the ISA, which the pass does not count
  ++interchange_segments_;
  return unit;
}

/// Gives the unit of `mark`, which ends at `end`, if the envelope allows it here.
Result<Unit const *> Reader::advance(grammar::Mark const &mark, std::size_t end) {
  auto const after =
      mark_ + 1 < scan_.marks.size() ? scan_.marks[mark_ + 1].segments : scan_.segments;
  auto const give_as = [&](UnitKind kind, State next) {
    ++mark_;
    Unit const *unit = give(kind, end, after);
    state_ = next;
    return unit;
  };
  auto const unexpected = [&] {
    return failure(cursor_, fmt::format("{} stands here", name_of(mark.kind)),
                   expected_trailer(state_), "ENV07");
  };
  switch (state_) {
    case State::interchange:
      if (mark.kind == MarkKind::iea) return give_as(UnitKind::interchange_end, State::outside);
      if (mark.kind != MarkKind::gs) return unexpected();
      group_version_ = grammar::read_gs(text_at_cursor(), scan_.delimiters).version.view();
      return give_as(UnitKind::group, State::group);
    case State::group:
      if (mark.kind == MarkKind::ge) return give_as(UnitKind::group_end, State::interchange);
      if (mark.kind != MarkKind::st) return unexpected();
      set_segments_ = 0;
      guide_ = set_guide();
      return give_as(UnitKind::set, State::set);
    case State::set:
      if (mark.kind == MarkKind::hl) return give_as(UnitKind::level, State::set);
      if (mark.kind == MarkKind::se) return give_as(UnitKind::set_end, State::group);
      if (mark.kind != MarkKind::clm) return unexpected();
      break;
    case State::outside:
    case State::passed:
      return unexpected();
  }
  bool const wrong_service = guide_ == edi::Guide::professional ? mark.sv2 : mark.sv1;
  auto const claim = mark;  // give_as moves on
  Unit const *unit = give_as(UnitKind::claim, State::set);
  unit_.lines = claim.lines;
  unit_.watched = claim.watched;
  unit_.faulty_line = claim.bare_line || wrong_service;
  return unit;
}

/// A set of no guide of ours: its ST, after which next_passed() gives what the window shows.
Unit const *Reader::open_passed_set() {
  set_segments_ = 0;
  guide_ = edi::Guide::other;
  state_ = State::passed;
  return give(UnitKind::set, cursor_ + text_at_cursor().size() + 1, given_ + 1);
}

Result<Unit const *> Reader::next_passed() {
  for (;;) {
    if (!fresh_) rescan();
    while (mark_ < scan_.marks.size() &&
           (mark_begin(mark_) < cursor_ || !closes_set(scan_.marks[mark_].kind))) {
      ++mark_;
    }
    bool const closed = mark_ < scan_.marks.size();
    std::size_t const end = closed ? mark_begin(mark_) : complete_;
    if (end > cursor_) {
      return give(UnitKind::passed, end, closed ? scan_.marks[mark_].segments : scan_.segments);
    }
    if (closed) {
      state_ = State::set;
      return next_inside();
    }
    if (auto const more = read_on(); !more) return tl::unexpected(more.error());
  }
}

// --- Helpers ---------------------------------------------------------------------------------

std::size_t Reader::mark_begin(std::size_t mark) const {
  return scanned_ + scan_.marks[mark].offset;
}

/// The segment that begins at the cursor, without its terminator.
std::string_view Reader::text_at_cursor() const {
  std::string_view const held(buffer_.data() + cursor_, end_ - cursor_);
  return held.substr(0, held.find(scan_.delimiters.terminator));
}

edi::Guide Reader::set_guide() const {
  auto const st = grammar::read_st(text_at_cursor(), scan_.delimiters);
  return guide_of(st.transaction_set.view(), st.guide.view(), group_version_);
}

/// Gives the bytes from the cursor to `end` as a unit; `segments` counts the pass's segments up
/// to there.
Unit const *Reader::give(UnitKind kind, std::size_t end, std::uint32_t segments) {
  bool const in_set = state_ == State::set || state_ == State::passed || kind == UnitKind::set;
  unit_ = {};
  unit_.kind = kind;
  unit_.bytes = {buffer_.data() + cursor_, end - cursor_};
  unit_.offset = base_ + cursor_;
  unit_.segments = segments - given_;
  unit_.ordinal = (in_set ? set_segments_ : interchange_segments_) + 1;
  unit_.delimiters = scan_.delimiters;
  unit_.guide = guide_;
  interchange_segments_ += unit_.segments;
  if (in_set) set_segments_ += unit_.segments;
  given_ = segments;
  cursor_ = end;
  return &unit_;
}

void Reader::note(std::uint64_t offset, std::string what) {
  auto const begin = notices_.begin() + static_cast<std::ptrdiff_t>(interchange_notices_);
  bool const known =
      std::any_of(begin, notices_.end(), [&](Notice const &notice) { return notice.what == what; });
  if (!known) notices_.push_back({offset, std::move(what)});
}

}  // namespace noc837::claims
