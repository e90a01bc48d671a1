// SPDX-License-Identifier: Apache-2.0
// The segments of a service line, loops 2400, 2410 and 2430. Values are slices of the segment's
// text and live as long as it does; an absent element is empty.
#pragma once

#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/slice.hpp"

namespace noc837::grammar {

using edi::Slice;

/// Composite C003 as SV101, SV202 and SVD03 carry it.
struct Procedure {
  Slice qualifier;    ///< -1: HC for HCPCS
  Slice code;         ///< -2
  Slice modifier1;    ///< -3
  Slice modifier2;    ///< -4
  Slice modifier3;    ///< -5
  Slice modifier4;    ///< -6
  Slice description;  ///< -7
  Slice extra;        ///< -8 and on, with the leading separator: not used

  /// Modifier `number`, 1 to 4.
  [[nodiscard]] Slice modifier(int number) const {
    Slice const all[] = {modifier1, modifier2, modifier3, modifier4};
    return all[number - 1];
  }
};

/// 2400 LX.
struct Lx {
  Slice number;  ///< LX01
};

/// 837P 2400 SV1.
struct Sv1 {
  Procedure procedure;  ///< SV101
  Slice charge;         ///< SV102
  Slice basis;          ///< SV103: UN or MJ
  Slice units;          ///< SV104
  Slice place;          ///< SV105, place of service when it is not the claim's
  Slice not_used;       ///< SV106
  Slice pointers;       ///< SV107, composite unsplit
};

/// 837I 2400 SV2.
struct Sv2 {
  Slice revenue;        ///< SV201
  Procedure procedure;  ///< SV202
  Slice charge;         ///< SV203
  Slice basis;          ///< SV204: UN or DA
  Slice units;          ///< SV205
  Slice rate;           ///< SV206: not used
  Slice noncovered;     ///< SV207
};

/// What tells of an SV1 or SV2 whether it is a drug line, and what every line of a claim is asked
/// for.
struct ServiceHead {
  Slice revenue;    ///< SV201; empty for SV1
  Slice qualifier;  ///< SV101-1, SV202-1
  Slice code;       ///< SV101-2, SV202-2
  Slice charge;     ///< SV102, SV203
};

/// 2410 LIN.
struct Lin {
  Slice assigned;   ///< LIN01: not used
  Slice qualifier;  ///< LIN02: N4 for an NDC
  Slice id;         ///< LIN03
  Slice extra;      ///< LIN04 and on, with the leading separator: not used
};

/// 2410 CTP.
struct Ctp {
  Slice class_of_trade;  ///< CTP01: not used
  Slice price_id;        ///< CTP02: not used
  Slice price;           ///< CTP03: not used
  Slice quantity;        ///< CTP04
  Slice unit;            ///< CTP05-1: F2 GR ME ML UN
  Slice unit_extra;      ///< CTP05-2 and on, with the leading separator: not used
  Slice extra;           ///< CTP06 and on, with the leading separator: not used
};

/// REF anywhere.
struct Ref {
  Slice qualifier;  ///< REF01
  Slice id;         ///< REF02
};

/// NTE anywhere.
struct Nte {
  Slice code;  ///< NTE01
  Slice text;  ///< NTE02, to the segment's end: text that holds a separator is kept whole
};

/// K3 anywhere.
struct K3 {
  Slice text;  ///< K301
};

/// DTP anywhere.
struct Dtp {
  Slice qualifier;  ///< DTP01: 472 is the date of service
  Slice format;     ///< DTP02: D8 or RD8
  Slice period;     ///< DTP03
};

/// PWK anywhere.
struct Pwk {
  Slice report;          ///< PWK01
  Slice transmission;    ///< PWK02
  Slice control_number;  ///< PWK06
};

/// 2430 SVD.
struct Svd {
  Slice payer;          ///< SVD01
  Slice paid;           ///< SVD02
  Procedure procedure;  ///< SVD03
};

// Each reads the text of one segment, without its terminator.
[[nodiscard]] Lx read_lx(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Sv1 read_sv1(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Sv2 read_sv2(std::string_view text, edi::Delimiters const &delimiters);
/// The first elements only.
[[nodiscard]] ServiceHead read_sv1_head(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] ServiceHead read_sv2_head(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Lin read_lin(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Ctp read_ctp(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Ref read_ref(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Nte read_nte(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] K3 read_k3(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Dtp read_dtp(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Pwk read_pwk(std::string_view text, edi::Delimiters const &delimiters);
[[nodiscard]] Svd read_svd(std::string_view text, edi::Delimiters const &delimiters);

}  // namespace noc837::grammar
