// SPDX-License-Identifier: Apache-2.0
// What must be found, by the wishes of the payer that the claim is for.
#include "tools/generator/truth.hpp"

#include <algorithm>

#include "tools/generator/drug_line.hpp"

namespace noc837::generator {
namespace {

/// What a payer with this wish is told in place of what others are told.
struct Stricter {
  std::string_view rule;
  Wish wish;
  std::string_view becomes;
};
constexpr Stricter stricter[] = {
    {"NDC02", Wish::ndc, "NDC01"},  {"NDC14", Wish::ndc, "NDC01"},
    {"NDC08", Wish::ndc, "NDC08"},  {"DSC02", Wish::name, "DSC02"},
    {"DSC03", Wish::dose, "DSC03"}, {"UNT01", Wish::one_unit_only, "UNT01"},
};

/// LX01 of the line at `index`, as written.
std::string number_of(Claim const &claim, std::size_t index) {
  auto const &number = claim.lines[index].number;
  return number.empty() ? std::to_string(index + 1) : number;
}

std::string line_of(At at, Target const &target) {
  if (at == At::claim) return "";
  return number_of(target.claim(), target.line_index + (at == At::added ? 1 : 0));
}

bool is_drug_code(std::string_view code) {
  code.remove_suffix(code.size() - std::min(code.find_last_not_of(' ') + 1, code.size()));
  return code == drug_code || code == "j3490";
}

}  // namespace

std::vector<Told> findings_of(Defect const &defect, Target const &target) {
  auto const &payer = target.subscriber.payer;
  std::vector<Told> all;
  for (auto const &expected : defect.expected) {
    if (expected.rule.empty() || !wishes(payer, target.claim(), expected.wish)) continue;
    Told told{expected.rule, expected.status, line_of(expected.at, target)};
    for (auto const &row : stricter) {
      if (expected.status != Status::reported || row.rule != expected.rule) continue;
      if (!wishes(payer, target.claim(), row.wish)) continue;
      told.rule = row.becomes;
      told.status = Status::flagged;
    }
    all.push_back(std::move(told));
  }
  return all;
}

std::vector<Told> findings_of(Claim const &claim, Payer const &payer) {
  std::vector<Told> all;
  if (payer.kind != PayerKind::medicare || !claim.packaged()) return all;
  for (std::size_t i = 0; i < claim.lines.size(); ++i) {
    auto const &line = claim.lines[i];
    if (line.segment == ServiceSegment::none || !is_drug_code(line.code)) continue;
    all.push_back({"INS05", Status::reported, number_of(claim, i)});
  }
  return all;
}

}  // namespace noc837::generator
