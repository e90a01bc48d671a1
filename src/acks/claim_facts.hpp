// SPDX-License-Identifier: Apache-2.0
// What a 277CA repeats of the 837: parties, claims and service lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "claims/claim.hpp"
#include "claims/unit.hpp"
#include "edi/segment.hpp"
#include "grammar/date.hpp"

namespace noc837::acks {

/// NM1 of a submitter, receiver, provider or patient.
struct Party {
  std::string type;  ///< NM102: 1 person, 2 organisation
  std::string name;
  std::string first;
  std::string middle;
  std::string suffix;
  std::string id_qualifier;  ///< NM108
  std::string id;            ///< NM109
};

[[nodiscard]] Party read_party(std::string_view nm1, edi::Delimiters const &delimiters);

/// Loop 2300. Views are into the segments.
struct ClaimFacts {
  std::string_view id;                    ///< CLM01
  Decimal charge;                         ///< CLM02; 0 where it is no number
  std::string type_of_bill;               ///< of 837I: CLM05-1 and -3
  std::string_view payer_number;          ///< REF*F8
  std::string_view clearinghouse_number;  ///< REF*D9
  /// The statement's dates, else from the first to the last day of service.
  std::optional<grammar::Period> period;
};

[[nodiscard]] ClaimFacts read_claim_facts(edi::Segments const &claim, claims::Unit const &unit);

/// Loop 2400. Views are into the segments.
struct LineFacts {
  std::string_view qualifier;  ///< SV101-1
  std::string_view code;       ///< SV101-2
  std::vector<std::string_view> modifiers;
  std::string charge;             ///< SV102; 0 where it is no number
  std::string_view revenue;       ///< SV201
  std::string_view units;         ///< SV104; empty where it is no number
  std::string_view number;        ///< REF*6R, else LX01
  std::string_view prescription;  ///< REF*XZ
  std::optional<grammar::Period> period;
};

/// Nothing where the line has neither a procedure nor a revenue code.
[[nodiscard]] std::optional<LineFacts> read_line_facts(claims::Claim const &claim,
                                                       claims::ServiceLine const &line);

}  // namespace noc837::acks
