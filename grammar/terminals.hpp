// SPDX-License-Identifier: Apache-2.0
// Terminals for reading one segment element by element: the private half of every segment grammar.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <functional>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/slice.hpp"

namespace noc837::grammar {

namespace x3 = boost::spirit::x3;

struct delimiters_tag;

template <class Context>
edi::Delimiters const &delimiters_of(Context const &context) {
  return x3::get<delimiters_tag>(context).get();
}

/// What a value terminal reads, and where it stops.
enum class Extent : std::uint8_t {
  id,               ///< the segment id
  element,          ///< the next element: its separator and all up to the next one
  first_component,  ///< the first component of the element that `open` has entered
  component,        ///< the next one
  rest_of_element,  ///< what is left of the element, with its leading component separator
  rest_of_segment,  ///< what is left of the segment, with its leading element separator
};

/// Reads one value. A value past the segment's end is absent, not a failure: trailing elements
/// may be left out, so a segment grammar is a plain sequence. The slice of an absent value is
/// empty and lies where the value would be.
template <Extent extent>
struct ValueTerminal : x3::parser<ValueTerminal<extent>> {
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    edi::Delimiters const &delimiters = delimiters_of(context);
    auto const at_element = [&] { return first == last || *first == delimiters.element; };
    if constexpr (extent == Extent::element) {
      if (first != last && *first == delimiters.element) ++first;
    } else if constexpr (extent == Extent::component) {
      if (!at_element() && *first == delimiters.component) ++first;
    }
    Iterator const begin = first;
    if constexpr (extent == Extent::rest_of_segment) {
      first = last;
    } else if constexpr (extent == Extent::component || extent == Extent::first_component) {
      while (!at_element() && *first != delimiters.component) ++first;
    } else {
      while (!at_element()) ++first;
    }
    x3::traits::move_to(edi::Slice{begin, static_cast<std::size_t>(first - begin)}, attribute);
    return true;
  }
};

inline constexpr ValueTerminal<Extent::id> id{};
inline constexpr ValueTerminal<Extent::element> element{};
inline constexpr ValueTerminal<Extent::first_component> first_component{};
inline constexpr ValueTerminal<Extent::component> component{};
inline constexpr ValueTerminal<Extent::rest_of_element> rest_of_element{};
inline constexpr ValueTerminal<Extent::rest_of_segment> rest_of_segment{};

inline constexpr auto skip_id = x3::omit[id];

/// Enters the next element, if there is one, so that its components can be read.
struct Open : x3::parser<Open> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &) const {
    if (first != last && *first == delimiters_of(context).element) ++first;
    return true;
  }
};
inline constexpr Open open{};

/// True while elements are left; bounds the repetition of composites in HI.
struct More : x3::parser<More> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &, Rcontext &,
             Attribute &) const {
    return first != last;
  }
};
inline constexpr More more{};

/// Parses `text`, one segment without its terminator, into `value`.
template <class Grammar, class T>
void parse_segment(Grammar const &grammar, std::string_view text, edi::Delimiters const &delimiters,
                   T &value) {
  char const *first = text.data();
  x3::parse(first, text.data() + text.size(),
            x3::with<delimiters_tag>(std::cref(delimiters))[grammar], value);
}

/// What `grammar` makes of `text`.
template <class T, class Grammar>
T read_segment(Grammar const &grammar, std::string_view text, edi::Delimiters const &delimiters) {
  T value;
  parse_segment(grammar, text, delimiters, value);
  return value;
}

}  // namespace noc837::grammar
