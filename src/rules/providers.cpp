// SPDX-License-Identifier: Apache-2.0
// National Provider Identifiers of the claim and its drug lines.
#include <algorithm>
#include <array>
#include <string_view>

#include "edi/elements.hpp"
#include "edi/npi.hpp"
#include "rules/families.hpp"
#include "rules/line_facts.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

/// Where the guides put a provider, by NM101.
struct Role {
  std::string_view entity;
  std::string_view professional_claim;
  std::string_view professional_line;
  std::string_view institutional_claim;
  std::string_view institutional_line;
};
constexpr std::array roles = {
    Role{"82", "2310B", "2420A", "2310D", "2420C"},  // rendering
    Role{"DN", "2310A", "2420F", "2310F", "2420D"},  // referring
    Role{"P3", "2310A", "2420F", "2310F", "2420D"},  // referring, primary care
    Role{"71", "2310A", "2400", "2310A", "2400"},    // attending
};

Role const *role_of(grammar::Nm1 const &name) {
  auto const entity = edi::trim(name.entity.view());
  auto const found = std::find_if(roles.begin(), roles.end(), [&](Role const &role) {
    return edi::equal_folded(entity, role.entity);
  });
  return found == roles.end() ? nullptr : &*found;
}

/// Checks the providers of the claim, where `line` is null, or of a line.
void check_names(ClaimCase const &c, claims::Few<claims::At<grammar::Nm1>> const &names,
                 claims::ServiceLine const *line, Report &report) {
  for (auto const &[at, name] : names) {
    auto const *role = role_of(name);
    auto const npi = edi::trim(name.id.view());
    if (role == nullptr || npi.empty() || !is(name.id_qualifier, "XX") || edi::is_npi(npi)) {
      continue;
    }
    bool const professional = c.claim.professional();
    std::string_view const of_claim =
        professional ? role->professional_claim : role->institutional_claim;
    std::string_view const of_line =
        professional ? role->professional_line : role->institutional_line;
    auto draft = report.at(at, line == nullptr ? of_claim : of_line, "NM109");
    draft.before(name.id.view());
    if (line != nullptr) draft.line(*line);
  }
}

void check_digit(ClaimCase const &c, Report &report) {
  auto const billing = edi::trim(c.claim.levels.billing_npi.view());
  if (!billing.empty() && !edi::is_npi(billing)) report.at(0, "2010AA", "NM109").before(billing);
  check_names(c, c.claim.names, nullptr, report);
  for (auto const &line : c.claim.drug_lines) {
    check_names(c, line.names, &c.claim.service(line), report);
  }
}

constexpr std::array rules = {
    Rule{.id = "NPI01",
         .name = "npi-check-digit",
         .family = "providers",
         .severity = Severity::error,
         .stc = "A7:562",
         .summary = "the provider's NPI is not a valid number",
         .explanation =
             "An NPI has ten digits, begins with 1 or 2, and its last digit is computed from the "
             "others, so that a slip shows. This one fails the test: a digit is wrong or two "
             "changed places, and the payer will not know the provider. The billing, rendering, "
             "attending and referring providers are checked. Look the number up; it is not "
             "changed for you.",
         .source = "005010X222A1 and 005010X223A2, 2010AA, 2310 and 2420 NM109; 45 CFR 162.406",
         .before = "NM1*82*1*SAMPLE*PAT****XX*1234567890~",
         .after = "NM1*82*1*SAMPLE*PAT****XX*1234567893~",
         .check_claim = check_digit},
};

}  // namespace

std::span<Rule const> provider_rules() {
  return rules;
}

}  // namespace noc837::rules
