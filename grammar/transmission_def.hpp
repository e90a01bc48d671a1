// SPDX-License-Identifier: Apache-2.0
// The grammar of the fast pass. Segments of no interest are skipped whole; of the others only
// the id is read, and of service lines the procedure code.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <cstring>
#include <functional>

#include "edi/segment.hpp"
#include "edi/slice.hpp"
#include "grammar/transmission.hpp"

namespace noc837::grammar {

namespace x3 = boost::spirit::x3;

struct scan_tag;

template <class Context>
Scan &scan_of(Context const &context) {
  return x3::get<scan_tag>(context).get();
}

// --- Terminals -----------------------------------------------------------------------------

/// Line ends, blanks and stray terminators between segments.
struct Padding : x3::parser<Padding> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &) const {
    Scan &scan = scan_of(context);
    if (scan.closed) return true;  // what follows IEA is not the interchange's
    for (; first != last; ++first) {
      char const c = *first;
      if (c > ' ' && c != scan.delimiters.terminator) break;  // nearly always at once
      if (c == scan.delimiters.terminator) {
        ++scan.strays;
      } else if (c == ' ' || c == '\t') {
        scan.indented = true;
      } else if (c != '\r' && c != '\n') {
        break;
      }
    }
    return true;
  }
};
inline constexpr Padding padding{};

/// One segment up to its terminator, with the subject tried on its text. The subject may fail or
/// stop anywhere: the segment is passed all the same. Fails where no terminator is in the window
/// and once the interchange is closed.
template <class Subject>
struct InSegment : x3::unary_parser<Subject, InSegment<Subject>> {
  using base_type = x3::unary_parser<Subject, InSegment<Subject>>;
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  constexpr explicit InSegment(Subject const &wrapped) : base_type(wrapped) {}

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &rcontext,
             Attribute &) const {
    Scan &scan = scan_of(context);
    if (scan.closed) return false;
    Iterator const end = scan.index.next(first);
    if (end == last) return false;
    Iterator inner = first;
    this->subject.parse(inner, end, context, rcontext, x3::unused);
    if (scan.reopened) return false;
    ++scan.segments;
    first = end + 1;
    return true;
  }
};

struct InSegmentDirective {
  template <class Subject>
  constexpr auto operator[](Subject const &subject) const {
    return InSegment<typename x3::extension::as_parser<Subject>::value_type>(
        x3::as_parser(subject));
  }
};
inline constexpr InSegmentDirective in_segment{};

/// A first letter that some segment of interest has; turns most segments away.
struct Initial : x3::parser<Initial> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  static constexpr std::string_view letters = "CGHILS";

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &, Rcontext &,
             Attribute &) const {
    if (first == last) return false;
    auto const letter = static_cast<unsigned>(static_cast<unsigned char>(*first) | 0x20U) - 'a';
    return letter < 26 && (wanted >> letter & 1U) != 0;
  }

 private:
  static constexpr std::uint32_t wanted = [] {
    std::uint32_t bits = 0;
    for (char const c : letters) bits |= std::uint32_t{1} << static_cast<unsigned>(c - 'A');
    return bits;
  }();
};
inline constexpr Initial initial{};

/// A segment id in any case, followed by the element separator or the segment's end, which is
/// not consumed. The attribute is where the id begins.
template <std::size_t N>
struct Id : x3::parser<Id<N>> {
  using attribute_type = char const *;
  static bool const has_attribute = true;

  constexpr explicit Id(char const (&id)[N + 1]) {
    for (std::size_t i = 0; i < N; ++i) {
      id_[i] = id[i];
      bool const letter = id[i] >= 'A' && id[i] <= 'Z';
      fold_[i] = letter ? static_cast<char>(~0x20) : static_cast<char>(~0);
    }
  }

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    if (static_cast<std::size_t>(last - first) < N) return false;
    for (std::size_t i = 0; i < N; ++i) {
      if ((first[i] & fold_[i]) != id_[i]) return false;
    }
    if (first + N != last && first[N] != scan_of(context).delimiters.element) return false;
    x3::traits::move_to(static_cast<char const *>(first), attribute);
    first += N;
    return true;
  }

 private:
  char id_[N] = {};
  char fold_[N] = {};
};
template <std::size_t N>
Id(char const (&)[N]) -> Id<N - 1>;

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

