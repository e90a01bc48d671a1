// SPDX-License-Identifier: Apache-2.0
#include "claims/cutter.hpp"

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

Cutter::Cutter(grammar::Watch const &watch, Limits limits) : scanner_(watch), limits_(limits) {}

Result<Unit const *> Cutter::next() {
  if (failure_) return tl::unexpected(*failure_);
  auto unit = next_in_block();
  if (!unit && opening_) {  // who sent what cannot be read further is told first
    failure_ = unit.error();
    return give_interchange(cursor_ + grammar::isa_size, 0);
  }
  if (unit && *unit == nullptr) keep_unfinished();
  return unit;
}

Result<Unit const *> Cutter::next_in_block() {
  if (std::exchange(joined_, false) && state_ != State::outside) {
    if (auto fits = check_joint(); !fits) return tl::unexpected(fits.error());
  }
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

// --- The block -------------------------------------------------------------------------------

void Cutter::feed(Block &block) {
  joined_ = end_ != 0;
  if (joined_) block.prepend(unfinished_);
  block_ = &block;
  data_ = block.bytes().data();
  end_ = block.bytes().size();
  ended_ = block.last && !block.failure;
}

/// What the block leaves unfinished outlives it.
void Cutter::keep_unfinished() {
  auto const left = end_ - cursor_;
  if (block_ != nullptr) {
    unfinished_.assign(data_ + cursor_, left);
  } else {
    unfinished_.erase(0, cursor_);
  }
  block_ = nullptr;
  data_ = unfinished_.data();
  base_ += cursor_;
  complete_ -= std::min(complete_, cursor_);
  end_ = left;
  cursor_ = 0;
  fresh_ = false;
}

/// Where a block was joined to an unfinished end, the segment across the joint may be too long. A
/// block is no larger than a segment may be, so that every such segment has a joint in it.
Result<void> Cutter::check_joint() {
  auto const begin = next_segment();
  std::string_view const held(data_, end_);
  auto const end = std::min(held.find(scan_.delimiters.terminator, begin), end_);
  if (end <= begin || end - begin <= limits_.segment) return {};
  auto failed =
      failure_inside(begin, fmt::format("a segment is longer than {} bytes", limits_.segment),
                     "its terminator before that", "");
  failed.value().over_limit = true;
  return failed;
}

tl::unexpected<Error> Cutter::too_large() const {
  auto failed =
      failure(cursor_, fmt::format("a claim or level is larger than {} bytes", limits_.unit),
              "a smaller one", "");
  failed.value().over_limit = true;
  return failed;
}

/// Nothing more can be told from the bytes held: null where there may be more to come.
Result<Unit const *> Cutter::need_more() {
  if (block_ != nullptr && block_->failure) {
    auto error = *block_->failure;
    error.offset = base_ + end_;
    return tl::unexpected(std::move(error));
  }
  if (!ended_) {
    if (complete_ > cursor_ && complete_ - cursor_ > limits_.unit) return too_large();
    return nullptr;
  }
  if (state_ != State::outside || opening_) return truncated();
  return end_outside();
}

void Cutter::rescan() {
  scanned_ = cursor_ + (opening_ ? grammar::isa_size : 0);
  char const *const first = data_ + scanned_;
  if (block_ == nullptr || !block_->take_pass(first, scan_.delimiters, scan_)) {
    scanner_.scan(first, data_ + end_, scan_);
  }
  complete_ = static_cast<std::size_t>(scan_.end - data_);
  mark_ = 0;
  given_ = 0;
  fresh_ = true;
  if (scan_.indented) note(interchange_offset_, "blanks stand between segments");
  if (scan_.strays != 0) {
    note(interchange_offset_, "segment terminators stand without a segment");
  }
}

// --- Between interchanges --------------------------------------------------------------------

Result<Unit const *> Cutter::next_outside() {
  std::string_view const held(data_ + cursor_, end_ - cursor_);
  std::size_t const isa = grammar::find_isa(held);
  bool const found = isa < held.size();
  // What is before the ISA, or for sure before one that is yet to come.
  auto const preamble = found || ended_ ? isa : held.size() - std::min(held.size(), isa_lookahead);
  if (!any_ && base_ + cursor_ + preamble > longest_preamble) {
    return failure(0, fmt::format("no ISA in the first {} bytes: not X12", longest_preamble),
                   "an interchange that begins with ISA", "ENV01");
  }
  if (found && (held.size() - isa >= isa_lookahead || ended_)) {
    if (isa != 0) return give_gap(isa);
    if (auto opened = open_interchange(); !opened) return tl::unexpected(opened.error());
    return next_inside();
  }
  // Long runs of blanks or prose are given out in parts, so that little is held.
  if (any_ && !ended_ && !found && held.size() > isa_lookahead) {
    return give_gap(held.size() - isa_lookahead);
  }
  return need_more();
}

/// What is left at the end of the input. An ISA cut short to its first letters is no prose.
Result<Unit const *> Cutter::end_outside() {
  std::string_view const held(data_ + cursor_, end_ - cursor_);
  if (!any_) {
    return failure(0, held.empty() ? "the file is empty" : "no ISA segment: not X12",
                   "an interchange that begins with ISA", "ENV01");
  }
  auto const text = edi::trim(held);
  if (!text.empty() && std::string_view("ISA").starts_with(text)) {
    interchange_segments_ = 0;
    return faulty_isa(end_, "the file ends inside ISA", "106 bytes of ISA", "ENV01");
  }
  return held.empty() ? nullptr : give_gap(held.size());
}

/// Reads the ISA at the cursor.
Result<void> Cutter::open_interchange() {
  std::string_view const held(data_ + cursor_, end_ - cursor_);
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

Unit const *Cutter::give_gap(std::size_t size) {
  char const *const begin = data_ + cursor_;
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

Result<Unit const *> Cutter::next_inside() {
  if (!fresh_) rescan();
  if (opening_ && !scan_.marks.empty()) {
    return give_interchange(mark_begin(0), scan_.marks[0].segments);
  }
  if (!opening_ && mark_ < scan_.marks.size()) {
    auto const &mark = scan_.marks[mark_];
    if (state_ == State::group && mark.kind == MarkKind::st && set_guide() == edi::Guide::other) {
      return open_passed_set();
    }
    if (mark_ + 1 < scan_.marks.size()) return advance(mark, mark_begin(mark_ + 1));
    if (scan_.closed) return advance(mark, complete_);
    if (!scan_.reopened && unit_follows_block()) return advance(mark, end_);
  }
  return read_on();
}

/// True where the next block begins with a unit and nothing but line ends stands before it: then
/// the last unit of this one need not wait for it.
bool Cutter::unit_follows_block() const {
  if (block_ == nullptr || block_->before_unit != scan_.delimiters) return false;
  return std::all_of(data_ + complete_, data_ + end_,
                     [](char c) { return c == '\r' || c == '\n'; });
}

/// Asks for more of the interchange; fails where it ends too early.
Result<Unit const *> Cutter::read_on() {
  if (scan_.reopened) {
    return failure_inside(next_segment(), "an ISA begins before the last interchange is closed",
                          expected_trailer(pending_state()), "ENV07");
  }
  return need_more();
}

Unit const *Cutter::give_interchange(std::size_t end, std::uint32_t segments) {
  opening_ = false;
  guide_ = edi::Guide::other;
  given_ = 0;
  Unit const *unit = give(UnitKind::interchange, end, segments);
  ++unit_.segments;  // the ISA, which the pass does not count
  ++interchange_segments_;
  return unit;
}

/// Gives the unit of `mark`, which ends at `end`, if the envelope allows it here.
Result<Unit const *> Cutter::advance(grammar::Mark const &mark, std::size_t end) {
  if (end - cursor_ > limits_.unit) return too_large();
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
      if (mark.kind == MarkKind::hl) {
        auto const level = mark.level;  // give_as moves on
        Unit const *unit = give_as(UnitKind::level, State::set);
        unit_.level = level;
        return unit;
      }
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
  // Where the claim is the block's last, nothing has ended its last line yet.
  unit_.faulty_line = claim.bare_line || claim.awaiting || wrong_service;
  return unit;
}

/// A set of no guide of ours: its ST, after which next_passed() gives what the window shows.
Unit const *Cutter::open_passed_set() {
  set_segments_ = 0;
  guide_ = edi::Guide::other;
  state_ = State::passed;
  return give(UnitKind::set, cursor_ + text_at_cursor().size() + 1, given_ + 1);
}

Result<Unit const *> Cutter::next_passed() {
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
  if (!closed) return read_on();
  state_ = State::set;
  return next_inside();
}

// --- Helpers ---------------------------------------------------------------------------------

std::size_t Cutter::mark_begin(std::size_t mark) const {
  return scanned_ + scan_.marks[mark].offset;
}

/// The segment that begins at the cursor, without its terminator.
std::string_view Cutter::text_at_cursor() const {
  std::string_view const held(data_ + cursor_, end_ - cursor_);
  return held.substr(0, held.find(scan_.delimiters.terminator));
}

edi::Guide Cutter::set_guide() const {
  auto const st = grammar::read_st(text_at_cursor(), scan_.delimiters);
  return guide_of(st.transaction_set.view(), st.guide.view(), group_version_);
}

/// Gives the bytes from the cursor to `end` as a unit; `segments` counts the pass's segments up
/// to there.
Unit const *Cutter::give(UnitKind kind, std::size_t end, std::uint32_t segments) {
  bool const in_set = state_ == State::set || state_ == State::passed || kind == UnitKind::set;
  unit_ = {};
  unit_.kind = kind;
  unit_.bytes = {data_ + cursor_, end - cursor_};
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

void Cutter::note(std::uint64_t offset, std::string what) {
  auto const begin = notices_.begin() + static_cast<std::ptrdiff_t>(interchange_notices_);
  bool const known =
      std::any_of(begin, notices_.end(), [&](Notice const &notice) { return notice.what == what; });
  if (!known) notices_.push_back({offset, std::move(what)});
}

}  // namespace noc837::claims
