// SPDX-License-Identifier: Apache-2.0
// A claim with the loops around it, and the drug lines in it.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "claims/narratives.hpp"
#include "edi/delimiters.hpp"
#include "edi/guide.hpp"
#include "edi/segment.hpp"
#include "grammar/date.hpp"
#include "grammar/hierarchy.hpp"
#include "grammar/ndc.hpp"
#include "grammar/service_line.hpp"
#include "grammar/transmission.hpp"

namespace noc837::claims {

using edi::Slice;

/// Index of a segment in Claim::segments.
using Index = std::size_t;
/// Values of which a line or claim has one or two: the usual number takes no storage of its own.
template <class T>
using Few = boost::container::small_vector<T, 2>;

/// A segment of the claim, read: where it stands and what it says.
template <class T>
struct At {
  Index at = 0;
  T value;
};

/// What the levels above the claim say (2000A, 2010AA, 2000B, 2010BA, 2010BB, 2000C).
struct Levels {
  std::string_view interchange;       ///< ISA13, trimmed
  std::string_view group;             ///< GS06
  std::string_view set;               ///< ST02
  Slice billing_npi;                  ///< 2010AA NM109
  Slice billing_name;                 ///< 2010AA NM103
  Slice billing_state;                ///< 2010AA N402
  Slice payer_responsibility;         ///< 2000B SBR01
  Slice filing_indicator;             ///< 2000B SBR09
  Slice payer_name;                   ///< 2010BB NM103
  Slice payer_id;                     ///< 2010BB NM109
  Slice subscriber;                   ///< 2010BA NM1, the whole segment
  Slice patient;                      ///< 2010CA NM1, the whole segment; empty for the subscriber
  std::optional<grammar::Date> sent;  ///< BHT04, else GS04: what "today" is for a rule
};

/// Loop 2410: LIN with the CTP and REF that follow it.
struct DrugLoop {
  DrugLoop() noexcept {}  // as DrugText()

  At<grammar::Lin> lin;
  grammar::Ndc ndc;  ///< LIN03 as an NDC, whatever its qualifier
  std::optional<At<grammar::Ctp>> ctp;
  Few<At<grammar::Ref>> refs;  ///< REF*XZ and REF*VY
};

/// Loop 2400, any service line. Of a line that is no drug line, what stands behind `watched` is
/// not read.
struct ServiceLine {
  ServiceLine() noexcept {}  // as DrugText()

  Index begin = 0;               ///< LX, or the service segment where LX is missing
  Index end = 0;                 ///< one past the last segment of the line
  std::optional<Index> service;  ///< SV1 or SV2
  bool institutional = false;    ///< `service` is an SV2
  Slice number;                  ///< LX01
  Slice revenue;                 ///< SV201
  grammar::Procedure procedure;  ///< SV101, SV202; of other than drug lines -1 and -2 only
  Slice charge;                  ///< SV102, SV203
  bool watched = false;          ///< a drug line: HCPCS code that we look for
  Index insert_drug = 0;         ///< a drug loop belongs before this segment
  Slice basis;                   ///< SV103, SV204
  Slice units;                   ///< SV104, SV205
  Slice place;                   ///< SV105
  Slice noncovered;              ///< SV207
  Slice pointers;                ///< SV107
};

/// A segment of a drug line that speaks of the drug.
struct DrugSegment {
  Index at = 0;
  std::string_view loop;  ///< 2400 or 2410
};

/// A drug line: all that a biller needs to know about it.
struct DrugLine {
  DrugLine() noexcept {}  // as DrugText()

  std::size_t line = 0;                 ///< index in Claim::lines
  Few<At<grammar::Nte>> notes;          ///< 2400 NTE
  Few<At<grammar::K3>> k3;              ///< 2400 K3
  Few<At<grammar::Pwk>> pwk;            ///< 2400 PWK
  Few<At<grammar::Dtp>> dates;          ///< 2400 DTP
  Few<At<grammar::Ref>> refs;           ///< 2400 REF: G1, 6R, 9F, ...
  Few<DrugLoop> loops;                  ///< 2410, one by the guides
  Few<At<grammar::Ctp>> loose_ctp;      ///< CTP with no LIN before it
  Few<At<grammar::Ref>> loose_refs;     ///< REF*XZ or VY with no LIN before it
  Few<At<grammar::Svd>> adjudications;  ///< 2430 SVD
  Few<At<grammar::Nm1>> names;          ///< 2420 NM1
  Slice rendering_npi;                  ///< 2420A NM109, else the claim's
  /// SV1 or SV2, NTE, and of 2410 LIN, CTP and REF: the segments that speak of the drug.
  boost::container::small_vector<DrugSegment, 6> segments;
  bool misplaced = false;                       ///< a 2410 segment stands where the guide has none
  std::optional<grammar::Period> service_date;  ///< DTP*472 where it can be read
  DrugText description;                         ///< SV101-7, SV202-7
  Few<DrugText> note_texts;                     ///< of `notes`, in order

