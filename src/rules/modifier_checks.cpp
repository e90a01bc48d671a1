// SPDX-License-Identifier: Apache-2.0
#include "rules/modifier_checks.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "edi/elements.hpp"
#include "rules/line_facts.hpp"
#include "rules/modifier_table.hpp"
#include "rules/reference_checks.hpp"
#include "rules/report.hpp"

namespace noc837::rules::modifiers {
namespace {

using namespace std::chrono_literals;

constexpr int most = 4;
/// Modifier 1 is component 3 of the procedure.
constexpr std::size_t first_component = 3;

using Values = std::array<std::string, most>;

Values raw_modifiers(LineCase const &c) {
  Values values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = c.service.procedure.modifier(static_cast<int>(i) + 1).view();
  }
  return values;
}

/// Component of modifier `code`, compared folded; 0 when the line does not have it.
std::size_t component_of(grammar::Procedure const &procedure, std::string_view code) {
  for (int i = 1; i <= most; ++i) {
    auto const modifier = procedure.modifier(i);
    if (!modifier.empty() && is(modifier, code))
      return first_component + static_cast<unsigned>(i) - 1;
  }
  return 0;
}

bool has(grammar::Procedure const &procedure, std::string_view code) {
  return component_of(procedure, code) != 0;
}

bool has(LineCase const &c, std::string_view code) {
  return has(c.service.procedure, code);
}

Draft at_component(LineCase const &c, Report &report, std::size_t component) {
  return report.at(*c.service.service, "2400", procedure_component(c.service, component));
}

/// A finding at modifier `code`, which the line has.
Draft at_modifier(LineCase const &c, Report &report, std::string_view code) {
  return at_component(c, report, component_of(c.service.procedure, code)).before(code);
}

/// The modifiers with their separators, without those at the end: "JZ:RT".
std::string joined(Values const &values, char separator) {
  std::string out;
  for (auto const &value : values) out.append(value).push_back(separator);
  while (!out.empty() && out.back() == separator) out.pop_back();
  return out;
}

/// Writes `wanted` as the line's modifiers. Separators that end the procedure go when they only
/// held a place for a modifier that is gone.
void rewrite(LineCase const &c, Draft &draft, Values const &wanted) {
  auto const &d = c.claim.delimiters;
  bool const writable = std::all_of(wanted.begin(), wanted.end(),
                                    [&](auto const &value) { return d.can_hold(value); });
  std::string const before = joined(raw_modifiers(c), d.component);
  std::string const after = joined(wanted, d.component);
  draft.before(before);
  if (!writable) return;
  std::size_t const element = procedure_element(c.service);
  std::string text(c.claim.segment(*c.service.service).text);
  std::string_view const old = edi::element(text, element, d.element);
  bool const open_end = !old.empty() && old.back() == d.component;
  for (std::size_t i = 0; i < most; ++i) {
    if (c.service.procedure.modifier(static_cast<int>(i) + 1) == wanted[i]) continue;
    text = edi::with_component(text, element, first_component + i, wanted[i], d);
  }
  std::string procedure(edi::element(text, element, d.element));
  while (!open_end && !procedure.empty() && procedure.back() == d.component) procedure.pop_back();
  draft.set_text(edi::with_element(text, element, procedure, d), after);
}

bool well_formed(std::string_view value) {
  return value.size() == 2 && std::all_of(value.begin(), value.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
}

/// "JZRT" is JZ and RT without the separator, when both are modifiers that we know.
std::string taken_apart(std::string const &value) {
  if (value.size() != 4) return "two letters or digits";
  std::string const left = value.substr(0, 2);
  std::string const right = value.substr(2);
  if (find_modifier(left) == nullptr || find_modifier(right) == nullptr) {
    return "two letters or digits";
  }
  return left + " and " + right + " in two components";
}

bool same_code(LineCase const &c, claims::DrugLine const &other) {
  return folded(c.claim.service(other).procedure.code) == folded(c.service.procedure.code);
}

/// True unless date or NDC tell the two lines' drugs apart.
bool may_belong_together(LineCase const &c, claims::DrugLine const &other) {
  if (c.line.service_date && other.service_date &&
      c.line.service_date->first != other.service_date->first) {
    return false;
  }
  std::string const ndc = ndc_of(c.line);
  std::string const other_ndc = ndc_of(other);
  return ndc.empty() || other_ndc.empty() || ndc == other_ndc;
}

/// True where date and NDC are known and the same.
bool belong_together(LineCase const &c, claims::DrugLine const &other) {
  return c.line.service_date && other.service_date && !ndc_of(c.line).empty() &&
         !ndc_of(other).empty() && may_belong_together(c, other);
}

/// True where another line of this drug has JW, or where one has none.
bool stands_beside(LineCase const &c, bool waste) {
  auto const &lines = c.claim.drug_lines;
  return std::any_of(lines.begin(), lines.end(), [&](claims::DrugLine const &other) {
    return other.line != c.line.line && has(c.claim.service(other).procedure, "JW") == waste &&
           same_code(c, other) && may_belong_together(c, other);
  });
}

/// Codes for which waste is never reported: radiopharmaceuticals, contrast, vaccines, drugs
/// taken by mouth, and mixtures that have no container of their own.
constexpr std::array<std::string_view, 13> wasteless_codes = {
    "A4641", "A9698", "A9699", "A9700", "90749", "J3535", "J7999",
    "Q9977", "J8498", "J8499", "J8597", "J8999", "Q0181"};

bool says_multi_dose(claims::DrugLine const &line) {
  return any_narrative(line, [](claims::DrugText const &text) {
    std::string const upper = edi::upper(text.text);
    auto const words = {"MULTI-DOSE", "MULTIDOSE", "MULTI DOSE", "MDV"};
    return std::any_of(words.begin(), words.end(),
                       [&](auto const *word) { return upper.find(word) != std::string::npos; });
  });
}

/// Settings where a drug is paid for apart, so that its waste matters.
bool waste_counts(LineCase const &c) {
  if (c.claim.institutional()) return billed_under(c.claim, c.profile.jw_jz_bill_types);
  auto const place = edi::trim(c.claim.place_of_service(c.service));
  return !one_of(place, {"24", "50", "72"});  // surgery centre, federal and rural health clinics
}

constexpr std::array<std::string_view, 3> into_vein = {"IV", "IVP", "IVPB"};
constexpr std::array<std::string_view, 4> under_skin = {"SC", "SQ", "SUBQ", "SUBCUT"};

bool is_vein(std::string const &route) {
  return one_of(route, into_vein) || route == "INTRAVENOUS";
}
bool is_skin(std::string const &route) {
  return one_of(route, under_skin) || route == "SUB-Q" || route == "SUBCUTANEOUS";
}

/// True where the narratives name routes and each of them passes.
bool every_route(LineCase const &c, bool (*passes)(std::string const &)) {
  bool any = false;
  bool const other = any_narrative(c.line, [&](claims::DrugText const &text) {
    any = any || !text.routes.empty();
    return std::any_of(text.routes.begin(), text.routes.end(),
                       [&](edi::Slice route) { return !passes(folded(route)); });
  });
  return any && !other;
}

/// A payer of which nothing speaks against Medicaid: only a state's plan knows its modifiers.
bool may_be_medicaid(LineCase const &c) {
  if (c.profile.medicaid) return true;
  return !c.profile.medicare &&
         one_of(folded(c.claim.levels.filing_indicator), {"", "MC", "HM", "ZZ"});
}

}  // namespace

void jw_with_jz(LineCase const &c, Report &report) {
  if (!has(c, "JW") || !has(c, "JZ")) return;
  at_modifier(c, report, "JZ").suggest("JZ alone, or JW on a line of its own");
}

void repeated(LineCase const &c, Report &report) {
  Values wanted;
  std::size_t kept = 0;
  std::size_t first_dropped = 0;
  for (int i = 1; i <= most; ++i) {
    auto const raw = c.service.procedure.modifier(i);
    std::string const value = folded(raw);
    std::size_t const component = first_component + static_cast<unsigned>(i) - 1;
    if (!value.empty() && component_of(c.service.procedure, value) != component) {
      if (first_dropped == 0) first_dropped = component;
      continue;
    }
    if (!raw.empty()) wanted[kept++] = raw.view();
  }
  if (first_dropped == 0) return;
  auto draft = at_component(c, report, first_dropped);
  rewrite(c, draft, wanted);
}

void malformed(LineCase const &c, Report &report) {
  Values const raw = raw_modifiers(c);
  Values wanted;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < most; ++i) {
    std::string value = folded(c.service.procedure.modifier(static_cast<int>(i) + 1));
    if (value.empty()) continue;
    if (!well_formed(value)) {
      at_component(c, report, first_component + i).before(raw[i]).suggest(taken_apart(value));
      value = raw[i];
    }
    wanted[kept++] = std::move(value);
  }
  if (wanted == raw) return;
  auto const changed = std::mismatch(raw.begin(), raw.end(), wanted.begin()).first - raw.begin();
  auto draft = at_component(c, report, first_component + static_cast<std::size_t>(changed));
  rewrite(c, draft, wanted);
}

