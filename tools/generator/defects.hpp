// SPDX-License-Identifier: Apache-2.0
// The table of known defects: what each does to a correct drug line, and the rules it must fire.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "tools/generator/claim.hpp"
#include "tools/generator/delimiters.hpp"
#include "tools/generator/random.hpp"
#include "tools/generator/wishes.hpp"

namespace noc837::generator {

/// The guides a defect can be written in.
enum class Scope { professional, institutional, both };

/// Core defects show under the generic profile with the rules of the line, the NDC, the quantity,
/// the description and the charge. Later ones need the code, modifier, diagnosis and setting
/// rules, or a payer's own profile. Those of the tables show where the program is given the
/// directory that --directory writes; with it the others would show there too.
enum class Family { core, later, tables };

/// What becomes of the finding: the fix is applied, an error stands, or it is only said.
enum class Status { corrected, flagged, reported };

/// Where the finding is: on the drug line, on the line the defect added after it, or on the claim.
enum class At { line, added, claim };

/// A finding to make. `status` is the one under the generic profile; truth.cpp knows which payers
/// take it more seriously.
struct Expected {
  std::string_view rule;
  Status status = Status::reported;
  At at = At::line;
  Wish wish = Wish::nothing;  ///< only where the payer has it
};

/// What a line without an NDC makes, beside what else is missing.
inline constexpr Expected no_ndc{.rule = "NDC02"};
inline constexpr Expected no_ndc_on_crossover{.rule = "COB03", .wish = Wish::ndc_crossover};
/// What a text without the strength makes.
inline constexpr Expected no_strength{.rule = "DSC03", .wish = Wish::strength};

/// A drug line about to be damaged. Lines may move when one is added: use line().
struct Target {
  Subscriber &subscriber;
  Patient &patient;
  std::size_t claim_index;
  std::size_t line_index;
  Delimiters const &delimiters;
  Random &random;

  [[nodiscard]] Claim &claim() const { return patient.claims[claim_index]; }
  [[nodiscard]] ServiceLine &line() const { return claim().lines[line_index]; }
  [[nodiscard]] DrugLoop &loop() const { return line().loops.front(); }
  /// Inserts a copy of the line behind it.
  ServiceLine &add_line() const;

  [[nodiscard]] std::size_t drug_lines() const;
};

struct Defect {
  std::string_view name;
  Scope scope = Scope::both;
  std::array<Expected, 5> expected{};
  void (*apply)(Target const &) = nullptr;
  /// Which lines can have it; null: all.
  bool (*suits)(Target const &) = nullptr;
  /// Bytes it writes that correct claims do not: it is left out where one is a delimiter.
  std::string_view bytes = {};
  Family family = Family::core;
  /// The profile under which the rules fire.
  std::string_view profile = "generic";
};

// The rows, by what they damage.
std::span<Defect const> structure_defects();
std::span<Defect const> ndc_defects();
std::span<Defect const> quantity_defects();
std::span<Defect const> description_defects();
std::span<Defect const> charge_defects();
std::span<Defect const> code_defects();
std::span<Defect const> modifier_defects();
std::span<Defect const> claim_defects();
std::span<Defect const> setting_defects();
std::span<Defect const> directory_defects();

/// All rows, core first.
std::vector<Defect const *> all_defects();

/// The rows named in a list such as `core,modifier-25`; `core`, `later`, `tables` and `all`, which
/// is the first two, name groups. Throws std::invalid_argument.
std::vector<Defect const *> select_defects(std::string_view names);

/// Whether this row can be applied to this line.
bool fits(Defect const &defect, Target const &target);

/// Takes from the line what would make other rules fire, then applies the defect.
void apply(Defect const &defect, Target const &target);

std::string_view name_of(Status status);
std::string list_defects();

}  // namespace noc837::generator
