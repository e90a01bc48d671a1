// SPDX-License-Identifier: Apache-2.0
#include "rules/given.hpp"

#include <algorithm>

#include "grammar/decimal.hpp"
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

bool has_odd_quantity(Ctp const &ctp) {
  auto const have = quantity::read_quantity(ctp.value.quantity.view());
  return have.form != quantity::Form::plain || *have.value <= Decimal{};
}

bool has_odd_unit(Ctp const &ctp) {
  return !one_of(ctp.value.unit.view(), quantity::standard_units);
}

bool odd_units(std::string_view text) {
  return text.empty() || text.size() > most_unit_digits || text.front() == '0' ||
         text.find_first_not_of("0123456789") != std::string_view::npos;
}

bool odd_charge(std::string_view text) {
  auto const value = grammar::read_decimal(text);
  return !value || *value <= token_charge || value->scale() > most_charge_decimals;
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
  note(any_ctp(c.line, has_odd_unit), Given::odd_unit);
  note(odd_units(c.service.units.view()), Given::odd_units);
  note(odd_charge(c.service.charge.view()), Given::odd_charge);
  return given;
}

}  // namespace noc837::rules
