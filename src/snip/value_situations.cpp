// SPDX-License-Identifier: Apache-2.0
// Situations that compare amounts, dates, ids and numbers of diagnoses.
#include <algorithm>
#include <array>

#include "edi/npi.hpp"
#include "snip/amounts.hpp"
#include "snip/claim_search.hpp"
#include "snip/situation.hpp"
#include "snip/values.hpp"

namespace noc837::snip {
namespace {

using edi::tag;

void pointer_to_nothing(Case const &unit, Around const &, Check const &check, Issues &issues) {
  std::size_t diagnoses = 0;
  each(unit, "2300", tag("HI"), [&](Placed const &hi) {
    for (std::size_t i = 1; i <= 12; ++i) {
      auto const kind = unit.component(hi, i, 1);
      diagnoses += kind == "ABK" || kind == "ABF" || kind == "BK" || kind == "BF" ? 1U : 0U;
    }
  });
  each(unit, "2400", tag("SV1"), [&](Placed const &service) {
    for (std::size_t i = 1; i <= 4; ++i) {
      auto const pointer = unit.component(service, 7, i);
      if (!is_integer(pointer)) continue;
      auto const number = amount(pointer);
      if (number && *number > Decimal(static_cast<Decimal::Mantissa>(diagnoses), 0)) {
        add_issue(unit, check, service, at(7, i), issues);
      }
    }
  });
}

void code_versions(Case const &unit, Around const &, Check const &check, Issues &issues) {
  constexpr std::array<std::string_view, 5> old = {"BK", "BF", "BJ", "PR", "BN"};
  bool any_new = false;
  each(unit, "2300", tag("HI"), [&](Placed const &hi) {
    for (std::size_t i = 1; i <= 12; ++i) {
      any_new = any_new || unit.component(hi, i, 1).starts_with("AB");
    }
  });
  if (!any_new) return;
  each(unit, "2300", tag("HI"), [&](Placed const &hi) {
    for (std::size_t i = 1; i <= 12; ++i) {
      auto const kind = unit.component(hi, i, 1);
      if (std::find(old.begin(), old.end(), kind) != old.end()) {
        add_issue(unit, check, hi, at(i, 1), issues);
      }
    }
  });
}

void equipment_code(Case const &unit, Around const &, Check const &check, Issues &issues) {
  std::string_view procedure;
  for (auto const &segment : unit.segments) {
    if (segment.id == tag("SV1")) procedure = unit.component(segment, 1, 2);
    if (segment.id == tag("SV5") && unit.component(segment, 1, 2) != procedure) {
      add_issue(unit, check, segment, at(1, 2), issues).suggestion = procedure;
    }
  }
}

void noncovered_charge(Case const &unit, Around const &, Check const &check, Issues &issues) {
  each(unit, "2400", tag("SV2"), [&](Placed const &service) {
    auto const charge = amount(unit.element(service, 3));
    auto const noncovered = amount(unit.element(service, 7));
    if (charge && noncovered && *noncovered > *charge) {
      add_issue(unit, check, service, at(7), issues);
    }
  });
}

void attending_missing(Case const &unit, Around const &, Check const &check, Issues &issues) {
  if (first(unit, "2310", tag("NM1"), "71") != nullptr) return;
  Placed const *other = nullptr;  // than transport
  each(unit, "2400", tag("SV2"), [&](Placed const &service) {
    bool const transport = unit.element(service, 1).starts_with("054");
    if (other == nullptr && !transport) other = &service;
  });
  if (other == nullptr) return;
  Issue &issue = add_missing(unit, check, unit.segments.front(), "NM1", "2310A", issues);
  issue.trigger = trigger_at(unit, *other, at(1));
}

void charge_negative(Case const &unit, Around const &, Check const &check, Issues &issues) {
  for (auto const &segment : unit.segments) {
    std::size_t const element = segment.id == tag("CLM") || segment.id == tag("SV1") ? 2
                                : segment.id == tag("SV2")                           ? 3
                                                                                     : 0;
    if (element == 0) continue;
    auto const value = amount(unit.element(segment, element));
    if (value && value->negative()) add_issue(unit, check, segment, at(element), issues);
  }
}

void patient_paid(Case const &unit, Around const &, Check const &check, Issues &issues) {
  auto const *claim = first(unit, "2300", tag("CLM"));
  auto const *paid = first(unit, "2300", tag("AMT"), "F5");
  if (claim == nullptr || paid == nullptr) return;
  auto const total = amount(unit.element(*claim, 2));
  auto const value = amount(unit.element(*paid, 2));
  if (total && value && *value > *total) add_issue(unit, check, *paid, at(2), issues);
}

void service_date(Case const &unit, Around const &, Check const &check, Issues &issues) {
  auto const *statement = first(unit, "2300", tag("DTP"), "434");
  if (statement == nullptr || !is_period("RD8", unit.element(*statement, 3))) return;
  auto const from = unit.element(*statement, 3).substr(0, 8);
  auto const to = unit.element(*statement, 3).substr(9);
  each(unit, "2400", tag("DTP"), [&](Placed const &dtp) {
    auto const text = unit.element(dtp, 3);
    if (unit.element(dtp, 1) != "472" || !is_period(unit.element(dtp, 2), text)) return;
    if (text.size() < 8 || (text.substr(0, 8) >= from && text.substr(text.size() - 8) <= to))
      return;
    add_issue(unit, check, dtp, at(3), issues);
  });
}

void npi_digit(Case const &unit, Around const &, Check const &check, Issues &issues) {
  each(unit, "2", tag("NM1"), [&](Placed const &name) {
    auto const number = unit.element(name, 9);
    if (unit.element(name, 8) == "XX" && !number.empty() && !edi::is_npi(number)) {
      add_issue(unit, check, name, at(9), issues);
    }
  });
}

void tax_id(Case const &unit, Around const &, Check const &check, Issues &issues) {
  each(unit, "2010A", tag("REF"), [&](Placed const &ref) {
    auto const kind = unit.element(ref, 1);
    auto const value = unit.element(ref, 2);
    if ((kind == "EI" || kind == "SY") && (value.size() != 9 || !is_integer(value))) {
      add_issue(unit, check, ref, at(2), issues);
    }
  });
}

void check_zip(Case const &unit, Placed const &n4, Check const &check, Issues &issues) {
  auto const zip = unit.element(n4, 3);
  if (!unit.element(n4, 4).empty() || zip.empty()) return;
  if (zip.size() != 9 || !is_integer(zip)) add_issue(unit, check, n4, at(3), issues);
}

void billing_zip(Case const &unit, Around const &, Check const &check, Issues &issues) {
  each(unit, "2010AA", tag("N4"), [&](Placed const &n4) { check_zip(unit, n4, check, issues); });
}

void facility_zip(Case const &unit, Around const &, Check const &check, Issues &issues) {
  auto const loop = unit.guide.name == "837P" ? "2310C" : "2310E";
  each(unit, loop, tag("N4"), [&](Placed const &n4) { check_zip(unit, n4, check, issues); });
}

constexpr std::array value_rows = {
    Situation{.check = {.id = "SNP476",
                        .name = "pointer-to-nothing",
                        .level = Level::situation,
                        .only = Only::professional,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:477",
                        .summary = "a line points to a diagnosis that the claim does not have",
                        .explanation = "SV107 counts the diagnoses of HI from 1.",
                        .source = "2400 SV107, 2300 HI"},
              .run = pointer_to_nothing},
    Situation{
        .check = {.id = "SNP477",
                  .name = "code-versions-mixed",
                  .level = Level::situation,
                  .segment_code = "8",
                  .element_code = "I12",
                  .stc = "A7:21",
                  .summary = "ICD-9 and ICD-10 codes stand in one claim",
                  .explanation =
                      "All diagnoses of a claim are of one version: ABK with ABF, or BK with BF.",
                  .source = "2300 HI"},
        .run = code_versions},
    Situation{.check = {.id = "SNP478",
                        .name = "equipment-code-differs",
                        .level = Level::situation,
                        .only = Only::professional,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:454",
                        .summary = "the equipment is not the procedure of its line",
                        .explanation = "SV501-2 repeats SV101-2.",
                        .source = "2400 SV501-2, SV101-2"},
              .run = equipment_code},
    Situation{.check = {.id = "SNP479",
                        .name = "noncovered-exceeds-charge",
                        .level = Level::situation,
                        .severity = Severity::warning,
                        .only = Only::institutional,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:585",
                        .summary = "more is not covered than is charged",
                        .explanation = "SV207 is a part of SV203.",
                        .source = "2400 SV207, SV203"},
              .run = noncovered_charge},
    Situation{.check = {.id = "SNP480",
                        .name = "attending-provider-missing",
                        .level = Level::situation,
                        .only = Only::institutional,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A6:21",
                        .summary = "the claim has no attending provider",
                        .explanation = "Loop 2310A is needed unless the claim is for transport "
                                       "alone (revenue code 054x).",
                        .source = "2310A, 2400 SV201"},
              .run = attending_missing},
    Situation{.check = {.id = "SNP481",
                        .name = "charge-negative",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:178",
                        .summary = "a charge is less than 0",
                        .explanation = "CLM02, SV102 and SV203 are 0 or more.",
                        .source = "2300 CLM02, 2400 SV102, SV203"},
              .run = charge_negative},
    Situation{
        .check = {.id = "SNP482",
                  .name = "patient-paid-exceeds-charge",
                  .level = Level::situation,
                  .severity = Severity::warning,
                  .only = Only::professional,
                  .segment_code = "8",
                  .element_code = "I12",
                  .stc = "A7:178",
                  .summary = "the patient paid more than the claim charges",
                  .explanation = "AMT*F5 is what the patient paid for the services of this claim.",
                  .source = "2300 AMT*F5, CLM02"},
        .run = patient_paid},
    Situation{.check = {.id = "SNP483",
                        .name = "service-outside-statement",
                        .level = Level::situation,
                        .severity = Severity::warning,
                        .only = Only::institutional,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:187",
                        .summary = "a service lies outside the dates of the statement",
                        .explanation = "DTP*472 of each line lies within DTP*434 of the claim.",
                        .source = "2400 DTP*472, 2300 DTP*434"},
              .run = service_date},
    Situation{.check = {.id = "SNP484",
                        .name = "npi-check-digit",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:562",
                        .summary = "an NPI is not a valid number",
                        .explanation =
                            "NPIs have ten digits, the last of which is computed from the others.",
                        .source = "NM109, 45 CFR 162.406"},
              .where = Where::any,
              .run = npi_digit},
    Situation{.check = {.id = "SNP485",
                        .name = "tax-id-form",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:21",
                        .summary = "a tax id does not have nine digits",
                        .explanation = "REF*EI and REF*SY hold nine digits without hyphen.",
                        .source = "2010AA REF02"},
              .where = Where::level,
              .run = tax_id},
    Situation{.check = {.id = "SNP486",
                        .name = "billing-zip-short",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:21",
                        .summary = "the billing address does not have the full ZIP code",
                        .explanation = "Addresses in the United States of the billing provider "
                                       "have ZIP codes of nine digits.",
                        .source = "2010AA N403"},
              .where = Where::level,
              .run = billing_zip},
    Situation{.check = {.id = "SNP487",
                        .name = "facility-zip-short",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:21",
                        .summary = "the service facility does not have the full ZIP code",
                        .explanation = "Addresses in the United States of the service facility "
                                       "have ZIP codes of nine digits.",
                        .source = "2310 N403"},
              .run = facility_zip},
};

}  // namespace

std::span<Situation const> value_situations() {
  return value_rows;
}

}  // namespace noc837::snip
