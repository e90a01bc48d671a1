// SPDX-License-Identifier: Apache-2.0
// Helpers for grammars over the text of one element: private to grammar/.
#pragma once

#include <array>
#include <boost/spirit/home/x3.hpp>
#include <cstdint>
#include <limits>
#include <string_view>

#include "edi/slice.hpp"

namespace noc837::grammar {

namespace x3 = boost::spirit::x3;

/// What the subject matched, as a slice. x3::raw does not fit: it takes its attribute for a
/// container.
template <class Subject>
struct Capture : x3::unary_parser<Subject, Capture<Subject>> {
  using base_type = x3::unary_parser<Subject, Capture<Subject>>;
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  constexpr explicit Capture(Subject const &wrapped) : base_type(wrapped) {}

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &rcontext,
             Attribute &attribute) const {
    Iterator const begin = first;
    if (!this->subject.parse(first, last, context, rcontext, x3::unused)) return false;
    x3::traits::move_to(edi::Slice{begin, static_cast<std::size_t>(first - begin)}, attribute);
    return true;
  }
};

struct CaptureDirective {
  template <class Subject>
  constexpr auto operator[](Subject const &subject) const {
    return Capture<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
  }
};
inline constexpr CaptureDirective capture{};

inline constexpr auto digit = x3::char_('0', '9');

/// A set of bytes, looked up at once.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view members) {
    for (char const c : members) {
      auto const byte = static_cast<unsigned char>(c);
      bits_[byte / 64U] |= std::uint64_t{1} << (byte % 64U);
    }
  }
  [[nodiscard]] constexpr bool has(char c) const {
    auto const byte = static_cast<unsigned char>(c);
    return ((bits_[byte / 64U] >> (byte % 64U)) & 1U) != 0;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

/// As many bytes of a set as follow one another, up to `most`; fails on fewer than `least`.
struct Run : x3::parser<Run> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  constexpr Run(ByteSet of, int from, int to) : set(of), least(from), most(to) {}

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &, Rcontext &,
             Attribute &) const {
    Iterator end = first;
    while (end != last && end - first < most && set.has(*end)) ++end;
    if (end - first < least) return false;
    first = end;
    return true;
  }

  ByteSet set;
  int least;
  int most;
};

inline constexpr ByteSet digit_set{"0123456789"};
inline constexpr int unbounded = std::numeric_limits<int>::max();

/// `least` to `most` digits.
constexpr Run digits(int least, int most) {
  return {digit_set, least, most};
}
constexpr Run digits(int count) {
  return digits(count, count);
}

/// Tries its subject only where the next byte is one that the subject can begin with: most
/// alternatives of a grammar over free text are ruled out by that.
template <class Subject>
struct Begins : x3::unary_parser<Subject, Begins<Subject>> {
  using base_type = x3::unary_parser<Subject, Begins<Subject>>;
  static bool const is_pass_through_unary = true;

  constexpr Begins(ByteSet with, Subject const &wrapped) : base_type(wrapped), set(with) {}

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &rcontext,
             Attribute &attribute) const {
    return first != last && set.has(*first) &&
           this->subject.parse(first, last, context, rcontext, attribute);
  }

  ByteSet set;
};

struct BeginsDirective {
  ByteSet set;

  template <class Subject>
  constexpr auto operator[](Subject const &subject) const {
    return Begins<typename x3::extension::as_parser<Subject>::value_type>(set,
                                                                          x3::as_parser(subject));
  }
};
constexpr BeginsDirective begins(std::string_view members) {
  return {ByteSet(members)};
}

}  // namespace noc837::grammar
