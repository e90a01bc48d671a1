// SPDX-License-Identifier: Apache-2.0
// What the levels of validation check: one row a kind of fault.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/severity.hpp"

namespace noc837::snip {

/// The levels that WEDI SNIP numbers; a level includes those before it.
enum class Level : std::uint8_t {
  off = 0,
  syntax = 1,     ///< types, lengths, character set, conditions of the standard
  guide = 2,      ///< required, not used, repeats, order, codes of the implementation guide
  balance = 3,    ///< sums that must agree
  situation = 4,  ///< what the guide asks for in terms of other elements
  code_sets = 5,  ///< codes that others keep: places of service, states, diagnoses
};

/// Which of the 837 guides a check is for.
enum class Only : std::uint8_t { both, professional, institutional };

/// One row. Ids and names are public and never change.
struct Check {
  std::string_view id = {};    ///< SNP203
  std::string_view name = {};  ///< element-missing
  Level level = Level::syntax;
  Severity severity = Severity::error;
  Only only = Only::both;
  std::string_view segment_code = {};  ///< IK304
  std::string_view element_code = {};  ///< IK403; empty where the whole segment is meant
  std::string_view stc = {};           ///< claim status for a 277CA: "A7:21"
  std::string_view summary = {};
  std::string_view explanation = {};
  std::string_view source = {};
  std::string_view before = {};
  std::string_view after = {};
};

/// The checks of levels 1, 2, 3 and 5, in the order of their ids.
enum class Fault : std::uint8_t {
  character,
  number,
  too_short,
  too_long,
  date,
  time,
  too_many_elements,
  too_many_components,
  too_many_repetitions,
  condition_missing,
  condition_exclusive,
  trailing_separator,
  segment_unknown,
  segment_missing,
  loop_missing,
  element_missing,
  element_not_used,
  code_not_used,
  segment_repeated,
  loop_repeated,
  segment_order,
  segment_unexpected,
  level_missing,
  level_number,
  level_parent,
  level_child_code,
  line_number,
  level_faulty,
  claim_total,
  line_adjudication,
  payer_paid,
  claim_adjudication,
  code_unknown,
  modifier_unknown,
  diagnosis_unknown,
  procedure_unknown,
  taxonomy_unknown,
  code_unlisted,
};

[[nodiscard]] Check const &check_of(Fault fault);
/// The rows of the faults above.
[[nodiscard]] std::span<Check const> fault_checks();
/// Every check of every level, in the order of ids.
[[nodiscard]] std::vector<Check const *> const &all_checks();

}  // namespace noc837::snip
