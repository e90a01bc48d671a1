// SPDX-License-Identifier: Apache-2.0
// The control segments: ISA with its fixed widths, GS, ST and their trailers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/slice.hpp"

namespace noc837::grammar {

using edi::Slice;

/// Bytes of an ISA, the terminator included.
inline constexpr std::size_t isa_size = 106;

/// ISA, all elements in fixed width; slices keep their padding.
struct Isa {
  Slice sender_qualifier;    ///< ISA05, 2 bytes
  Slice sender;              ///< ISA06, 15 bytes
  Slice receiver_qualifier;  ///< ISA07, 2 bytes
  Slice receiver;            ///< ISA08, 15 bytes
  Slice date;                ///< ISA09, YYMMDD
  Slice time;                ///< ISA10, HHMM
  Slice repetition;          ///< ISA11, 1 byte: a delimiter from version 00402 on
  Slice version;             ///< ISA12, 00501
  Slice control_number;      ///< ISA13, 9 bytes
  Slice acknowledgment;      ///< ISA14, 0 or 1
  Slice usage;               ///< ISA15, P or T
  edi::Delimiters delimiters;
};

/// Why an ISA could not be read.
struct IsaFault {
  std::size_t offset = 0;  ///< from the I of ISA
  std::string what;
  std::string expected;
};

/// Reads the ISA that begins `text`. Its delimiters are those of the interchange. On failure
/// returns nothing and says why in `fault`: ISA absent, cut short, an element of wrong width,
/// delimiters that cannot be told apart or that stand for data.
[[nodiscard]] std::optional<Isa> read_isa(std::string_view text, IsaFault &fault);

/// True if `text` begins with bytes that look like an ISA: the id and a separator that stands
/// again where ISA02 and ISA03 begin. Prose that mentions ISA does not.
[[nodiscard]] bool looks_like_isa(std::string_view text);
/// Where in `text` the next ISA may begin; its size when nowhere.
[[nodiscard]] std::size_t find_isa(std::string_view text);

/// GS.
struct Gs {
  Slice function;        ///< GS01: HC for claims
  Slice sender;          ///< GS02
  Slice receiver;        ///< GS03
  Slice date;            ///< GS04
  Slice time;            ///< GS05
  Slice control_number;  ///< GS06
  Slice agency;          ///< GS07
  Slice version;         ///< GS08
};

/// ST.
struct St {
  Slice transaction_set;  ///< ST01: 837
  Slice control_number;   ///< ST02
  Slice guide;            ///< ST03
};

/// SE, GE and IEA alike.
struct Trailer {
  Slice count;           ///< SE01 segments, GE01 sets, IEA01 groups
  Slice control_number;  ///< SE02, GE02, IEA02
};

/// BHT.
struct Bht {
  Slice structure;  ///< BHT01
  Slice purpose;    ///< BHT02
  Slice reference;  ///< BHT03
  Slice date;       ///< BHT04
  Slice time;       ///< BHT05
  Slice type;       ///< BHT06
};

[[nodiscard]] Gs read_gs(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] St read_st(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Trailer read_trailer(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Bht read_bht(std::string_view text, edi::Delimiters const &delimiters);

}  // namespace noc837::grammar
