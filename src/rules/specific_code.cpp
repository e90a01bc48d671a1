// SPDX-License-Identifier: Apache-2.0
// COD04: the code of its own that the CMS crosswalk gives an NDC.
#include <fmt/format.h>

#include <algorithm>

#include "profiles/code_sets.hpp"
#include "rules/billing_units.hpp"
#include "rules/line_facts.hpp"
#include "rules/ndc_checks.hpp"
#include "rules/reference_checks.hpp"

namespace noc837::rules::reference {
namespace {

/// True for a code that this claim could bill in place of an unclassified one. C codes are for
/// hospital outpatient claims.
bool may_bill(LineCase const &c, std::string_view code) {
  if (c.claim.professional() && code.starts_with('C')) return false;
  auto const unclassified = profiles::noc_codes();
  return std::find(unclassified.begin(), unclassified.end(), code) == unclassified.end();
}

/// "J1885 (15 MG a unit), 2 units".
std::string described(LineCase const &c, claims::DrugLoop const &loop,
                      tables::Assignment const &assignment) {
  auto const dosage = c.tables->assignment_text(assignment).dosage;
  std::string out(assignment.hcpcs());
  if (!dosage.empty()) out += fmt::format(" ({} a unit)", dosage);
  if (!loop.ctp) return out;
  auto const packages = listed(c, loop);
  auto const form =
      packages.empty() ? tables::Form::other : c.tables->product(packages.front()).form;
  auto const units = billing_units(loop.ctp->value, assignment, dosage, form);
  if (!units) return out;
  return out +
         fmt::format(", {} {}", units->to_string(), *units == Decimal(1, 0) ? "unit" : "units");
}

}  // namespace

void specific_code(LineCase const &c, Report &report) {
  auto const date = service_start(c.claim, c.line);
  if (!date) return;
  auto const day = tables::day_of(*date);
  std::vector<std::string> codes;
  for (auto const &loop : c.line.loops) {
    if (!loop.ndc.known() || !ndc::holds_ndc(loop)) continue;
    for (auto const &assignment : c.tables->assignments(loop.ndc.eleven)) {
      if (day < assignment.first_day || day > assignment.last_day) continue;
      if (is(c.service.procedure.code, assignment.hcpcs())) return;
      if (may_bill(c, assignment.hcpcs())) codes.push_back(described(c, loop, assignment));
    }
  }
  if (codes.empty()) return;
  report.at(*c.service.service, "2400", procedure_component(c.service, 2))
      .before(c.service.procedure.code.view())
      .suggest(ndc::alternatives(codes));
}

}  // namespace noc837::rules::reference
