// SPDX-License-Identifier: Apache-2.0
#include "grammar/segments.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <cstring>

#include "grammar/terminals.hpp"

namespace noc837::grammar {
namespace {

struct RawSegment {
  edi::Tag id = 0;
  edi::Slice text;
  edi::Slice tail;
};

/// Looks ahead at the id: its tag, 0 where it is longer than three characters.
struct Id : x3::parser<Id> {
  using attribute_type = edi::Tag;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    edi::Delimiters const &delimiters = delimiters_of(context);
    constexpr int longest = 3;
    edi::Tag tag = 0;
    int size = 0;
    for (Iterator at = first; at != last && *at != delimiters.element; ++at) {
      if (*at == delimiters.terminator) break;
      if (++size > longest) {
        tag = 0;
        break;
      }
      tag = tag << 8U | static_cast<unsigned char>(edi::fold(*at));
    }
    x3::traits::move_to(tag, attribute);
    return true;
  }
};

/// Bytes up to the terminator; fails on none.
struct Text : x3::parser<Text> {
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    char const terminator = delimiters_of(context).terminator;
    if (first == last) return false;
    Iterator const begin = first;
    auto const size = static_cast<std::size_t>(last - first);
    auto const *end = static_cast<char const *>(std::memchr(begin, terminator, size));
    first = end != nullptr ? end : last;
    x3::traits::move_to(edi::Slice{begin, static_cast<std::size_t>(first - begin)}, attribute);
    return first != begin;
  }
};

/// The terminator and the blanks, line ends and stray terminators after it.
struct Tail : x3::parser<Tail> {
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    char const terminator = delimiters_of(context).terminator;
    Iterator const begin = first;
    while (first != last && (*first == terminator || *first == ' ' || *first == '\t' ||
                             *first == '\r' || *first == '\n')) {
      ++first;
    }
    x3::traits::move_to(edi::Slice{begin, static_cast<std::size_t>(first - begin)}, attribute);
    return true;
  }
};

}  // namespace
}  // namespace noc837::grammar

BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::RawSegment, id, text, tail)

namespace noc837::grammar {

void split_segments(std::string_view bytes, edi::Delimiters const &delimiters, std::uint64_t offset,
                    std::uint64_t ordinal, edi::Segments &out) {
  constexpr Id id_ahead{};
  constexpr Text text{};
  constexpr Tail tail{};
  char const *first = bytes.data();
  char const *const last = first + bytes.size();
  auto const grammar = x3::with<delimiters_tag>(std::cref(delimiters))[id_ahead >> text >> tail];
  edi::Slice leading;
  x3::parse(first, last, x3::with<delimiters_tag>(std::cref(delimiters))[tail], leading);
  for (RawSegment raw; x3::parse(first, last, grammar, raw);) {
    edi::Segment &segment = out.emplace_back();
    segment.text = raw.text.view();
    segment.tail = raw.tail.view();
    segment.offset = offset + static_cast<std::uint64_t>(raw.text.begin - bytes.data());
    segment.ordinal = ordinal++;
    segment.id = raw.id;
  }
}

edi::Tag segment_tag(std::string_view text, edi::Delimiters const &delimiters) {
  edi::Tag value = 0;
  parse_segment(Id{}, text, delimiters, value);
  return value;
}

}  // namespace noc837::grammar
