// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "edi/elements.hpp"
#include "rules/characters.hpp"
#include "rules/line_facts.hpp"
#include "rules/line_segments.hpp"
#include "rules/narrative.hpp"
#include "rules/structure_checks.hpp"

namespace noc837::rules::structure {
namespace {

using claims::At;
using grammar::Nte;

claims::Few<At<Nte>> line_notes(claims::DrugLine const &line) {
  claims::Few<At<Nte>> notes;
  for (auto const &note : line.notes) {
    if (is_any(note.value.code, {"ADD", "DCP"})) notes.push_back(note);
  }
  return notes;
}

bool fits(std::string_view text) {
  return text.size() <= longest_text || count_characters(text) <= longest_text;
}

void append_words(std::string &joined, std::string_view text) {
  text = edi::trim(text);
  if (!joined.empty() && !text.empty()) joined += ' ';
  joined += text;
}

/// What of a text stays in 80 bytes when it is cut between words, and what follows the cut.
struct Halves {
  std::string_view head;
  std::string_view rest;
};

std::optional<Halves> halves(std::string_view text) {
  auto const cut = text.substr(0, longest_text + 1).rfind(' ');
  if (cut == std::string_view::npos) return std::nullopt;
  Halves const parts{edi::trim(text.substr(0, cut)), edi::trim(text.substr(cut))};
  if (parts.head.empty() || parts.rest.empty() || parts.rest.size() > longest_text) {
    return std::nullopt;
  }
  return parts;
}

/// The end of a long description goes to a note of its own, where the guide allows one.
void move_rest_to_note(LineCase const &c, std::string_view text, Draft &draft) {
  auto const &delimiters = c.claim.delimiters;
  if (!c.claim.professional() || !line_notes(c.line).empty() || c.line.misplaced ||
      description_overflows(c) || !delimiters.can_hold(text)) {
    return;
  }
  auto const parts = halves(text);
  if (!parts) return;
  std::string note = "NTE";
  note.append(1, delimiters.element).append("ADD");
  note.append(1, delimiters.element).append(parts->rest);
  draft.set_component(procedure_element(c.service), 7, parts->head)
      .insert_before(c.claim.note_place(c.service), std::move(note));
}

/// HCPCS codes have five characters, at least four of them digits.
bool looks_like_code(std::string_view text) {
  auto const digits =
      std::count_if(text.begin(), text.end(), [](char d) { return d >= '0' && d <= '9'; });
  return text.size() == 5 && digits >= 4;
}

}  // namespace

void institutional_line_note(LineCase const &c, Report &report) {
  bool const described = !edi::trim(c.service.procedure.description.view()).empty() ||
                         !c.service.procedure.extra.empty();
  bool moved = false;
  for (auto const &note : line_notes(c.line)) {
    auto const text = edi::trim(note.value.text.view());
    auto draft = report.at(note.at, "2400", "NTE").before(c.claim.segment(note.at).text);
    if (described || moved || text.empty() || !fits(text) || !c.claim.delimiters.can_hold(text) ||
        !c.service.service) {
      continue;
    }
    auto const &service = c.claim.segment(*c.service.service);
    draft.after("SV202-7 " + std::string(text))
        .set_text_of(*c.service.service,
                     edi::with_component(service.text, 2, 7, text, c.claim.delimiters))
        .erase(note.at);
    moved = true;
  }
}

void second_line_note(LineCase const &c, Report &report) {
  auto const notes = line_notes(c.line);
  if (notes.size() < 2) return;
  auto draft = report.at(notes[1].at, "2400", "NTE").before(notes[1].value.text.view());
  auto const code = edi::trim(notes.front().value.code.view());
  std::string joined;
  for (auto const &note : notes) {
    // A note of another kind keeps its code; which of the two would be right is not ours to say.
    if (!edi::equal_folded(edi::trim(note.value.code.view()), code)) return;
    append_words(joined, note.value.text.view());
  }
  if (joined.empty() || !fits(joined) || !c.claim.delimiters.can_hold(joined)) return;
  draft.after(joined).set_text_of(
      notes.front().at,
      edi::with_element(c.claim.segment(notes.front().at).text, 2, joined, c.claim.delimiters));
  for (std::size_t i = 1; i < notes.size(); ++i) draft.erase(notes[i].at);
}

void text_too_long(LineCase const &c, Report &report) {
  for (Narrative const &narrative : narratives(c)) {
    auto const text = narrative.text->text;
    if (fits(text)) continue;
    auto draft = report.at(narrative.at, "2400", narrative.element).before(text);
    if (narrative.element != "NTE02") move_rest_to_note(c, text, draft);
  }
  for (auto const &loop : c.line.loops) {
    auto const id = loop.lin.value.id.view();
    if (id.size() > longest_product_id && count_characters(id) > longest_product_id)
      report.at(loop.lin.at, "2410", "LIN03").before(id);
  }
}

bool description_overflows(LineCase const &c) {
  auto const &procedure = c.service.procedure;
  if (procedure.extra.empty() || edi::trim(procedure.description.view()).empty()) return false;
  std::string rest;
  std::size_t const parts =
      edi::element_count(procedure.extra.view(), c.claim.delimiters.component);
  for (std::size_t i = 1; i <= parts; ++i) {
    append_words(rest, edi::component(procedure.extra.view(), i + 1, c.claim.delimiters.component));
  }
  return !rest.empty() && !looks_like_code(rest);
}

void description_split(LineCase const &c, Report &report) {
  if (!c.service.service || !description_overflows(c)) return;
  auto const &procedure = c.service.procedure;
  std::string_view const whole{
      procedure.description.begin,
      static_cast<std::size_t>(procedure.extra.end() - procedure.description.begin)};
  std::string joined;
  std::string_view left = whole;
  for (;;) {
    auto const end = left.find(c.claim.delimiters.component);
    append_words(joined, left.substr(0, end));
    if (end == std::string_view::npos) break;
    left.remove_prefix(end + 1);
  }
  auto draft = report.at(*c.service.service, "2400", c.service.institutional ? "SV202" : "SV101")
                   .before(whole)
                   .suggest("the description without the component separator");
  if (!fits(joined) || !c.claim.delimiters.can_hold(joined)) return;
  draft.set_text(with_part(c.claim.segment(*c.service.service).text, whole, joined), joined);
}

}  // namespace noc837::rules::structure
