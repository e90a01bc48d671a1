// SPDX-License-Identifier: Apache-2.0
// The grammar of the fast pass. Segments of no interest are not even looked at; of the others only
// the id is read, and of service lines the procedure code.
#pragma once

#include <array>
#include <bit>
#include <boost/spirit/home/x3.hpp>
#include <cstring>
#include <functional>

#include "edi/segment.hpp"
#include "edi/slice.hpp"
#include "grammar/eight_bytes.hpp"
#include "grammar/transmission.hpp"

namespace noc837::grammar {

namespace x3 = boost::spirit::x3;

/// A pass while it goes on.
struct Passing {
  Watch const &watch;
  SegmentIndex &index;
  Scan &scan;
  char const *stop;         ///< the last terminator: no segment at or behind this is looked at
  Mark none{};              ///< takes what is seen before the first mark
  Mark *mark = &none;       ///< the last one
  std::uint32_t ahead = 0;  ///< the candidate's first four bytes
};

struct pass_tag;

template <class Context>
Passing &pass_of(Context const &context) {
  return x3::get<pass_tag>(context).get();
}
template <class Context>
Scan &scan_of(Context const &context) {
  return pass_of(context).scan;
}

// --- Terminals -----------------------------------------------------------------------------

/// Goes to where the next segment begins that may be of interest; fails where none does and where
/// the pass has come to its stop.
struct Candidate : x3::parser<Candidate> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &) const {
    Passing &pass = pass_of(context);
    if (first >= pass.stop) return false;
    first = pass.index.next_candidate();
    if (first >= pass.stop) return false;
    if (last - first >= 4) {
      std::memcpy(&pass.ahead, first, 4);
    } else {
      pass.ahead = 0;
      std::memcpy(&pass.ahead, first, static_cast<std::size_t>(last - first));
    }
    return true;
  }
};
inline constexpr Candidate candidate{};

/// The letters of a segment id, as a template argument.
template <std::size_t N>
struct Letters {
  std::array<char, N> value{};
  constexpr Letters(char const (&id)[N + 1]) {  // NOLINT: meant to convert
    for (std::size_t i = 0; i < N; ++i) value[i] = id[i];
  }
};
template <std::size_t N>
Letters(char const (&)[N]) -> Letters<N - 1>;

/// The id of the candidate, in any case, followed by the element separator or the segment's end,
/// which is not consumed. The attribute is where the id begins. Compared as one integer.
template <Letters letters>
struct Id : x3::parser<Id<letters>> {
  using attribute_type = char const *;
  static bool const has_attribute = true;
  static constexpr std::size_t size = letters.value.size();
  static_assert(size < 4);

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &, Context const &context, Rcontext &,
             Attribute &attribute) const {
    if ((pass_of(context).ahead & fold) != id) return false;
    edi::Delimiters const &delimiters = scan_of(context).delimiters;
    char const *const behind = first + size;  // no letter is a delimiter: the terminator is to come
    if (*behind != delimiters.element && *behind != delimiters.terminator) return false;
    x3::traits::move_to(static_cast<char const *>(first), attribute);
    first = behind;
    return true;
  }

 private:
  static constexpr std::uint32_t packed(auto const &byte_of) {
    std::array<char, 4> bytes{};
    for (std::size_t i = 0; i < size; ++i) bytes[i] = byte_of(letters.value[i]);
    return std::bit_cast<std::uint32_t>(bytes);
  }
  static constexpr std::uint32_t id = packed([](char c) { return c; });
  static constexpr std::uint32_t fold =
      packed([](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? ~0x20 : ~0); });
};
template <Letters letters>
inline constexpr Id<letters> id{};

/// One delimiter of the interchange.
template <char edi::Delimiters::*which>
struct Delimiter : x3::parser<Delimiter<which>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &) const {
    if (first == last || *first != scan_of(context).delimiters.*which) return false;
    ++first;
    return true;
  }
};
inline constexpr Delimiter<&edi::Delimiters::element> separator{};
inline constexpr Delimiter<&edi::Delimiters::component> component_separator{};

