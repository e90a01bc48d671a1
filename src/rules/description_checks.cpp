// SPDX-License-Identifier: Apache-2.0
#include "rules/description_checks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "profiles/code_sets.hpp"
#include "rules/line_facts.hpp"
#include "rules/reference_checks.hpp"
#include "rules/service_fields.hpp"

namespace noc837::rules::description {
namespace {

using claims::DrugText;
using profiles::DescriptionPlace;

/// What SV101-7, SV202-7 and NTE02 hold.
constexpr std::size_t most_text = 80;

/// A note in which a payer may look for the drug.
struct Note {
  claims::Index at = 0;
  std::string_view loop;
  bool add = false;  ///< NTE01 is ADD
  DrugText const *text = nullptr;
};
using Notes = claims::Few<Note>;

/// Those of `notes` whose NTE01 is ADD or `other`.
Notes notes_with(claims::Few<claims::At<grammar::Nte>> const &notes,
                 claims::Few<DrugText> const &texts, std::string_view loop,
                 std::string_view other) {
  Notes out;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    bool const add = is(notes[i].value.code, "ADD");
    if (add || is(notes[i].value.code, other)) out.push_back({notes[i].at, loop, add, &texts[i]});
  }
  return out;
}

/// The line's own notes of a kind that may tell about the service.
Notes line_notes(claims::DrugLine const &line) {
  return notes_with(line.notes, line.note_texts, "2400", "DCP");
}

/// The claim's additional information, and of an 837I claim its note on medications.
Notes claim_notes(claims::Claim const &claim) {
  if (claim.note_texts.empty()) return {};
  return notes_with(claim.notes, claim.note_texts, "2300", "MED");
}

bool blank(LineCase const &c) {
  return edi::trim(c.service.procedure.description.view()).empty();
}

Draft at_description(LineCase const &c, Report &report) {
  return at_service(c, report, service_fields(c.service).description,
                    c.service.procedure.description.view());
}

bool names(DrugText const &text) {
  return !text.name.empty();
}
bool doses(DrugText const &text) {
  return !text.dose.empty();
}
bool routes(DrugText const &text) {
  return !text.route.empty();
}
bool strengths(DrugText const &text) {
  return !text.strength.empty();
}
bool concentrates(DrugText const &text) {
  return text.concentration;
}
bool compounds(DrugText const &text) {
  return text.compound;
}

/// A name alone may be any word; with an amount, a route or an NDC beside it, it is a drug's.
bool speaks_of_drug(DrugText const &text) {
  return names(text) &&
         (doses(text) || routes(text) || !text.strength.empty() || !text.ndcs.empty());
}

/// The notes that can only be about this line: its own, and those of the claim that speak of a
/// drug where no other line is one.
Notes notes_about(LineCase const &c) {
  Notes out = line_notes(c.line);
  if (c.claim.drug_lines.size() != 1) return out;
  for (Note const &note : claim_notes(c.claim)) {
    if (speaks_of_drug(*note.text)) out.push_back(note);
  }
  return out;
}

/// True where a text says it that the payer reads for this line: the description, or a note where
/// the payer takes notes.
template <class Says>
bool said(LineCase const &c, Says const &says) {
  if (says(c.line.description)) return true;
  if (c.profile.description_place == DescriptionPlace::service) return false;
  auto const notes = notes_about(c);
  return std::any_of(notes.begin(), notes.end(),
                     [&](Note const &note) { return says(*note.text); });
}

bool printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// The note's text where it can stand as a description as it is.
std::optional<std::string_view> as_description(Note const &note, edi::Delimiters const &d) {
  auto const text = edi::trim(note.text->text);
  if (!names(*note.text) || text.size() > most_text || !printable(text) || !d.can_hold(text)) {
    return std::nullopt;
  }
  return text;
}

std::string what_to_type(LineCase const &c) {
  std::string out = "type the drug's name, the dose given and the route into " +
                    std::string(service_fields(c.service).description.name);
  if (auto const listed = reference::listed_name(c); !listed.empty()) {
    out += "; the NDC is of " + listed;
  }
  return out;
}

/// True where the only amount is one per millilitre and the payer wants what was given.
bool only_concentration(LineCase const &c) {
  return c.profile.reject_mg_per_ml && !blank(c) && said(c, concentrates) && !said(c, doses) &&
         !said(c, compounds) && !is(c.service.procedure.code, "J7999");
}

/// True where the quantity of the NDC tells how much was given.
bool has_quantity(claims::DrugLine const &line) {
  return std::any_of(line.loops.begin(), line.loops.end(), [](claims::DrugLoop const &loop) {
    if (!loop.ctp) return false;
    auto const quantity = grammar::read_decimal(edi::trim(loop.ctp->value.quantity.view()));
    return quantity && *quantity > Decimal{};
  });
}

/// `text` without blanks at its ends and with one where it had several; nothing where it is so
/// already or nothing would be left.
std::optional<std::string> tidied(std::string_view text, bool upper) {
  std::string out;
  for (char const c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out.push_back(upper ? edi::fold(c) : c);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out.empty() || out == text ? std::nullopt : std::optional(std::move(out));
}

}  // namespace

void missing(LineCase const &c, Report &report) {
  if (!blank(c)) return;
  Draft draft = at_description(c, report);
  std::size_t const element = service_fields(c.service).description.number;
  if (!c.service.procedure.extra.empty()) {
    draft.suggest("move the text one component forward: it stands after the description");
    return;
  }
  for (Note const &note : notes_about(c)) {
    auto const text = as_description(note, c.claim.delimiters);
    if (!text) continue;
    if (note.loop == "2300") {
      // It may be about another service of the claim.
      draft.opt_in().suggest("copy the claim note").set_component(element, 7, *text);
      return;
    }
    if (note.add && c.claim.professional()) {
      draft.set_component(element, 7, *text);
      return;
    }
  }
  draft.suggest(what_to_type(c));
}

void without_name(LineCase const &c, Report &report) {
  if (blank(c) || said(c, names)) return;
  if (c.line.description.only_stop_words && !c.profile.need_name) return;  // DSC06 speaks
  at_description(c, report)
      .severity(c.profile.need_name ? Severity::error : Severity::warning)
      .suggest(what_to_type(c));
}

void without_dose(LineCase const &c, Report &report) {
  if (c.profile.need_strength && !blank(c) && said(c, names) && !said(c, strengths)) {
    at_description(c, report)
        .message("the strength is missing")
        .suggest("add the strength, such as 30MG/ML");
  }
  if (blank(c) || only_concentration(c)) return;
  if (said(c, doses) || (said(c, compounds) && said(c, concentrates))) return;
  if (!c.profile.need_dose && (c.line.description.only_stop_words || has_quantity(c.line) ||
                               profiles::has_dose(c.service.procedure.code.view()))) {
    return;
  }
  at_description(c, report)
      .severity(c.profile.need_dose ? Severity::error : Severity::warning)
      .suggest("add the total dose given, such as 15MG");
}

void dose_as_concentration(LineCase const &c, Report &report) {
  if (!only_concentration(c)) return;
  at_description(c, report).suggest("type the total dose given in place of the amount per mL");
}

void without_route(LineCase const &c, Report &report) {
  if (!c.profile.need_route || blank(c) || said(c, routes)) return;
  at_description(c, report).suggest("add the route, such as IV, IM or SUBQ");
}

void vague(LineCase const &c, Report &report) {
  if (!c.line.description.only_stop_words) return;
  at_description(c, report).suggest(what_to_type(c));
}

void only_in_note(LineCase const &c, Report &report) {
  if (c.profile.description_place != DescriptionPlace::service || blank(c)) return;
  DrugText const &have = c.line.description;
  if (names(have) && doses(have)) return;
  for (Note const &note : notes_about(c)) {
    if ((names(have) || !names(*note.text)) && (doses(have) || !doses(*note.text))) continue;
    Draft draft = at_description(c, report);
    draft.suggest(note.loop == "2300" ? "put what the claim note says into the description"
                                      : "put what the line note says into the description");
    // Only a description that says nothing loses nothing when the note takes its place.
    auto const text = as_description(note, c.claim.delimiters);
    if (text && have.only_stop_words && note.loop == "2400" && note.add && c.claim.professional()) {
      draft.set_component(service_fields(c.service).description.number, 7, *text);
    }
    return;
  }
}

void only_in_claim_note(ClaimCase const &c, Report &report) {
  auto const &lines = c.claim.drug_lines;
  if (lines.size() < 2 || c.claim.notes.empty()) return;
  bool const unnamed = std::any_of(lines.begin(), lines.end(), [](claims::DrugLine const &line) {
    auto const notes = line_notes(line);
    return !names(line.description) &&
           std::none_of(notes.begin(), notes.end(),
                        [](Note const &note) { return names(*note.text); });
  });
  if (!unnamed) return;
  for (Note const &note : claim_notes(c.claim)) {
    if (!speaks_of_drug(*note.text)) continue;
    report.at(note.at, note.loop, "NTE02").suggest("describe each drug on its own line");
    return;
  }
}

void in_other_note(LineCase const &c, Report &report) {
  for (std::size_t i = 0; i < c.line.notes.size(); ++i) {
    auto const &note = c.line.notes[i];
    if (!is_any(note.value.code, {"TPO", "DCP"}) || !speaks_of_drug(c.line.note_texts[i])) continue;
    report.at(note.at, "2400", "NTE01")
        .before(note.value.code.view())
        .suggest("put the drug into SV101-7, and what does not fit into NTE*ADD");
  }
}

void incomplete_remarks(ClaimCase const &c, Report &report) {
  auto const &lines = c.claim.drug_lines;
  bool const asked = std::any_of(lines.begin(), lines.end(), [&](claims::DrugLine const &line) {
    return is(c.claim.service(line).procedure.code, "C9399");
  });
  if (!asked) return;
  std::optional<claims::Index> at;
  bool name = false, ndc = false, dose = false, route = false, date = false;
  for (Note const &note : claim_notes(c.claim)) {
    if (!note.add) continue;
    if (!at) at = note.at;
    name = name || names(*note.text);
    ndc = ndc || !note.text->ndcs.empty();
    dose = dose || doses(*note.text);
    route = route || routes(*note.text);
    date = date || !note.text->date.empty();
  }
  std::string lacking;
  auto const lack = [&](bool there, std::string_view what) {
    if (!there) lacking.append(lacking.empty() ? "" : ", ").append(what);
  };
  lack(name, "drug name");
  lack(ndc, "NDC");
  lack(dose, "dose");
  lack(route, "route");
  lack(date, "date");
  if (lacking.empty()) return;
  report.at(at.value_or(0), "2300", "NTE02")
      .message("the remarks lack: " + lacking)
      .suggest("write name, NDC, total dose, route and date into NTE*ADD");
}

void untidy(LineCase const &c, Report &report) {
  bool const upper = c.profile.upper_case;
  auto const typed = c.service.procedure.description.view();
  if (auto const text = tidied(typed, upper)) {
    at_description(c, report).set_component(service_fields(c.service).description.number, 7, *text);
  }
  for (Note const &note : line_notes(c.line)) {
    auto const text = tidied(note.text->text, upper);
    if (text) report.at(note.at, "2400", "NTE02").before(note.text->text).set_element(2, *text);
  }
}

}  // namespace noc837::rules::description