  [[nodiscard]] DrugLoop const *loop() const { return loops.empty() ? nullptr : &loops.front(); }
  /// The note with one of two codes, if the line has one.
  [[nodiscard]] At<grammar::Nte> const *note(std::string_view code,
                                             std::string_view or_code = {}) const;
};

/// The list that a code of HI is from.
enum class CodeList : std::uint8_t { icd9, icd10, other };

/// One code of HI: a diagnosis, a procedure, a condition, ...
struct Diagnosis {
  Index at = 0;             ///< the HI segment
  std::size_t element = 0;  ///< 1 for HI01
  grammar::HealthCode code;
  CodeList list = CodeList::other;  ///< by the qualifier
  bool principal = false;           ///< ABK, BK
  bool supports = false;            ///< the principal or another diagnosis: ABK, ABF, BK, BF
};

/// Loop 2300 with its lines, read from segments that somebody else owns.
struct Claim {
  edi::Segments const *segments = nullptr;
  edi::Delimiters delimiters;
  edi::Guide guide = edi::Guide::other;
  Levels levels;
  grammar::Clm header;               ///< CLM, segment 0
  Few<At<grammar::Nte>> notes;       ///< 2300 NTE
  Few<DrugText> note_texts;          ///< of `notes`, in order; none in a claim without drug line
  Few<At<grammar::Dtp>> dates;       ///< 2300 DTP
  Few<At<grammar::Ref>> refs;        ///< 2300 REF
  Few<At<grammar::Pwk>> pwk;         ///< 2300 PWK
  Few<At<grammar::K3>> k3;           ///< 2300 K3
  std::vector<Diagnosis> diagnoses;  ///< HI, every composite in order
  Few<At<grammar::Nm1>> names;       ///< 2310 NM1, not those of other payers
  Slice rendering_npi;               ///< 2310 NM1*82 NM109
  std::size_t other_payers = 0;      ///< 2320 loops
  std::vector<ServiceLine> lines;
  std::vector<DrugLine> drug_lines;

  [[nodiscard]] edi::Segment const &segment(Index at) const { return (*segments)[at]; }
  [[nodiscard]] ServiceLine const &service(DrugLine const &line) const { return lines[line.line]; }
  [[nodiscard]] bool professional() const { return guide == edi::Guide::professional; }
  [[nodiscard]] bool institutional() const { return guide == edi::Guide::institutional; }
  /// Frequency 8: a void mirrors the claim that it cancels and is never corrected.
  [[nodiscard]] bool is_void() const { return header.frequency == "8"; }
  /// Type of bill with its leading zero: 0131; empty for 837P.
  [[nodiscard]] std::string type_of_bill() const;
  /// Place of service of a line: SV105, else CLM05-1; empty for 837I.
  [[nodiscard]] std::string_view place_of_service(ServiceLine const &line) const;
  /// Where a new NTE of a line belongs: behind the segments that the guides put before NTE, and
  /// behind NTE.
  [[nodiscard]] Index note_place(ServiceLine const &line) const;
};

/// Reads the segments of one claim, CLM first. `watched` tells which codes make a drug line,
/// `vocabulary` which words of its narrative name a drug.
[[nodiscard]] Claim read_claim(edi::Segments const &segments, edi::Delimiters const &delimiters,
                               edi::Guide guide, Levels const &levels,
                               grammar::Watch const &watched,
                               Vocabulary const &vocabulary = shipped_vocabulary());

/// The same into a claim whose storage is used again.
void read_claim(edi::Segments const &segments, edi::Delimiters const &delimiters, edi::Guide guide,
                Levels const &levels, grammar::Watch const &watched, NarrativeReader &narratives,
                Claim &claim);

}  // namespace noc837::claims