void visit_modifier(LineCase const &c, Report &report) {
  if (!has(c, "25")) return;
  at_modifier(c, report, "25").suggest("25 on the visit's line, not here");
}

void waste_not_stated(LineCase const &c, Report &report) {
  if (!c.profile.jw_jz || has(c, "JW") || has(c, "JZ")) return;
  auto const from = c.profile.jw_jz_from.value_or(grammar::Date(2023y / 7 / 1));
  auto const day = service_start(c.claim, c.line);
  if (!day || *day < from || !waste_counts(c)) return;
  if (is_any(c.service.procedure.code, wasteless_codes)) return;
  auto const doses = reference::doses_of(c);
  if (doses == reference::Doses::multi || says_multi_dose(c.line)) return;
  // The line with the dose given has no modifier of its own when a JW line follows.
  if (c.claim.drug_lines.size() > most_lines_compared || stands_beside(c, true)) return;
  bool const certain = doses == reference::Doses::single;
  at_component(c, report, first_component)
      .severity(certain ? Severity::error : Severity::warning)
      .suggest("JZ when nothing was thrown away, else a line with JW");
}

void waste_without_dose(LineCase const &c, Report &report) {
  if (!has(c, "JW") || c.claim.drug_lines.size() > most_lines_compared) return;
  if (stands_beside(c, false)) return;
  at_modifier(c, report, "JW").suggest("add the line with the dose given");
}