/// Bytes up to the segment's end or the next of the separators that are asked for.
template <char edi::Delimiters::*...separators>
struct Value : x3::parser<Value<separators...>> {
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    edi::Delimiters const &delimiters = scan_of(context).delimiters;
    Iterator const begin = first;
    std::uint64_t stops = 0;  // most values are short
    if (last - first >= 8) {
      auto const word = eight_bytes(first);
      stops =
          (marks_of(delimiters.terminator, word) | ... | marks_of(delimiters.*separators, word));
      first += bytes_before(stops);
    }
    while (stops == 0 && first != last && *first != delimiters.terminator &&
           ((*first != delimiters.*separators) && ...)) {
      ++first;
    }
    x3::traits::move_to(edi::Slice{begin, static_cast<std::size_t>(first - begin)}, attribute);
    return true;
  }
};
inline constexpr Value<&edi::Delimiters::element> whole_element{};
inline constexpr Value<&edi::Delimiters::element, &edi::Delimiters::component> whole_component{};

// --- What is noted ---------------------------------------------------------------------------

/// A line that is still open where another line or unit begins never had a service segment.
inline void settle(Mark &mark) {
  mark.bare_line = mark.bare_line || mark.awaiting;
  mark.awaiting = false;
}

/// Begins a unit at the segment whose id was just read.
template <MarkKind kind>
struct Begin {
  template <class Context>
  void operator()(Context const &context) const {
    Passing &pass = pass_of(context);
    settle(*pass.mark);
    Mark &mark = pass.scan.marks.emplace_back();
    mark.offset = static_cast<std::uint32_t>(x3::_attr(context) - pass.scan.window);
    mark.segments = static_cast<std::uint32_t>(pass.index.segments_before());
    mark.kind = kind;
    pass.mark = &mark;
    if (kind == MarkKind::iea) {
      pass.scan.closed = true;
      pass.stop = pass.index.end_of_candidate() + 1;
    }
  }
};

inline constexpr auto note_line = [](auto const &context) {
  Mark &mark = *pass_of(context).mark;
  settle(mark);
  mark.awaiting = true;
  ++mark.lines;
};

template <bool Mark::*which>
struct NoteService {
  template <class Context>
  void operator()(Context const &context) const {
    Mark &mark = *pass_of(context).mark;
    mark.*which = true;
    mark.awaiting = false;
  }
};

/// No list of procedures has codes of so many characters: an NDC, ten digits or more, was put
/// there.
inline constexpr std::size_t shortest_ndc = 10;

inline constexpr auto note_code = [](auto const &context) {
  Passing &pass = pass_of(context);
  auto const code = x3::_attr(context).view();
  if (pass.watch.has(code) || code.size() >= shortest_ndc) pass.mark->watched = true;
};

/// Of the HL that was begun: HL03.
inline constexpr auto note_level = [](auto const &context) {
  pass_of(context).mark->level = level_of(x3::_attr(context).view());
};

inline constexpr auto note_reopened = [](auto const &context) {
  scan_of(context).reopened = true;
  pass_of(context).stop = x3::_attr(context);
};

// --- The grammar -----------------------------------------------------------------------------

inline constexpr auto procedure_code = component_separator >> whole_component[note_code];
inline constexpr auto sv1 = id<"SV1">[NoteService<&Mark::sv1>{}]                //
                            >> separator >> whole_component >> procedure_code;  // SV101-1, SV101-2
inline constexpr auto sv2 = id<"SV2">[NoteService<&Mark::sv2>{}]                //
                            >> separator >> whole_element                       // SV201
                            >> separator >> whole_component >> procedure_code;  // SV202-1, SV202-2
inline constexpr auto lx = id<"LX">[note_line];
inline constexpr auto next_element = separator >> x3::omit[whole_element];
inline constexpr auto hl = id<"HL">[Begin<MarkKind::hl>{}]             //
                           >> next_element >> next_element             // HL01, HL02
                           >> separator >> whole_element[note_level];  // HL03
inline constexpr auto unit = id<"CLM">[Begin<MarkKind::clm>{}]         // 2300
                             | hl                                      // 2000A, 2000B, 2000C
                             | id<"ST">[Begin<MarkKind::st>{}]         //
                             | id<"SE">[Begin<MarkKind::se>{}]         //
                             | id<"GS">[Begin<MarkKind::gs>{}]         //
                             | id<"GE">[Begin<MarkKind::ge>{}]         //
                             | id<"IEA">[Begin<MarkKind::iea>{}]       //
                             | id<"ISA">[note_reopened];
inline constexpr auto transmission = *(candidate >> -(sv1 | lx | sv2 | unit));

}  // namespace noc837::grammar
