// SPDX-License-Identifier: Apache-2.0
// Helpers for grammars over the text of one element: private to grammar/.
#pragma once

#include <boost/spirit/home/x3.hpp>

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

}  // namespace noc837::grammar