void contradicting_lines(LineCase const &c, Report &report) {
  if (!has(c, "JZ") || has(c, "JW") || c.claim.drug_lines.size() > most_lines_compared) return;
  for (auto const &other : c.claim.drug_lines) {
    auto const &procedure = c.claim.service(other).procedure;
    if (other.line == c.line.line || !has(procedure, "JW") || has(procedure, "JZ")) continue;
    if (!same_code(c, other) || !belong_together(c, other)) continue;
    at_modifier(c, report, "JZ").suggest("take JZ off, since another line reports waste");
    return;
  }
}

void waste_on_packaged(LineCase const &c, Report &report) {
  if (!c.profile.medicare || !c.claim.institutional()) return;
  bool const newly_approved = is(c.service.procedure.code, "C9399");
  for (std::string_view const code : {"JW", "JZ"}) {
    if (!has(c, code) || !(packaged(c) || (newly_approved && code == "JW"))) continue;
    at_modifier(c, report, code)
        .suggest(newly_approved ? "no JW line; say the waste in remarks"
                                : "no " + std::string(code) + " here");
  }
}

void discount_programme(LineCase const &c, Report &report) {
  if (!c.profile.medicare || !has(c, "JG")) return;
  if (has(c, "TB")) {
    at_modifier(c, report, "JG").message("JG and TB are on one line").suggest("one of JG and TB");
    return;
  }
  auto const day = service_start(c.claim, c.line);
  if (!day || !c.profile.jg_until || *day <= *c.profile.jg_until) return;
  at_modifier(c, report, "JG")
      .severity(Severity::warning)
      .message("JG is understood to have ended with 2024")
      .suggest("TB");
}

void state_modifier(LineCase const &c, Report &report) {
  if (may_be_medicaid(c)) return;
  for (int i = 1; i <= most; ++i) {
    std::string const value = folded(c.service.procedure.modifier(i));
    bool const state = value.size() == 2 && value[0] == 'U' &&
                       (value[1] == 'D' || (value[1] >= '1' && value[1] <= '9'));
    if (state)
      at_component(c, report, first_component + static_cast<unsigned>(i) - 1).before(value);
  }
}

void coverage_notice(LineCase const &c, Report &report) {
  if (has(c, "GA") && has(c, "GZ")) {
    at_modifier(c, report, "GZ").message("GA and GZ contradict each other").suggest("GA or GZ");
  }
  if (has(c, "GX") && !has(c, "GY")) {
    at_modifier(c, report, "GX")
        .severity(Severity::warning)
        .message("GX stands without GY")
        .suggest("GX and GY");
  }
}

void route_contradicted(LineCase const &c, Report &report) {
  if (has(c, "JA") && every_route(c, is_skin)) at_modifier(c, report, "JA").suggest("JB");
  if (has(c, "JB") && every_route(c, is_vein)) at_modifier(c, report, "JB").suggest("JA");
}

void hospital_department(LineCase const &c, Report &report) {
  if (c.claim.professional()) {
    for (std::string_view const code : {"PO", "PN", "ER"}) {
      if (has(c, code)) at_modifier(c, report, code);
    }
    return;
  }
  if (has(c, "PO") && has(c, "PN")) {
    at_modifier(c, report, "PN").message("PO and PN are on one line").suggest("PO or PN");
  }
}

void pump_not_stated(LineCase const &c, Report &report) {
  if (!c.claim.professional() || !is(c.service.procedure.code, "J7799") || has(c, "KD")) {
    return;
  }
  if (edi::trim(c.claim.place_of_service(c.service)) != "12") return;
  at_component(c, report, first_component).suggest("KD when a pump gave the drug");
}

}  // namespace noc837::rules::modifiers
