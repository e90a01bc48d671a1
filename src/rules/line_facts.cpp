// SPDX-License-Identifier: Apache-2.0
#include "rules/line_facts.hpp"

#include "edi/elements.hpp"
#include "grammar/ndc.hpp"

namespace noc837::rules {

std::string folded(edi::Slice value) {
  return edi::upper(edi::trim(value.view()));
}

std::size_t procedure_element(claims::ServiceLine const &service) {
  return service.institutional ? 2 : 1;
}

std::string procedure_component(claims::ServiceLine const &service, std::size_t component) {
  return (service.institutional ? "SV202-" : "SV101-") + std::to_string(component);
}

std::string ndc_of(claims::DrugLine const &line) {
  auto const *loop = line.loop();
  if (loop == nullptr) return {};
  if (loop->ndc.known()) return loop->ndc.eleven;
  return folded(loop->lin.value.id);
}

std::optional<grammar::Period> statement_period(claims::Claim const &claim) {
  for (auto const &date : claim.dates) {
    if (!is(date.value.qualifier, "434")) continue;
    return grammar::read_period(edi::trim(date.value.format.view()),
                                edi::trim(date.value.period.view()));
  }
  return std::nullopt;
}

std::optional<grammar::Date> service_start(claims::Claim const &claim,
                                           claims::DrugLine const &line) {
  if (line.service_date) return line.service_date->first;
  auto const statement = statement_period(claim);
  return statement ? std::optional(statement->first) : std::nullopt;
}

bool same_dates(claims::DrugLine const &a, claims::DrugLine const &b) {
  return a.service_date && b.service_date && a.service_date->first == b.service_date->first &&
         a.service_date->last == b.service_date->last;
}

bool says_compound(claims::DrugLine const &line) {
  return any_narrative(line, [](claims::DrugText const &text) { return text.compound; });
}

profiles::Need ndc_need(LineCase const &c) {
  auto const &from =
      c.claim.professional() ? c.profile.ndc_from_professional : c.profile.ndc_from_institutional;
  if (c.profile.ndc != profiles::Need::required || !from) return c.profile.ndc;
  auto const day = service_start(c.claim, c.line);
  return day && *day < *from ? profiles::Need::recommended : profiles::Need::required;
}

bool billed_under(claims::Claim const &claim, std::vector<std::string> const &facilities) {
  return claim.institutional() && one_of(edi::trim(claim.header.facility.view()), facilities);
}

bool packaged(LineCase const &c) {
  return c.profile.medicare && billed_under(c.claim, c.profile.packaged_bill_types) &&
         is_any(c.service.procedure.code, {"J3490", "J3590"});
}

}  // namespace noc837::rules