/// Bytes up to the next element separator or, if asked, component separator.
template <bool stop_at_component>
struct Value : x3::parser<Value<stop_at_component>> {
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    edi::Delimiters const &delimiters = scan_of(context).delimiters;
    Iterator const begin = first;
    while (first != last && *first != delimiters.element &&
           !(stop_at_component && *first == delimiters.component)) {
      ++first;
    }
    x3::traits::move_to(edi::Slice{begin, static_cast<std::size_t>(first - begin)}, attribute);
    return true;
  }
};
inline constexpr Value<false> whole_element{};
inline constexpr Value<true> whole_component{};

// --- What is noted ---------------------------------------------------------------------------

/// Begins a unit at the segment whose id was just read.
template <MarkKind kind>
struct Begin {
  template <class Context>
  void operator()(Context const &context) const {
    Scan &scan = scan_of(context);
    settle(scan);
    Mark mark;
    mark.offset = static_cast<std::uint32_t>(x3::_attr(context) - scan.window);
    mark.segments = scan.segments;
    mark.kind = kind;
    scan.marks.push_back(mark);
    if (kind == MarkKind::iea) scan.closed = true;
  }

  /// The line that was open when its claim ended never had a service segment.
  static void settle(Scan &scan) {
    if (!scan.marks.empty() && scan.marks.back().awaiting) {
      scan.marks.back().awaiting = false;
      scan.marks.back().bare_line = true;
    }
  }
};

inline constexpr auto note_line = [](auto const &context) {
  Scan &scan = scan_of(context);
  if (scan.marks.empty()) return;
  Mark &mark = scan.marks.back();
  mark.bare_line = mark.bare_line || mark.awaiting;
  mark.awaiting = true;
  ++mark.lines;
};

template <bool Mark::*which>
struct NoteService {
  template <class Context>
  void operator()(Context const &context) const {
    Scan &scan = scan_of(context);
    if (scan.marks.empty()) return;
    scan.marks.back().*which = true;
    scan.marks.back().awaiting = false;
  }
};

inline constexpr auto note_code = [](auto const &context) {
  Scan &scan = scan_of(context);
  if (!scan.marks.empty() && scan.watch->has(x3::_attr(context).view())) {
    scan.marks.back().watched = true;
  }
};

inline constexpr auto note_reopened = [](auto const &context) { scan_of(context).reopened = true; };

// --- The grammar -----------------------------------------------------------------------------

inline constexpr auto procedure_code = component_separator >> whole_component[note_code];
inline constexpr auto sv1 = Id{"SV1"}[NoteService<&Mark::sv1>{}]                //
                            >> separator >> whole_component >> procedure_code;  // SV101-1, SV101-2
inline constexpr auto sv2 = Id{"SV2"}[NoteService<&Mark::sv2>{}]                //
                            >> separator >> whole_element                       // SV201
                            >> separator >> whole_component >> procedure_code;  // SV202-1, SV202-2
inline constexpr auto lx = Id{"LX"}[note_line];
inline constexpr auto unit = Id{"CLM"}[Begin<MarkKind::clm>{}]    // 2300
                             | Id{"HL"}[Begin<MarkKind::hl>{}]    // 2000A, 2000B, 2000C
                             | Id{"ST"}[Begin<MarkKind::st>{}]    //
                             | Id{"SE"}[Begin<MarkKind::se>{}]    //
                             | Id{"GS"}[Begin<MarkKind::gs>{}]    //
                             | Id{"GE"}[Begin<MarkKind::ge>{}]    //
                             | Id{"IEA"}[Begin<MarkKind::iea>{}]  //
                             | Id{"ISA"}[note_reopened];
inline constexpr auto transmission = *(padding >> in_segment[initial >> (sv1 | sv2 | lx | unit)]);

}  // namespace noc837::grammar
