// SPDX-License-Identifier: Apache-2.0
#include "grammar/segments.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include "edi/elements.hpp"
#include "grammar/eight_bytes.hpp"
#include "grammar/sixteen_bytes.hpp"
#include "grammar/terminals.hpp"

namespace noc837::grammar {
namespace {

struct RawSegment {
  edi::Slice text;
  edi::Slice tail;
};

/// The longest id that has a tag.
constexpr std::size_t longest = 3;

/// The tag of a segment's id; 0 where it is longer.
edi::Tag tag_of(std::string_view text, char separator) {
  auto const id = text.substr(0, text.substr(0, longest + 1).find(separator));
  return id.size() > longest ? 0 : edi::tag(id);
}

/// The same in one step for nearly all: capitals and digits with an element behind them. `last` is
/// where the bytes end that the segment is in.
edi::Tag quick_tag_of(std::string_view text, char const *last, char separator) {
  if (last - text.data() < 8) return tag_of(text, separator);
  auto const word = eight_bytes(text.data());
  auto const size = static_cast<unsigned>(bytes_before(marks_of(separator, word)));
  if (size == 0 || size > longest || size >= text.size()) return tag_of(text, separator);
  auto const tag = static_cast<edi::Tag>(__builtin_bswap64(word) >> (64 - 8 * size));
  constexpr edi::Tag letters = 0x404040;
  bool const may_be_small = (tag & tag << 1U & letters) != 0;
  return may_be_small ? tag_of(text, separator) : tag;
}

/// Bytes up to the terminator; fails on none.
struct Text : x3::parser<Text> {
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    Iterator const begin = first;
    first = find_wide(first, last, delimiters_of(context).terminator);
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
    while (first != last && (*first == terminator || edi::is_blank(*first))) ++first;
    x3::traits::move_to(edi::Slice{begin, static_cast<std::size_t>(first - begin)}, attribute);
    return true;
  }
};

}  // namespace
}  // namespace noc837::grammar

BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::RawSegment, text, tail)

namespace noc837::grammar {

void split_segments(std::string_view bytes, edi::Delimiters const &delimiters, std::uint64_t offset,
                    std::uint64_t ordinal, edi::Segments &out) {
  constexpr Text text{};
  constexpr Tail tail{};
  char const *first = bytes.data();
  char const *const last = first + bytes.size();
  auto const grammar = x3::with<delimiters_tag>(std::cref(delimiters))[text >> tail];
  edi::Slice leading;
  x3::parse(first, last, x3::with<delimiters_tag>(std::cref(delimiters))[tail], leading);
  for (RawSegment raw; x3::parse(first, last, grammar, raw);) {
    out.push_back({.text = raw.text.view(),
                   .tail = raw.tail.view(),
                   .offset = offset + static_cast<std::uint64_t>(raw.text.begin - bytes.data()),
                   .ordinal = ordinal++,
                   .id = quick_tag_of(raw.text.view(), last, delimiters.element)});
  }
}

edi::Tag segment_tag(std::string_view text, edi::Delimiters const &delimiters) {
  return tag_of(text, delimiters.element);
}

}  // namespace noc837::grammar
