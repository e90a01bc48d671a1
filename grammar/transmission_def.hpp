// SPDX-License-Identifier: Apache-2.0
// The grammar of the fast pass. Segments of no interest are not even looked at; of the others only
// the id is read, and of service lines the procedure code.
#pragma once

#include <algorithm>
#include <array>
#include <boost/spirit/home/x3.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "edi/segment.hpp"
#include "edi/slice.hpp"
#include "grammar/eight_bytes.hpp"
#include "grammar/transmission.hpp"

// A namespace of its own: other grammars have an `sv1`, an `lx` and an `hl` that are not these.
namespace noc837::grammar::fast_pass {

namespace x3 = boost::spirit::x3;

/// Delimiters, each eightfold.
struct Stops {
  std::uint64_t element;
  std::uint64_t component;
  std::uint64_t terminator;
};

/// A pass while it goes on.
struct Passing {
  Watch const &watch;
  SegmentIndex &index;
  Scan &scan;
  char const *stop;  ///< the last terminator: no segment at or behind this is looked at
  Stops stops{.element = eightfold(scan.delimiters.element),
              .component = eightfold(scan.delimiters.component),
              .terminator = eightfold(scan.delimiters.terminator)};
  std::uint64_t usual_sv1 = word_of(
      std::array{'S', 'V', '1', scan.delimiters.element, 'H', 'C', scan.delimiters.component});
  std::uint64_t usual_sv2 = word_of(std::array{'S', 'V', '2', scan.delimiters.element});
  std::uint64_t usual_procedure =
      word_of(std::array{scan.delimiters.element, 'H', 'C', scan.delimiters.component});
  Mark none{};              ///< takes what is seen before the first mark
  Mark *mark = &none;       ///< the last one
  std::uint64_t ahead = 0;  ///< the candidate's first eight bytes
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
    pass.ahead = eight_bytes(first, last);
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
  static constexpr std::uint64_t id = word_of(letters.value);
  static constexpr std::uint64_t fold = [] {
    auto kept = letters.value;
    for (char &c : kept) c = static_cast<char>(c >= 'A' && c <= 'Z' ? ~0x20 : ~0);
    return word_of(kept);
  }();
};
template <Letters letters>
inline constexpr Id<letters> id{};

/// What nearly every SV1 begins with, in one comparison: `SV1*HC:`.
struct UsualSv1 : x3::parser<UsualSv1> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &, Context const &context, Rcontext &,
             Attribute &) const {
    Passing const &pass = pass_of(context);
    if ((pass.ahead & first_bytes(7)) != pass.usual_sv1) return false;
    first += 7;
    return true;
  }
};
inline constexpr UsualSv1 usual_sv1{};

/// The same of SV2, with four digits for the revenue code: `SV2*0636*HC:`.
struct UsualSv2 : x3::parser<UsualSv2> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &) const {
    constexpr std::ptrdiff_t size = 12;
    Passing const &pass = pass_of(context);
    if ((pass.ahead & first_bytes(4)) != pass.usual_sv2 || last - first < size) return false;
    auto const behind = eight_bytes(first + 4);
    if (behind >> 32U != pass.usual_procedure || !are_digits(behind, 4)) return false;
    first += size;
    return true;
  }
};
inline constexpr UsualSv2 usual_sv2{};

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
template <std::uint64_t Stops::*...separators>
struct Value : x3::parser<Value<separators...>> {
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    Stops const &stops = pass_of(context).stops;
    Iterator const begin = first;
    std::uint64_t found = 0;
    while (found == 0 && first < last) {
      auto const word = eight_bytes(first, last);
      found = (marks_of(stops.terminator, word) | ... | marks_of(stops.*separators, word));
      first += bytes_before(found);
    }
    first = std::min(first, last);
    x3::traits::move_to(edi::Slice{begin, static_cast<std::size_t>(first - begin)}, attribute);
    return true;
  }
};
inline constexpr Value<&Stops::element> whole_element{};
inline constexpr Value<&Stops::element, &Stops::component> whole_component{};

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

inline constexpr auto procedure_code = whole_component[note_code];
inline constexpr auto procedure = separator >> whole_component               // SV101-1, SV202-1
                                  >> component_separator >> procedure_code;  // SV101-2, SV202-2
inline constexpr NoteService<&Mark::sv1> note_sv1{};
inline constexpr NoteService<&Mark::sv2> note_sv2{};
inline constexpr auto sv1 = (usual_sv1[note_sv1] >> procedure_code)  //
                            | (id<"SV1">[note_sv1] >> procedure);
inline constexpr auto sv2 = (usual_sv2[note_sv2] >> procedure_code)  //
                            | (id<"SV2">[note_sv2] >> separator >> whole_element >> procedure);
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
inline constexpr auto transmission = *(candidate >> -(lx | sv1 | sv2 | unit));

}  // namespace noc837::grammar::fast_pass
