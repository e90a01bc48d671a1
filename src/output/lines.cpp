// SPDX-License-Identifier: Apache-2.0
#include "output/lines.hpp"

#include <array>
#include <charconv>

#include "base/iso_date.hpp"
#include "edi/elements.hpp"

namespace noc837::output {
namespace {

using R = LineRecord;

std::string_view text(std::string_view value) {
  return value;
}
std::string_view text(claims::Slice value) {
  return value.view();
}

claims::ServiceLine const &service(R const &r) {
  return r.claim.service(r.line);
}
edi::Segment const &segment(R const &r) {
  return r.claim.segment(*service(r).service);
}

/// Appends with a separator.
void join(std::string &out, std::string_view value, std::string_view separator = "|") {
  if (value.empty()) return;
  if (!out.empty()) out += separator;
  out += value;
}

std::string site(R const &r) {
  return r.claim.institutional() ? r.claim.type_of_bill()
                                 : std::string(r.claim.place_of_service(service(r)));
}

std::string diagnoses(R const &r) {
  std::string out;
  for (auto const &diagnosis : r.claim.diagnoses) {
    auto const qualifier = edi::upper(diagnosis.code.qualifier.view());
    bool const is_diagnosis = qualifier.starts_with("AB") || qualifier == "BK" ||
                              qualifier == "BF" || qualifier == "BJ" || qualifier == "APR";
    if (!is_diagnosis) continue;
    join(out, qualifier);
    out.append(":").append(diagnosis.code.code.view());
  }
  return out;
}

/// REF*G1 of the line, else of the claim.
std::string_view authorization(R const &r) {
  for (auto const *refs : {&r.line.refs, &r.claim.refs}) {
    for (auto const &ref : *refs) {
      if (ref.value.qualifier == "G1") return text(ref.value.id);
    }
  }
  return {};
}

std::string_view line_ref(R const &r, std::string_view qualifier) {
  for (auto const &ref : r.line.refs) {
    if (ref.value.qualifier == qualifier) return text(ref.value.id);
  }
  return {};
}

std::string drug_ref(R const &r, std::string_view qualifier) {
  std::string out;
  for (auto const &loop : r.line.loops) {
    for (auto const &ref : loop.refs) {
      if (edi::equal_folded(ref.value.qualifier.view(), qualifier)) join(out, ref.value.id.view());
    }
  }
  return out;
}

std::string modifiers(R const &r) {
  std::string out;
  for (int i = 1; i <= 4; ++i) join(out, service(r).procedure.modifier(i).view(), " ");
  return out;
}

std::string notes(R const &r) {
  std::string out;
  auto const add = [&](std::string text, grammar::Nte const &note) {
    join(out, text.append(note.code.view()).append(": ").append(note.text.view()));
  };
  for (auto const &note : r.line.notes) add("", note.value);
  for (auto const &note : r.claim.notes) add("claim ", note.value);
  return out;
}

template <class Get>
std::string each_loop(R const &r, Get get) {
  std::string out;
  for (auto const &loop : r.line.loops) join(out, get(loop));
  return out;
}

std::string normalized_ndc(R const &r) {
  return each_loop(r, [](claims::DrugLoop const &loop) {
    bool const labelled = edi::equal_folded(loop.lin.value.qualifier.view(), "N4");
    return labelled ? std::string_view(loop.ndc.eleven) : std::string_view();
  });
}

/// The first narrative that has what is asked for: the description, then the notes.
template <class Get>
std::string_view narrative(R const &r, Get get) {
  std::string_view out = get(r.line.description);
  for (auto const &note : r.line.note_texts) {
    if (!out.empty()) break;
    out = get(note);
  }
  return out;
}

template <claims::Slice claims::DrugText::*field>
std::string_view drug_text(R const &r) {
  return narrative(r, [](claims::DrugText const &t) { return text(t.*field); });
}

template <class Get>
std::string_view typed_ndc(R const &r, Get get) {
  return narrative(r, [&](claims::DrugText const &t) {
    return t.ndcs.empty() ? std::string_view() : get(t.ndcs.front());
  });
}

using Typed = claims::DrugText::TypedNdc;

constexpr std::array columns = {
    Column<R>{"file", [](R const &r) { return text(r.context.file); }},
    Column<R>{"guide", [](R const &r) { return text(r.context.guide); }},
    Column<R>{"interchange", [](R const &r) { return text(r.context.interchange); }},
    Column<R>{"group", [](R const &r) { return text(r.context.group); }},
    Column<R>{"set", [](R const &r) { return text(r.context.set); }},
    Column<R>{"claim", [](R const &r) { return text(r.context.claim); }},
    Column<R>{"frequency", [](R const &r) { return text(r.claim.header.frequency); }},
    Column<R>{"line", [](R const &r) { return text(service(r).number); }},
    Column<R>{"offset", [](R const &r) { return std::to_string(segment(r).offset); },
              Holds::position},
    Column<R>{"segment", [](R const &r) { return std::to_string(segment(r).ordinal); },
              Holds::position},
    Column<R>{"site", site},
    Column<R>{"service_from",
              [](R const &r) {
                return r.line.service_date ? iso_date(r.line.service_date->first) : std::string();
              },
              Holds::date},
    Column<R>{"service_to",
              [](R const &r) {
                return r.line.service_date ? iso_date(r.line.service_date->last) : std::string();
              },
              Holds::date},
    Column<R>{"filing_indicator",
              [](R const &r) { return text(r.claim.levels.filing_indicator); }},
    Column<R>{"payer_id", [](R const &r) { return text(r.claim.levels.payer_id); }},
    Column<R>{"payer_name", [](R const &r) { return text(r.claim.levels.payer_name); }},
    Column<R>{"billing_npi", [](R const &r) { return text(r.claim.levels.billing_npi); }},
    Column<R>{"rendering_npi", [](R const &r) { return text(r.line.rendering_npi); }},
    Column<R>{"diagnoses", diagnoses},
    Column<R>{"pointers", [](R const &r) { return text(service(r).pointers); }},
    Column<R>{"authorization", authorization},
    Column<R>{"line_control", [](R const &r) { return line_ref(r, "6R"); }},
    Column<R>{"revenue_code", [](R const &r) { return text(service(r).revenue); }},
    Column<R>{"procedure", [](R const &r) { return text(service(r).procedure.code); }},
    Column<R>{"modifiers", modifiers},
    Column<R>{"description", [](R const &r) { return text(service(r).procedure.description); }},
    Column<R>{"charge", [](R const &r) { return text(service(r).charge); }, Holds::amount},
    Column<R>{"basis", [](R const &r) { return text(service(r).basis); }},
    Column<R>{"units", [](R const &r) { return text(service(r).units); }, Holds::amount},
    Column<R>{"notes", notes},
    Column<R>{"ndc_qualifier",
              [](R const &r) {
                return each_loop(r, [](auto const &l) { return text(l.lin.value.qualifier); });
              }},
    Column<R>{"ndc_typed",
              [](R const &r) {
                return each_loop(r, [](auto const &l) { return text(l.lin.value.id); });
              }},
    Column<R>{"ndc", normalized_ndc},
    Column<R>{"quantity",
              [](R const &r) {
                return each_loop(
                    r, [](auto const &l) { return l.ctp ? text(l.ctp->value.quantity) : ""; });
              },
              Holds::amount},
    Column<R>{"unit",
              [](R const &r) {
                return each_loop(
                    r, [](auto const &l) { return l.ctp ? text(l.ctp->value.unit) : ""; });
              }},
    Column<R>{"prescription", [](R const &r) { return drug_ref(r, "XZ"); }},
    Column<R>{"link_sequence", [](R const &r) { return drug_ref(r, "VY"); }},
    Column<R>{"text_name", drug_text<&claims::DrugText::name>},
    Column<R>{"text_strength", drug_text<&claims::DrugText::strength>},
    Column<R>{"text_dose", drug_text<&claims::DrugText::dose>},
    Column<R>{"text_route", drug_text<&claims::DrugText::route>},
    Column<R>{"text_ndc",
              [](R const &r) { return typed_ndc(r, [](Typed const &t) { return text(t.typed); }); }},
    Column<R>{"text_quantity",
              [](R const &r) {
                return typed_ndc(r, [](Typed const &t) { return text(t.quantity); });
              },
              Holds::amount},
    Column<R>{"text_unit",
              [](R const &r) { return typed_ndc(r, [](Typed const &t) { return text(t.unit); }); }},
    Column<R>{"text_lot", drug_text<&claims::DrugText::lot>},
    Column<R>{"text_price", drug_text<&claims::DrugText::price>, Holds::amount},
};

}  // namespace

std::span<Column<LineRecord> const> line_columns() {
  return columns;
}

}  // namespace noc837::output
