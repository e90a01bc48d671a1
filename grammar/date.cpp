// SPDX-License-Identifier: Apache-2.0
#include "grammar/date.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/fusion/include/vector.hpp>

#include "grammar/text_terminals.hpp"

namespace noc837::grammar {
namespace {

/// A number of exactly `width` digits.
template <int width>
struct FixedNumber : x3::parser<FixedNumber<width>> {
  using attribute_type = unsigned;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &, Rcontext &,
             Attribute &attribute) const {
    if (last - first < width) return false;
    unsigned value = 0;
    for (int i = 0; i < width; ++i) {
      auto const digit = static_cast<unsigned>(first[i] - '0');
      if (digit > 9) return false;
      value = value * 10 + digit;
    }
    first += width;
    x3::traits::move_to(value, attribute);
    return true;
  }
};
constexpr FixedNumber<4> four_digits{};
constexpr FixedNumber<2> two_digits{};

using Ymd = boost::fusion::vector<unsigned, unsigned, unsigned>;

constexpr auto date = x3::rule<struct date_rule, Ymd>{"date"} = four_digits     // CCYY
                                                                >> two_digits   // MM
                                                                >> two_digits;  // DD
constexpr auto period = date >> '-' >> date;                                    // RD8
constexpr auto moment = date >> x3::omit[two_digits >> two_digits];             // DT

std::optional<Date> calendar(Ymd const &value) {
  using boost::fusion::at_c;
  Date const day{std::chrono::year{static_cast<int>(at_c<0>(value))},
                 std::chrono::month{at_c<1>(value)}, std::chrono::day{at_c<2>(value)}};
  return day.ok() ? std::optional(day) : std::nullopt;
}

template <class Grammar, class Attribute>
bool whole(Grammar const &grammar, std::string_view text, Attribute &attribute) {
  char const *first = text.data();
  char const *const last = first + text.size();
  return x3::parse(first, last, grammar, attribute) && first == last;
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  Ymd value;
  return whole(date, text, value) ? calendar(value) : std::nullopt;
}

std::optional<Period> read_period(std::string_view format, std::string_view text) {
  Ymd first;
  if (format == "RD8") {
    boost::fusion::vector<Ymd, Ymd> both;
    if (!whole(period, text, both)) return std::nullopt;
    auto const from = calendar(boost::fusion::at_c<0>(both));
    auto const to = calendar(boost::fusion::at_c<1>(both));
    return from && to ? std::optional(Period{*from, *to}) : std::nullopt;
  }
  bool const read =
      format == "DT" ? whole(moment, text, first) : format == "D8" && whole(date, text, first);
  auto const day = read ? calendar(first) : std::nullopt;
  return day ? std::optional(Period{*day, *day}) : std::nullopt;
}

}  // namespace noc837::grammar
