// SPDX-License-Identifier: Apache-2.0
// The rules of envelope.hpp.
#pragma once

#include <boost/fusion/include/adapt_struct.hpp>

#include "grammar/envelope.hpp"
#include "grammar/terminals.hpp"

BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Gs, function, sender, receiver, date, time,
                          control_number, agency, version)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::St, transaction_set, control_number, guide)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Trailer, count, control_number)
BOOST_FUSION_ADAPT_STRUCT(noc837::grammar::Bht, structure, purpose, reference, date, time, type)

namespace noc837::grammar {

/// What the fixed-width terminals share: the separator that ISA's fourth byte names, and how far
/// the reading came.
struct IsaState {
  char const *begin = nullptr;
  char separator = 0;
  int element = 0;                 ///< number of the element being read
  int width = 0;                   ///< its width
  char const *furthest = nullptr;  ///< where it should begin
};

struct isa_tag;

template <class Context>
IsaState &isa_of(Context const &context) {
  return x3::get<isa_tag>(context).get();
}

/// The id, whose following byte is the element separator.
struct IsaId : x3::parser<IsaId> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &) const {
    if (last - first < 4 || std::string_view(first, 3) != "ISA") return false;
    isa_of(context).separator = first[3];
    first += 3;
    return true;
  }
};
inline constexpr IsaId isa_id{};

/// A separator and an element of exactly `width` bytes, none of them the separator but where the
/// element is a delimiter. The last
/// byte of the element must be followed by another separator, but for ISA16.
template <int width>
struct Fixed : x3::parser<Fixed<width>> {
  using attribute_type = edi::Slice;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class Rcontext, class Attribute>
  bool parse(Iterator &first, Iterator const &last, Context const &context, Rcontext &,
             Attribute &attribute) const {
    IsaState &state = isa_of(context);
    ++state.element;
    state.width = width;
    state.furthest = first;
    if (last - first < width + 1 || *first != state.separator) return false;
    // A delimiter that is the separator as well is read; who reads the ISA says what is wrong.
    bool const delimiter = state.element == 11 || state.element == 16;
    for (int i = 1; i <= width && !delimiter; ++i) {
      if (first[i] == state.separator) return false;
    }
    if (state.element < 16 && (last - first < width + 2 || first[width + 1] != state.separator)) {
      return false;
    }
    x3::traits::move_to(edi::Slice{first + 1, static_cast<std::size_t>(width)}, attribute);
    first += width + 1;
    return true;
  }
};
template <int width>
inline constexpr Fixed<width> fixed{};

/// The byte that ends the ISA, whichever it is.
inline constexpr auto terminator = x3::char_;

inline constexpr auto isa = isa_id        //
                            >> fixed<2>   // ISA01
                            >> fixed<10>  // ISA02
                            >> fixed<2>   // ISA03
                            >> fixed<10>  // ISA04
                            >> fixed<2>   // ISA05 sender qualifier
                            >> fixed<15>  // ISA06 sender
                            >> fixed<2>   // ISA07 receiver qualifier
                            >> fixed<15>  // ISA08 receiver
                            >> fixed<6>   // ISA09 date
                            >> fixed<4>   // ISA10 time
                            >> fixed<1>   // ISA11 repetition separator
                            >> fixed<5>   // ISA12 version
                            >> fixed<9>   // ISA13 control number
                            >> fixed<1>   // ISA14 acknowledgment requested
                            >> fixed<1>   // ISA15 usage
                            >> fixed<1>   // ISA16 component separator
                            >> terminator;

inline constexpr auto gs = skip_id      //
                           >> element   // GS01 functional identifier
                           >> element   // GS02 sender
                           >> element   // GS03 receiver
                           >> element   // GS04 date
                           >> element   // GS05 time
                           >> element   // GS06 control number
                           >> element   // GS07 agency
                           >> element;  // GS08 version

inline constexpr auto st = skip_id      //
                           >> element   // ST01 transaction set
                           >> element   // ST02 control number
                           >> element;  // ST03 guide

inline constexpr auto trailer = skip_id      //
                                >> element   // SE01, GE01, IEA01 count
                                >> element;  // SE02, GE02, IEA02 control number

inline constexpr auto bht = skip_id      //
                            >> element   // BHT01 structure
                            >> element   // BHT02 purpose
                            >> element   // BHT03 reference
                            >> element   // BHT04 date
                            >> element   // BHT05 time
                            >> element;  // BHT06 type

}  // namespace noc837::grammar
