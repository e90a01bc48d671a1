// SPDX-License-Identifier: Apache-2.0
#include "rules/given.hpp"

#include <algorithm>
#include <array>

#include "grammar/decimal.hpp"
#include "grammar/eight_bytes.hpp"
#include "rules/diagnosis_form.hpp"
#include "rules/line_facts.hpp"
#include "rules/line_segments.hpp"
#include "rules/quantity_form.hpp"
#include "rules/service_fields.hpp"

namespace noc837::rules {
namespace {

/// Collects parts.
class Parts {
 public:
  void note(bool there, Given what) {
    if (there) all_ = all_ | what;
  }
  [[nodiscard]] Given all() const { return all_; }

 private:
  Given all_ = Given::nothing;
};

/// True for other than a whole number of one to eight digits above zero.
bool odd_number(std::string_view text) {
  if (text.empty() || text.size() > most_unit_digits || text.front() == '0') return true;
  return !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool odd_quantity(std::string_view text) {
  auto const value = quantity::plain_quantity(text);
  return !value || *value <= Decimal{};
}

bool odd_charge(std::string_view text) {
  auto const value = grammar::read_decimal(text);
  return !value || *value <= token_charge || value->scale() > most_charge_decimals;
}

/// Looks at a segment eight bytes at a time. All that is there is noted; what is noted need not be
/// there.
void note_bytes(std::string_view text, edi::Delimiters const &delimiters, Parts &parts) {
  constexpr auto ones = grammar::each_byte(1);
  std::uint64_t foreign = 0;  // the highest bit of a byte that is not between blank and tilde
  std::uint64_t open = 0;     // of an element separator behind a component separator
  auto const look = [&](char const *at) {
    auto const word = grammar::eight_bytes(at);
    foreign |= word | (word - ones * ' ') | (word + ones);
    open |= grammar::marks_of(delimiters.component, word) << 8U &
            grammar::marks_of(delimiters.element, word);
  };
  if (text.size() < 8) {
    std::array<char, 8> padded;
    padded.fill(' ');
    std::copy(text.begin(), text.end(), padded.begin());
    look(padded.data());
  } else {
    auto const *const last = text.data() + text.size() - 8;
    for (auto const *at = text.data(); at < last; at += 7) look(at);
    look(last);
  }
  bool const open_last =
      !text.empty() && (text.back() == delimiters.component || text.back() == delimiters.element);
  parts.note((foreign & ones << 7U) != 0, Given::odd_bytes);
  parts.note(open != 0 || open_last, Given::open_end);
}

void note_ctp(claims::At<grammar::Ctp> const &ctp, Parts &parts) {
  auto const &[class_of_trade, price_id, price, quantity, unit, unit_extra, extra] = ctp.value;
  parts.note(true, Given::quantity);
  parts.note(!(quantity == "1"), Given::other_quantity);
  if (odd_number(quantity.view())) {
    parts.note(true, Given::fine_quantity);
    parts.note(odd_quantity(quantity.view()), Given::odd_quantity);
  }
  parts.note(!one_of(unit.view(), quantity::standard_units), Given::odd_unit);
  parts.note(!class_of_trade.empty() || !price_id.empty() || !price.empty() ||
                 !unit_extra.empty() || !extra.empty(),
             Given::surplus);
}

bool has_ndc_qualifier(claims::DrugLoop const &loop) {
  return loop.lin.value.qualifier == "N4";
}

void note_loop(claims::DrugLoop const &loop, Parts &parts) {
  auto const &lin = loop.lin.value;
  parts.note(true, Given::drug_loop);
  parts.note(!loop.refs.empty(), Given::prescription);
  parts.note(!has_ndc_qualifier(loop), Given::odd_qualifier);
  parts.note(loop.ndc.shape != grammar::NdcShape::eleven || loop.ndc.padded || loop.ndc.prefixed,
             Given::odd_ndc);
  parts.note(lin.id.size > longest_product_id, Given::long_text);
  parts.note(!lin.assigned.empty() || !lin.extra.empty(), Given::surplus);
  if (loop.ctp) {
    note_ctp(*loop.ctp, parts);
  } else {
    parts.note(true, Given::no_quantity);
  }
}

void note_service(claims::ServiceLine const &service, Parts &parts) {
  auto const &procedure = service.procedure;
  parts.note(!(procedure.qualifier == "HC"), Given::odd_qualifier);
  parts.note(!one_of(procedure.code.view(), {"J3490", "J3590"}), Given::rare_code);
  parts.note(!procedure.modifier1.empty() || !procedure.modifier2.empty() ||
                 !procedure.modifier3.empty() || !procedure.modifier4.empty(),
             Given::modifier);
  parts.note(edi::trim(procedure.description.view()).empty(), Given::blank_text);
  parts.note(!procedure.extra.empty(), Given::surplus);
  parts.note(odd_charge(service.charge.view()), Given::odd_charge);
  parts.note(!(service.basis == "UN"), Given::odd_basis);
  if (service.units == "1") return;
  parts.note(true, Given::many_units);
  parts.note(odd_number(service.units.view()), Given::odd_units);
}

void note_narrative(claims::DrugText const &text, profiles::Profile const &profile, Parts &parts) {
  parts.note(text.text.size() > longest_text, Given::long_text);
  parts.note(!text.ndcs.empty(), Given::typed_ndc);
  parts.note(text.compound, Given::compound);
  parts.note(text.stray_blanks || (profile.upper_case && text.small_letters), Given::untidy_text);
}

bool lacks_something(claims::DrugText const &text, profiles::Profile const &profile) {
  return text.name.empty() || text.dose.empty() || text.route.empty() ||
         (profile.need_strength && text.strength.empty());
}

}  // namespace

Given given_of(ClaimCase const &c) {
  Parts parts;
  parts.note(c.claim.drug_lines.size() > 1, Given::other_line);
  parts.note(!c.claim.notes.empty(), Given::claim_note);
  for (auto const &diagnosis : c.claim.diagnoses) {
    auto const code = diagnosis.code.code.view();
    auto const chapter = chapter_of(code);
    parts.note(!is_bare(code), Given::odd_diagnosis);
    parts.note(chapter == 'T', Given::t_diagnosis);
    parts.note(chapter == 'Z', Given::z_diagnosis);
    parts.note(diagnosis.list == claims::CodeList::icd9, Given::old_diagnosis);
  }
  parts.note(c.profile.medicare, Given::medicare);
  return parts.all();
}

Given given_of(LineCase const &c) {
  Parts parts;
  auto const &line = c.line;
  note_service(c.service, parts);
  for (auto const &loop : line.loops) note_loop(loop, parts);
  for (auto const &ctp : line.loose_ctp) note_ctp(ctp, parts);
  for (auto const &part : line.segments) {
    note_bytes(c.claim.segment(part.at).text, c.claim.delimiters, parts);
  }
  note_narrative(line.description, c.profile, parts);
  for (auto const &text : line.note_texts) note_narrative(text, c.profile, parts);
  parts.note(lacks_something(line.description, c.profile), Given::bare_text);
  parts.note(std::none_of(line.loops.begin(), line.loops.end(), has_ndc_qualifier), Given::no_ndc);
  parts.note(line.loops.size() > 1, Given::second_loop);
  parts.note(!line.loose_ctp.empty() || !line.loose_refs.empty(), Given::astray);
  parts.note(!line.notes.empty(), Given::line_note);
  parts.note(!line.adjudications.empty(), Given::adjudication);
  parts.note(c.tables != nullptr && c.tables->has_directory(), Given::directory);
  parts.note(c.tables != nullptr && c.tables->has_crosswalk(), Given::crosswalk);
  return parts.all();
}

}  // namespace noc837::rules
