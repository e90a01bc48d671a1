// SPDX-License-Identifier: Apache-2.0
#include "grammar/decimal.hpp"

#include <array>
#include <boost/fusion/include/adapt_struct.hpp>

#include "grammar/text_terminals.hpp"

namespace noc837::grammar {
namespace {

/// A run of digits, perhaps empty.
struct Digits {
  std::uint64_t value = 0;  ///< of the first nineteen; more are refused
  int count = 0;
};

struct DigitsTerminal : x3::parser<DigitsTerminal> {
  using attribute_type = Digits;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext>
  bool parse(Iterator &first, Iterator const &last, Context const &, Rcontext &,
             Digits &attribute) const {
    Iterator const begin = first;
    for (; first != last && *first >= '0' && *first <= '9'; ++first) {
      attribute.value = attribute.value * 10 + static_cast<unsigned>(*first - '0');
    }
    auto const count = first - begin;
    attribute.count = static_cast<int>(std::min<decltype(count)>(count, max_decimal_digits + 1));
    return true;
  }
};
constexpr DigitsTerminal digits{};

struct Parts {
  bool minus = false;
  Digits integer;
  Digits fraction;
};

}  // namespace
}  // namespace noc837::grammar

BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Parts, minus, integer, fraction)

namespace noc837::grammar {
namespace {

constexpr auto decimal = x3::matches['-'] >> digits >>
                         (x3::lit('.') >> digits | x3::attr(Digits{}));

constexpr std::array<std::uint64_t, max_decimal_digits + 1> powers_of_ten = [] {
  std::array<std::uint64_t, max_decimal_digits + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  Parts parts;
  char const *first = text.data();
  char const *const last = first + text.size();
  if (!x3::parse(first, last, decimal, parts) || first != last) return std::nullopt;
  int const count = parts.integer.count + parts.fraction.count;
  if (count == 0 || count > max_decimal_digits) return std::nullopt;
  auto const scale = static_cast<std::size_t>(parts.fraction.count);
  Decimal::Mantissa const mantissa =
      static_cast<std::int64_t>(parts.integer.value * powers_of_ten[scale] + parts.fraction.value);
  return Decimal(parts.minus ? -mantissa : mantissa, parts.fraction.count);
}

}  // namespace noc837::grammar
