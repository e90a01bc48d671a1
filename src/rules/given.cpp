// SPDX-License-Identifier: Apache-2.0
#include "rules/given.hpp"

#include <algorithm>

#include "rules/line_facts.hpp"

namespace noc837::rules {
namespace {

bool has_quantity(claims::DrugLine const &line) {
  return !line.loose_ctp.empty() ||
         std::any_of(line.loops.begin(), line.loops.end(),
                     [](claims::DrugLoop const &loop) { return loop.ctp.has_value(); });
}

bool has_modifier(grammar::Procedure const &procedure) {
  return !procedure.modifier1.empty() || !procedure.modifier2.empty() ||
         !procedure.modifier3.empty() || !procedure.modifier4.empty();
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
  note(has_quantity(c.line), Given::quantity);
  note(has_modifier(c.service.procedure), Given::modifier);
  note(!c.line.notes.empty(), Given::line_note);
  note(any_narrative(c.line, has_typed_ndc), Given::typed_ndc);
  note(says_compound(c.line), Given::compound);
  note(!c.line.adjudications.empty(), Given::adjudication);
  note(c.claim.drug_lines.size() > 1, Given::other_line);
  note(c.profile.medicare, Given::medicare);
  note(c.tables != nullptr && c.tables->has_directory(), Given::directory);
  note(c.tables != nullptr && c.tables->has_crosswalk(), Given::crosswalk);
  return given;
}

}  // namespace noc837::rules
