// SPDX-License-Identifier: Apache-2.0
// What the cutter says where an input cannot be read for sure: byte, segment, expectation.
#include <fmt/format.h>

#include <utility>

#include "base/printable.hpp"
#include "claims/cutter.hpp"
#include "edi/elements.hpp"

namespace noc837::claims {

using grammar::MarkKind;

tl::unexpected<Error> Cutter::failure(std::size_t at, std::string what, std::string expected,
                                      std::string_view rule) const {
  auto failed = fail(Fault::input, std::move(what), std::move(expected));
  failed.value().offset = base_ + at;
  if (state_ != State::outside) failed.value().segment = interchange_segments_ + 1;
  failed.value().rule = rule;
  return failed;
}

tl::unexpected<Error> Cutter::faulty_isa(std::size_t at, std::string what, std::string expected,
                                         std::string_view rule) const {
  auto failed = failure(at, std::move(what), std::move(expected), rule);
  failed.value().segment = 1;
  return failed;
}

/// A failure behind the whole segments of the window, those not yet given included.
tl::unexpected<Error> Cutter::failure_inside(std::size_t at, std::string what, std::string expected,
                                             std::string_view rule) const {
  auto failed = failure(at, std::move(what), std::move(expected), rule);
  failed.value().segment = interchange_segments_ + (opening_ ? 1 : 0) + scan_.segments - given_ + 1;
  return failed;
}

tl::unexpected<Error> Cutter::truncated() const {
  std::size_t const at = next_segment();
  std::string what = "the file ends too early";
  if (at < end_) {
    auto const id = edi::element(edi::trim({data_ + at, end_ - at}), 0, scan_.delimiters.element);
    what = id.size() <= 3 ? fmt::format("the file ends inside segment {}", printable(id))
                          : "the file ends inside a segment";
  }
  return failure_inside(end_, std::move(what), expected_trailer(pending_state()), "ENV07");
}

/// Where the first segment that is not whole begins, or would begin.
std::size_t Cutter::next_segment() const {
  std::size_t at = complete_;
  while (at < end_ && (data_[at] == ' ' || data_[at] == '\t' || data_[at] == '\r' ||
                       data_[at] == '\n' || data_[at] == scan_.delimiters.terminator)) {
    ++at;
  }
  return at;
}

/// The state behind the unit that the window may not show whole and that was not given.
Cutter::State Cutter::pending_state() const {
  if (mark_ >= scan_.marks.size()) return state_;
  switch (scan_.marks[mark_].kind) {
    case MarkKind::gs:
    case MarkKind::se:
      return State::group;
    case MarkKind::st:
    case MarkKind::hl:
    case MarkKind::clm:
      return State::set;
    case MarkKind::ge:
    case MarkKind::iea:
      break;
  }
  return State::interchange;
}

std::string Cutter::expected_trailer(State state) {
  switch (state) {
    case State::interchange:
      return "GS or IEA";
    case State::group:
      return "ST or GE";
    case State::set:
    case State::passed:
      return "SE";
    case State::outside:
      break;
  }
  return "ISA";
}

}  // namespace noc837::claims
