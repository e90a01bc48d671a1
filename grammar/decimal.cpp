// SPDX-License-Identifier: Apache-2.0
#include "grammar/decimal.hpp"

#include "grammar/text_terminals.hpp"

namespace noc837::grammar {
namespace {

/// An optional minus, digits, and perhaps a point with more digits.
struct DecimalTerminal : x3::parser<DecimalTerminal> {
  using attribute_type = Decimal;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &, Rcontext &,
             Attribute &attribute) const {
    Iterator at = first;
    bool const minus = at != last && *at == '-';
    if (minus) ++at;
    std::uint64_t value = 0;  // of at most `max_decimal_digits`: more are refused below
    auto const read_digits = [&] {
      Iterator const begin = at;
      for (; at != last && *at >= '0' && *at <= '9'; ++at) {
        value = value * 10 + static_cast<unsigned>(*at - '0');
      }
      return at - begin;
    };
    auto const whole = read_digits();
    // `0.5` and `.5` are the same to the digit.
    bool const lone_zero = whole == 1 && value == 0;
    bool const point = at != last && *at == '.';
    if (point) ++at;
    auto const fraction = point ? read_digits() : 0;
    if (whole + fraction == 0) return false;
    if (whole + fraction - (lone_zero ? 1 : 0) > max_decimal_digits) return false;
    Decimal::Mantissa const mantissa = static_cast<std::int64_t>(value);
    x3::traits::move_to(Decimal(minus ? -mantissa : mantissa, static_cast<int>(fraction)),
                        attribute);
    first = at;
    return true;
  }
};
constexpr DecimalTerminal decimal{};

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal value;
  char const *first = text.data();
  char const *const last = first + text.size();
  if (!x3::parse(first, last, decimal >> x3::eoi, value)) return std::nullopt;
  return value;
}

}  // namespace noc837::grammar
