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

void Outline::keep(grammar::Guide const &guide, std::size_t use, EndKinds const &kinds) {
  for (std::size_t end = 0; end < kinds.count; ++end) {
    if (!is_plain(kinds[end])) return;
  }
  if (kinds.count == 0) return;
  *this = {};
  use_ = use;
  low_ = kinds.low;
  high_ = kinds.high;
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
}

/// What a value that is not empty must be. Of a number with a point the digits are one less than
/// the bytes: those that are right only because of it are left to a closer look.
void Outline::value(grammar::ElementUse const &element, std::size_t end) {
  auto const number = [&](std::uint8_t kind) {
    (end < 8 ? numbers_low_ : numbers_high_) |= std::uint64_t{kind} << 8 * (end % 8);
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
      checks_[check_count_++] = {&element, end, 0, 0};
      break;
  }
}

}  // namespace noc837::snip
