// SPDX-License-Identifier: Apache-2.0
#include "grammar/quantity.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/fusion/include/vector.hpp>

#include "grammar/decimal.hpp"
#include "grammar/quantity_def.hpp"

namespace noc837::grammar {
namespace {

template <class Grammar, class T>
bool read_all(Grammar const &grammar, std::string_view text, T &value) {
  char const *first = text.data();
  return x3::parse(first, text.data() + text.size(), grammar, value);
}

}  // namespace

std::optional<TypedQuantity> read_typed_quantity(std::string_view text) {
  boost::fusion::vector<Slice, Slice> parts;
  if (read_all(number_then_unit, text, parts)) {
    return TypedQuantity{boost::fusion::at_c<0>(parts), boost::fusion::at_c<1>(parts)};
  }
  if (read_all(unit_then_number, text, parts)) {
    return TypedQuantity{boost::fusion::at_c<1>(parts), boost::fusion::at_c<0>(parts)};
  }
  return std::nullopt;
}

std::optional<std::string> plain_number(std::string_view number) {
  boost::fusion::vector<Slice, Slice, Slice> parts;
  if (!read_all(number_parts, number, parts)) return std::nullopt;
  std::string integer(boost::fusion::at_c<1>(parts).view());
  std::string_view const fraction = boost::fusion::at_c<2>(parts).view();
  if (integer.empty() && fraction.empty()) return std::nullopt;
  std::erase(integer, ',');
  auto plain = std::string(boost::fusion::at_c<0>(parts).view()).append(integer).append(fraction);
  if (!read_decimal(plain)) return std::nullopt;  // more digits than an element may have
  return plain;
}

std::optional<Decimal> read_typed_decimal(std::string_view number) {
  if (auto const value = read_decimal(number)) return value;
  auto const plain = plain_number(number);
  return plain ? read_decimal(*plain) : std::nullopt;
}

}  // namespace noc837::grammar
