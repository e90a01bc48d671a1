// SPDX-License-Identifier: Apache-2.0
// The segments of the levels and of the claim, loops 2000A to 2310 and 2320: slices of the
// segment's text, empty where absent.
#pragma once

#include <boost/container/small_vector.hpp>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/slice.hpp"

namespace noc837::grammar {

using edi::Slice;

/// HL.
struct Hl {
  Slice id;          ///< HL01
  Slice parent;      ///< HL02
  Slice level;       ///< HL03: 20 billing provider, 22 subscriber, 23 patient
  Slice child_code;  ///< HL04: 1 when a child level follows
};

/// NM1 anywhere.
struct Nm1 {
  Slice entity;        ///< NM101: 85 billing, 82 rendering, PR payer, ...
  Slice type;          ///< NM102: 1 person, 2 organisation
  Slice name;          ///< NM103 last or organisation name
  Slice id_qualifier;  ///< NM108: XX for an NPI
  Slice id;            ///< NM109
};

/// 2000B and 2320 SBR.
struct Sbr {
  Slice sequence;  ///< SBR01: P S T
  Slice filing;    ///< SBR09 claim filing indicator
};

/// N4 anywhere.
struct N4 {
  Slice city;   ///< N401
  Slice state;  ///< N402
  Slice zip;    ///< N403
};

/// 2300 CLM.
struct Clm {
  Slice id;         ///< CLM01 patient control number
  Slice charge;     ///< CLM02 total charge
  Slice facility;   ///< CLM05-1 place of service, or the first two digits of the type of bill
  Slice qualifier;  ///< CLM05-2: B place of service, A type of bill
  Slice frequency;  ///< CLM05-3: 1 original, 7 replacement, 8 void
};

/// One composite of HI.
struct HealthCode {
  Slice qualifier;  ///< -1: ABK, ABF, ABJ, BK, BF, ...
  Slice code;       ///< -2
  Slice extra;      ///< -3 and on, with the leading separator
};

/// Room for the twelve that the guides allow.
using HealthCodes = boost::container::small_vector<HealthCode, 12>;

[[nodiscard]] Hl read_hl(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Nm1 read_nm1(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Sbr read_sbr(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] N4 read_n4(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Clm read_clm(std::string_view text, edi::Delimiters const &delimiters);
/// Appends the codes of one HI segment to `out`.
void read_hi(std::string_view text, edi::Delimiters const &delimiters, HealthCodes &out);

}  // namespace noc837::grammar
