// SPDX-License-Identifier: Apache-2.0
#include "rules/narrative.hpp"

namespace noc837::rules {

claims::Few<Narrative> narratives(LineCase const &c) {
  claims::Few<Narrative> out;
  if (c.service.service && !c.line.description.text.empty()) {
    out.push_back(
        {&c.line.description, *c.service.service, c.service.institutional ? "SV202-7" : "SV101-7"});
  }
  for (std::size_t i = 0; i < c.line.note_texts.size(); ++i) {
    claims::DrugText const &note = c.line.note_texts[i];
    if (note.text.empty()) continue;
    out.push_back({&note, c.line.notes[i].at, "NTE02"});
  }
  return out;
}

std::string_view drug_name(claims::DrugLine const &line) {
  if (!line.description.name.empty()) return line.description.name.view();
  for (claims::DrugText const &note : line.note_texts) {
    if (!note.name.empty()) return note.name.view();
  }
  return {};
}

}  // namespace noc837::rules
