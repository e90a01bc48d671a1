// SPDX-License-Identifier: Apache-2.0
// Findings as records: CSV and JSON lines.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "claims/claim.hpp"
#include "output/table.hpp"
#include "rules/rule.hpp"

namespace noc837::output {

/// Where a finding or a drug line comes from.
struct Context {
  std::string_view file;
  std::string_view guide;
  std::string_view interchange;  ///< ISA13
  std::string_view group;        ///< GS06
  std::string_view set;          ///< ST02
  std::string_view claim;        ///< CLM01; empty for the envelope
  std::string_view payer;        ///< 2010BB NM109, else NM103
  std::string_view profile;
};

/// The context of a claim of `file`, judged by `profile`.
[[nodiscard]] Context context_of(std::string_view file, claims::Claim const &claim,
                                 std::string_view profile);

struct FindingRecord {
  Context const &context;
  rules::Finding const &finding;
};

/// The columns of findings.csv and the keys of JSON lines.
[[nodiscard]] std::span<Column<FindingRecord> const> finding_columns();

}  // namespace noc837::output
