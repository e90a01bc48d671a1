// SPDX-License-Identifier: Apache-2.0
// Dates of service.
#include <array>

#include "edi/elements.hpp"
#include "rules/families.hpp"
#include "rules/line_facts.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

using claims::At;
using grammar::Dtp;

/// The date of service as it came; the last one where there are several.
At<Dtp> const *service_dtp(claims::DrugLine const &line) {
  At<Dtp> const *found = nullptr;
  for (auto const &date : line.dates) {
    if (is(date.value.qualifier, "472")) found = &date;
  }
  return found;
}

/// Facility codes of outpatient bills, whose lines carry dates.
constexpr std::array<std::string_view, 17> outpatient = {"13", "14", "22", "23", "34", "43",
                                                         "71", "72", "73", "74", "75", "76",
                                                         "77", "79", "83", "85", "89"};

void missing(LineCase const &c, Report &report) {
  if (c.line.service_date) return;
  if (c.claim.institutional() && !one_of(edi::trim(c.claim.header.facility.view()), outpatient)) {
    return;
  }
  auto const *date = service_dtp(c.line);
  auto draft = date == nullptr ? report.at(*c.service.service, "2400", "DTP")
                               : report.at(date->at, "2400", "DTP03");
  draft.suggest("DTP with 472, D8 and the day as CCYYMMDD");
  if (date != nullptr) {
    draft.before(date->value.period.view()).message("the date of service cannot be read");
  }
  if (c.claim.institutional()) draft.severity(Severity::warning);
}

void impossible(LineCase const &c, Report &report) {
  auto const *date = service_dtp(c.line);
  if (!c.line.service_date || date == nullptr) return;
  auto const &period = *c.line.service_date;
  bool const reversed = period.last < period.first;
  bool const future = c.claim.levels.sent && period.last > *c.claim.levels.sent;
  if (!reversed && !future) return;
  report.at(date->at, "2400", "DTP03")
      .before(date->value.period.view())
      .message(reversed ? "the period ends before it begins"
                        : "the date of service lies after the day the claim was sent");
}

void outside_statement(LineCase const &c, Report &report) {
  if (!c.line.service_date) return;
  auto const statement = statement_period(c.claim);
  auto const *date = service_dtp(c.line);
  if (!statement || date == nullptr) return;
  if (statement->last < statement->first) return;
  auto const &period = *c.line.service_date;
  if (period.first >= statement->first && period.last <= statement->last) return;
  report.at(date->at, "2400", "DTP03").before(date->value.period.view());
}

constexpr std::array rules = {
    Rule{.id = "DAT01",
         .name = "service-date-missing",
         .family = "dates",
         .severity = Severity::error,
         .stc = "A6:187",
         .summary = "the line has no date of service",
         .explanation =
             "Each professional line has its date of service in DTP*472, as one day (D8) or a "
             "period (RD8). Without it, or with a day that the calendar does not have, the payer "
             "can neither find the price nor check the NDC, and rejects the line. On outpatient "
             "institutional claims payers expect it too, which is common practice, so there it is "
             "a warning. Dates are never made up for you.",
         .source = "005010X222A1 2400 DTP*472; for 837I common practice",
         .before = "DTP*472*D8*09142026~",
         .after = "DTP*472*D8*20260914~",
         .check_line = missing},
    Rule{.id = "DAT02",
         .name = "service-date-impossible",
         .family = "dates",
         .severity = Severity::error,
         .extended = true,
         .stc = "A7:187+A7:510",
         .summary = "the date of service lies in the future or ends before it begins",
         .explanation =
             "A drug cannot be billed before it was given: payers reject a date of service after "
             "the day the file was made, which is the date in its own header. A period runs from "
             "the earlier to the later day. Both are most often slips of the year.",
         .source = "005010X222A1 and 005010X223A2, 2400 DTP03; claim status code 510",
         .before = "DTP*472*RD8*20260914-20260901~",
         .after = "DTP*472*RD8*20260901-20260914~",
         .check_line = impossible},
    Rule{.id = "DAT03",
         .name = "service-date-outside-statement",
         .family = "dates",
         .severity = Severity::warning,
         .scope = Scope::institutional,
         .extended = true,
         .stc = "A8:187+A8:188",
         .summary = "the date of service lies outside the statement dates",
         .explanation =
             "An institutional claim says in DTP*434 which days it covers, and its lines have to "
             "lie within them. Put right the line's date or the statement's, whichever is wrong.",
         .source = "005010X223A2 2300 DTP*434 and 2400 DTP*472",
         .before = "DTP*434*RD8*20260914-20260914~ ... DTP*472*D8*20260915~",
         .after = "DTP*434*RD8*20260914-20260915~ ... DTP*472*D8*20260915~",
         .check_line = outside_statement},
};

}  // namespace

std::span<Rule const> date_rules() {
  return rules;
}

}  // namespace noc837::rules
