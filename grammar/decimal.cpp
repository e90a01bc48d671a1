// SPDX-License-Identifier: Apache-2.0
#include "grammar/decimal.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/fusion/include/vector.hpp>

#include "grammar/text_terminals.hpp"

namespace noc837::grammar {
namespace {

using edi::Slice;

// sign, integer digits, point with fraction digits
constexpr auto decimal =
    capture[-x3::lit('-')] >> capture[*digit] >> capture[-(x3::lit('.') >> *digit)];

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  boost::fusion::vector<Slice, Slice, Slice> parts;
  char const *first = text.data();
  char const *const last = first + text.size();
  if (!x3::parse(first, last, decimal, parts) || first != last) return std::nullopt;
  std::string_view const integer = boost::fusion::at_c<1>(parts).view();
  std::string_view fraction = boost::fusion::at_c<2>(parts).view();
  if (!fraction.empty()) fraction.remove_prefix(1);
  auto const digits = integer.size() + fraction.size();
  if (digits == 0 || digits > max_decimal_digits) return std::nullopt;
  Decimal::Mantissa mantissa = 0;
  for (char const c : integer) mantissa = mantissa * 10 + (c - '0');
  for (char const c : fraction) mantissa = mantissa * 10 + (c - '0');
  bool const minus = !boost::fusion::at_c<0>(parts).empty();
  return Decimal(minus ? -mantissa : mantissa, static_cast<int>(fraction.size()));
}

}  // namespace noc837::grammar
