// SPDX-License-Identifier: Apache-2.0
#include "rules/given.hpp"

#include <algorithm>

#include "grammar/decimal.hpp"
#include "rules/characters.hpp"
#include "rules/line_facts.hpp"
#include "rules/quantity_form.hpp"
#include "rules/service_fields.hpp"

namespace noc837::rules {
namespace {

bool has_modifier(grammar::Procedure const &procedure) {
  return !procedure.modifier1.empty() || !procedure.modifier2.empty() ||
         !procedure.modifier3.empty() || !procedure.modifier4.empty();
}

using Ctp = claims::At<grammar::Ctp>;

bool has_odd_ndc(claims::DrugLoop const &loop) {
  return loop.ndc.shape != grammar::NdcShape::eleven || loop.ndc.padded || loop.ndc.prefixed;
}

/// True for other than a whole number of one to eight digits above zero.
bool odd_number(std::string_view text) {
  if (text.empty() || text.size() > most_unit_digits || text.front() == '0') return true;
  return !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_fine_quantity(Ctp const &ctp) {
  return odd_number(ctp.value.quantity.view());
}

bool has_odd_quantity(Ctp const &ctp) {
  if (!has_fine_quantity(ctp)) return false;
  auto const have = quantity::read_quantity(ctp.value.quantity.view());
  return have.form != quantity::Form::plain || *have.value <= Decimal{};
}

bool has_odd_unit(Ctp const &ctp) {
  return !one_of(ctp.value.unit.view(), quantity::standard_units);
}

bool odd_charge(std::string_view text) {
  auto const value = grammar::read_decimal(text);
  return !value || *value <= token_charge || value->scale() > most_charge_decimals;
}

bool ctp_surplus(Ctp const &ctp) {
  auto const &[class_of_trade, price_id, price, quantity, unit, unit_extra, extra] = ctp.value;
  return !class_of_trade.empty() || !price_id.empty() || !price.empty() || !unit_extra.empty() ||
         !extra.empty();
}

bool has_surplus(LineCase const &c) {
  return !c.service.procedure.extra.empty() ||
         std::any_of(c.line.loops.begin(), c.line.loops.end(),
                     [](claims::DrugLoop const &loop) {
                       return !loop.lin.value.assigned.empty() || !loop.lin.value.extra.empty();
                     }) ||
         any_ctp(c.line, ctp_surplus);
}

bool has_odd_bytes(LineCase const &c) {
  return std::any_of(c.line.segments.begin(), c.line.segments.end(),
                     [&](claims::DrugSegment const &part) {
                       return !all_printable(c.claim.segment(part.at).text);
                     });
}

bool has_typed_ndc(claims::DrugText const &text) {
  return !text.ndcs.empty();
}

}  // namespace

Given given_of(LineCase const &c) {
  Given given = Given::nothing;
  auto const note = [&](bool there, Given what) {
    if (there) given = given | what;
  };
  note(!c.line.loops.empty(), Given::drug_loop);
  note(any_ctp(c.line, [](Ctp const &) { return true; }), Given::quantity);
  note(has_modifier(c.service.procedure), Given::modifier);
  note(!c.line.notes.empty(), Given::line_note);
  note(any_narrative(c.line, has_typed_ndc), Given::typed_ndc);
  note(says_compound(c.line), Given::compound);
  note(!c.line.adjudications.empty(), Given::adjudication);
  note(c.claim.drug_lines.size() > 1, Given::other_line);
  note(c.profile.medicare, Given::medicare);
  note(c.tables != nullptr && c.tables->has_directory(), Given::directory);
  note(c.tables != nullptr && c.tables->has_crosswalk(), Given::crosswalk);
  note(std::any_of(c.line.loops.begin(), c.line.loops.end(), has_odd_ndc), Given::odd_ndc);
  note(any_ctp(c.line, has_odd_quantity), Given::odd_quantity);
  note(any_ctp(c.line, has_fine_quantity), Given::fine_quantity);
  note(any_ctp(c.line, has_odd_unit), Given::odd_unit);
  note(odd_number(c.service.units.view()), Given::odd_units);
  note(odd_charge(c.service.charge.view()), Given::odd_charge);
  note(has_surplus(c), Given::surplus);
  note(has_odd_bytes(c), Given::odd_bytes);
  return given;
}

}  // namespace noc837::rules
