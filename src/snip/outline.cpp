// SPDX-License-Identifier: Apache-2.0
#include "snip/outline.hpp"

#include <algorithm>

namespace noc837::snip {
namespace {

using grammar::EndKind;
using grammar::Shape;

constexpr std::uint8_t any_length = 255;

/// A length that the index tells apart from greater ones.
std::uint8_t told(std::size_t length) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(length, any_length - 1));
}

/// True for an end that is one delimiter, other than a repetition's, behind no blank.
bool is_plain(std::uint8_t kind) {
  constexpr unsigned delimiters = EndKind::element | EndKind::component | EndKind::terminator;
  return std::has_single_bit(kind & delimiters) && (kind & (EndKind::other | EndKind::blank)) == 0;
}

}  // namespace

void Outline::keep(grammar::Guide const &guide, std::size_t use, EndKinds const &kinds,
                   std::uint8_t const *lengths) {
  for (std::size_t end = 0; end < kinds.count; ++end) {
    if (!is_plain(kinds[end])) return;
  }
  if (kinds.count == 0) return;
  *this = {};
  use_ = use;
  last_ = kinds.count - 1;
  low_ = kinds.low & compared;
  high_ = kinds.high & compared;
  counted_low_ = compared & grammar::first_bytes(kinds.count);
  counted_high_ =
      compared & grammar::first_bytes(kinds.count - std::min<std::size_t>(kinds.count, 8));
  most_.fill(any_length);
  auto const *element = guide.elements_of(guide.segments[use]).data();
  std::size_t component = 0;
  for (std::size_t end = 1; end < kinds.count; ++end) {
    auto const kind = kinds[end];
    if ((kind & EndKind::empty) == 0) {
      bool const composite = element->shape == Shape::composite;
      value(composite ? guide.components_of(*element)[component] : *element, end);
    }
    if ((kind & EndKind::component) != 0) {
      ++component;
    } else {
      ++element;
      component = 0;
    }
  }
  if (!list_runs(lengths)) *this = {};
}

/// False where there are more than can be kept. A date stands in one with its format.
bool Outline::list_runs(std::uint8_t const *lengths) {
  std::size_t size = 0;
  for (std::size_t end = 1; end <= last_; ++end) {
    if (checks_[end] == nullptr) continue;
    std::size_t const more = lengths[end] + std::size_t{1};
    bool const goes_on = run_count_ != 0 && runs_[run_count_ - 1].last == end - 1;
    if (!goes_on || (size + more > Run::most && !checks_[end]->dated)) {
      if (run_count_ == runs_.size()) return false;
      runs_[run_count_++].before = end - 1;
      size = 0;
    }
    runs_[run_count_ - 1].last = end;
    size += more;
  }
  return true;
}

/// What a value that is not empty must be. Of a number with a point the digits are one less than
/// the bytes: those that are right only because of it are left to a closer look.
void Outline::value(grammar::ElementUse const &element, std::size_t end) {
  auto const number = [&](std::uint8_t kind) {
    auto const bit = std::uint64_t{kind} << 8 * (end % 8);
    (end < 8 ? low_ : high_) |= bit;
    (end < 8 ? counted_low_ : counted_high_) |= bit;
  };
  least_[end] = told(element.least);
  most_[end] = told(element.most);
  switch (element.shape) {
    case Shape::text:
      break;
    case Shape::integer:
      number(EndKind::digits);
      break;
    case Shape::decimal:
      number(EndKind::number);
      if (element.least > 1) least_[end] = told(element.least + 1U);
      break;
    case Shape::code:
      most_[end] = std::min<std::uint8_t>(most_[end], 8);
      [[fallthrough]];
    case Shape::period:
    case Shape::composite:
    case Shape::other:
      checks_[end] = &element;
      break;
  }
}

}  // namespace noc837::snip
