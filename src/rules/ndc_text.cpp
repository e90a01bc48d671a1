// SPDX-License-Identifier: Apache-2.0
// The NDC in LIN03 against the NDCs that the narrative holds.
#include <algorithm>
#include <optional>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "grammar/ndc.hpp"
#include "grammar/quantity.hpp"
#include "rules/line_facts.hpp"
#include "rules/narrative.hpp"
#include "rules/ndc_checks.hpp"

namespace noc837::rules::ndc {
namespace {

using grammar::DrugTokenKind;
using grammar::NdcShape;
using TypedNdc = claims::DrugText::TypedNdc;

/// An NDC of the narrative and where it stands.
struct Typed {
  Narrative narrative;
  TypedNdc const *ndc = nullptr;
};

std::vector<Typed> typed_ndcs(LineCase const &c) {
  std::vector<Typed> out;
  for (Narrative const &narrative : narratives(c)) {
    for (TypedNdc const &ndc : narrative.text->ndcs) out.push_back({narrative, &ndc});
  }
  return out;
}

/// N4 or NDC stands before it, so that eleven digits are no telephone number.
bool is_announced(Typed const &typed) {
  std::string_view before = typed.narrative.text->text;
  before = before.substr(0, static_cast<std::size_t>(typed.ndc->typed.begin - before.data()));
  auto const ends_with = [&](std::string_view word) {
    before = before.substr(0, before.find_last_not_of(" :#=.(-") + 1);
    if (before.size() < word.size()) return false;
    return edi::equal_folded(before.substr(before.size() - word.size()), word);
  };
  if (ends_with("N4") || ends_with("NDC")) return true;
  if (!ends_with("NO")) return false;
  before.remove_suffix(2);
  return ends_with("NDC");
}

/// True for text that cannot be anything but an NDC in HIPAA's form.
bool is_certain(Typed const &typed) {
  bool const grouped = typed.ndc->typed.view().find('-') != std::string_view::npos;
  return typed.ndc->ndc.known() && (grouped || is_announced(typed));
}

/// True where the number after the unit stands for itself: in "ML 10 MG", "UN 1-2" and "UN 1 X10"
/// it does not.
bool has_quantity(Typed const &typed) {
  if (typed.ndc->unit.empty()) return false;
  edi::Slice const quantity = typed.ndc->quantity;
  std::string_view rest = typed.narrative.text->text;
  rest.remove_prefix(static_cast<std::size_t>(quantity.begin - rest.data()));
  auto const tokens = grammar::read_drug_text(rest);
  if (tokens.empty() || tokens[0].kind != DrugTokenKind::word) return false;
  if (tokens.size() > 1 && tokens[1].kind == DrugTokenKind::count) return false;
  rest.remove_prefix(quantity.size);
  if (!rest.empty() && std::string_view(",;.").find(rest.front()) != std::string_view::npos) {
    rest.remove_prefix(1);
  }
  return rest.empty() || rest.front() == ' ';
}

bool is_whole(Typed const &typed) {
  return is_certain(typed) && is_announced(typed) && has_quantity(typed);
}

bool is_partial(Typed const &typed) {
  return is_certain(typed) && !has_quantity(typed);
}

/// What the narrative of a line without a drug loop has of it.
enum class InText : std::uint8_t {
  nothing,  ///< no NDC
  whole,    ///< the paper form's way: N4, NDC, unit, quantity
  partly,   ///< an NDC that lacks unit or quantity
};

InText in_text(LineCase const &c, std::vector<Typed> const &typed) {
  if (!c.line.loops.empty()) return InText::nothing;
  if (std::any_of(typed.begin(), typed.end(), is_whole)) return InText::whole;
  return std::any_of(typed.begin(), typed.end(), is_partial) ? InText::partly : InText::nothing;
}

bool lacks_ndc(LineCase const &c) {
  return std::none_of(c.line.loops.begin(), c.line.loops.end(),
                      [](claims::DrugLoop const &loop) { return kind_of(loop) != Loop::other; });
}

/// The quantity of the narrative as CTP04 takes it; nothing where it is not one of the paper
/// form's eight digits and three decimals.
std::optional<std::string> lifted_quantity(Typed const &typed) {
  auto quantity = grammar::plain_number(typed.ndc->quantity.view());
  auto const value = quantity ? grammar::read_decimal(*quantity) : std::nullopt;
  if (!value || value->zero() || value->scale() > 3 || value->integer_digits() > 8) return {};
  return quantity;
}

bool same_quantity(Typed const &a, Typed const &b) {
  return edi::equal_folded(a.ndc->unit.view(), b.ndc->unit.view()) &&
         a.ndc->quantity == b.ndc->quantity.view();
}

bool only_one(std::vector<Typed> const &typed, Typed const &first) {
  return std::all_of(typed.begin(), typed.end(), [&](Typed const &other) {
    return other.ndc->ndc.eleven == first.ndc->ndc.eleven &&
           (other.ndc->unit.empty() || same_quantity(first, other));
  });
}

/// Why the narrative cannot be moved into a drug loop; empty where it can.
std::string_view obstacle(LineCase const &c, std::vector<Typed> const &typed, Typed const &first) {
  if (!c.line.loose_ctp.empty() || !c.line.loose_refs.empty()) {
    return "the drug loop stands in the text and its CTP or REF without a LIN";
  }
  if (!only_one(typed, first)) return "the drug loop stands in the text, which has two of them";
  if (!lifted_quantity(first)) {
    return "the drug loop stands in the text, with a quantity that CTP04 does not take";
  }
  if (drug_name(c.line).empty()) {
    return "the drug loop stands in the text, which does not name the drug";
  }
  return {};
}

std::string lin_text(std::string_view ndc, char separator) {
  return std::string("LIN").append(2, separator).append("N4").append(1, separator).append(ndc);
}

std::string ctp_text(std::string_view quantity, std::string_view unit, char separator) {
  return std::string("CTP")
      .append(4, separator)
      .append(quantity)
      .append(1, separator)
      .append(edi::upper(unit));
}

bool can_hold_all(edi::Delimiters const &delimiters, std::initializer_list<std::string_view> all) {
  return std::all_of(all.begin(), all.end(),
                     [&](std::string_view value) { return delimiters.can_hold(value); });
}

std::string_view paper_form(TypedNdc const &ndc) {
  return {ndc.typed.begin, static_cast<std::size_t>(ndc.quantity.end() - ndc.typed.begin)};
}

void missing(LineCase const &c, Report &report, std::vector<Typed> const &typed) {
  Draft draft = report.at(*c.service.service, "2410", "LIN");
  if (c.profile.quantity == profiles::Need::required) {
    draft.suggest("the NDC in LIN03, its quantity and unit in CTP");
  }
  for (Typed const &one : typed) {
    auto const &ndc = one.ndc->ndc;
    if (ndc.known()) {
      draft.message("the NDC is in the narrative only; LIN03 and CTP are missing")
          .suggest(lin_text(ndc.eleven, c.claim.delimiters.element));
      return;
    }
    if (ndc.shape == NdcShape::ten) {
      draft.message("the narrative has ten digits of an NDC; which zero is missing cannot be known")
          .suggest(alternatives(candidates(ndc.digits)));
      return;
    }
  }
}

/// True where a clean LIN03 and an NDC of the narrative can be the same; nothing where what was
/// typed may be no NDC.
std::optional<bool> agrees(std::string_view eleven, Typed const &typed) {
  auto const &ndc = typed.ndc->ndc;
  if (ndc.known()) {
    if (ndc.eleven == eleven) return true;
    return is_certain(typed) ? std::optional(false) : std::nullopt;
  }
  if (ndc.shape != NdcShape::ten) return std::nullopt;
  auto const possible = candidates(ndc.digits);
  return std::find(possible.begin(), possible.end(), eleven) != possible.end();
}

/// The NDC of a loop whose LIN03 needs no cleaning any more; empty elsewhere.
std::string_view clean_ndc(claims::DrugLoop const &loop) {
  bool const clean = loop.ndc.shape == NdcShape::eleven && !loop.ndc.prefixed && !loop.ndc.padded;
  return clean && holds_ndc(loop) ? loop.lin.value.id.view() : std::string_view{};
}

/// The line's only NDC, in HIPAA's form; empty where there is none or it has yet to be cleaned.
std::string_view line_ndc(claims::DrugLine const &line) {
  return line.loops.size() == 1 ? clean_ndc(line.loops.front()) : std::string_view{};
}

/// One line with two NDCs, for payers that want a line for each.
void second_on_line(LineCase const &c, Report &report) {
  auto const first = c.line.loops.empty() ? std::string_view{} : clean_ndc(c.line.loops.front());
  if (first.empty()) return;
  for (auto const &loop : c.line.loops) {
    auto const ndc = clean_ndc(loop);
    if (ndc.empty() || ndc == first) continue;
    report.at(loop.lin.at, "2410", "LIN03")
        .before(ndc)
        .message("this payer wants a line of its own for each NDC");
    return;
  }
  auto const typed = typed_ndcs(c);
  bool const agreed = std::any_of(typed.begin(), typed.end(), [&](Typed const &one) {
    return agrees(first, one).value_or(false);
  });
  for (Typed const &one : typed) {
    // Without one that agrees they are in conflict: NDC12.
    if (!agreed || !is_certain(one) || one.ndc->ndc.eleven == first) continue;
    report.at(one.narrative.at, "2400", one.narrative.element)
        .before(one.ndc->typed.view())
        .message("this payer wants a line of its own for each NDC");
    return;
  }
}

bool linked(claims::DrugLoop const &a, claims::DrugLoop const &b) {
  for (auto const &mine : a.refs) {
    for (auto const &other : b.refs) {
      if (mine.value.id == other.value.id.view()) return true;
    }
  }
  return false;
}

/// The same drug billed twice from two packages: unlinked lines with one code, day and name.
bool same_drug(LineCase const &c, claims::DrugLine const &other) {
  auto const name = drug_name(c.line);
  return same_dates(c.line, other) &&
         edi::equal_folded(c.service.procedure.code.view(),
                           c.claim.service(other).procedure.code.view()) &&
         !name.empty() && edi::equal_folded(name, drug_name(other)) &&
         !linked(c.line.loops.front(), other.loops.front());
}

/// A second line for a second package, for payers that want its NDC in the first line's note.
void second_line(LineCase const &c, Report &report) {
  constexpr std::size_t most_lines = 999;  // of a claim, by the guides; bounds the search
  auto const ndc = line_ndc(c.line);
  if (ndc.empty()) return;
  auto const &lines = c.claim.drug_lines;
  auto const mine = std::lower_bound(
      lines.begin(), lines.end(), c.line.line,
      [](claims::DrugLine const &line, std::size_t number) { return line.line < number; });
  auto const here = static_cast<std::size_t>(mine - lines.begin());
  for (std::size_t i = here - std::min(here, most_lines); i < here; ++i) {
    auto const other = line_ndc(lines[i]);
    if (other.empty() || other == ndc || !same_drug(c, lines[i])) continue;
    report.at(c.line.loops.front().lin.at, "2410", "LIN03")
        .before(ndc)
        .message("this payer wants a second NDC of one drug in NTE02 of the first line");
    return;
  }
}

}  // namespace

void required(LineCase const &c, Report &report) {
  if (ndc_need(c) != profiles::Need::required || !lacks_ndc(c)) return;
  auto const typed = typed_ndcs(c);
  if (in_text(c, typed) != InText::whole) missing(c, report, typed);
}

void recommended(LineCase const &c, Report &report) {
  if (ndc_need(c) != profiles::Need::recommended || !lacks_ndc(c)) return;
  auto const typed = typed_ndcs(c);
  if (in_text(c, typed) == InText::nothing) missing(c, report, typed);
}

void conflict(LineCase const &c, Report &report) {
  auto const typed = typed_ndcs(c);
  if (typed.empty() || c.line.loops.empty()) return;
  Typed const *odd = nullptr;
  for (auto const &loop : c.line.loops) {
    auto const ndc = clean_ndc(loop);
    if (ndc.empty()) return;
    for (Typed const &one : typed) {
      auto const same = agrees(ndc, one);
      if (same.value_or(false)) return;  // a further NDC is another matter
      if (same && odd == nullptr) odd = &one;
    }
  }
  if (odd == nullptr) return;
  auto const &other = odd->ndc->ndc;
  auto possible = other.known() ? std::vector{other.eleven} : candidates(other.digits);
  std::string const ndc(clean_ndc(c.line.loops.front()));
  possible.insert(possible.begin(), ndc);
  report.at(c.line.loops.front().lin.at, "2410", "LIN03")
      .before(ndc)
      .message("the NDC in LIN03 is not the one in " + std::string(odd->narrative.element))
      .suggest(alternatives(possible));
}

void only_in_text(LineCase const &c, Report &report) {
  if (!c.line.loops.empty()) return;
  auto const typed = typed_ndcs(c);
  auto const first = std::find_if(typed.begin(), typed.end(), is_whole);
  if (first == typed.end()) return;
  Draft draft = report.at(first->narrative.at, "2400", first->narrative.element);
  draft.before(paper_form(*first->ndc));
  if (auto const why = obstacle(c, typed, *first); !why.empty()) {
    draft.message(std::string(why));
    return;
  }
  auto const &delimiters = c.claim.delimiters;
  std::string_view const ndc = first->ndc->ndc.eleven;
  std::string_view const unit = first->ndc->unit.view();
  std::string const quantity = *lifted_quantity(*first);
  std::string const lin = lin_text(ndc, delimiters.element);
  std::string const ctp = ctp_text(quantity, unit, delimiters.element);
  draft.suggest(lin + " " + ctp);
  if (!can_hold_all(delimiters, {"LIN", "N4", ndc, "CTP", quantity, edi::upper(unit)})) return;
  draft.insert_before(c.service.insert_drug, lin)
      .insert_before(c.service.insert_drug, ctp)
      .after(lin + " " + ctp);
}

void in_text_without_quantity(LineCase const &c, Report &report) {
  // Where the payer requires the NDC, NDC01 is the one finding.
  if (ndc_need(c) == profiles::Need::required) return;
  auto const typed = typed_ndcs(c);
  if (in_text(c, typed) != InText::partly) return;
  auto const first = std::find_if(typed.begin(), typed.end(), is_partial);
  report.at(first->narrative.at, "2400", first->narrative.element)
      .before(first->ndc->typed.view())
      .suggest(lin_text(first->ndc->ndc.eleven, c.claim.delimiters.element));
}

void second(LineCase const &c, Report &report) {
  switch (c.profile.multi_ndc) {
    case profiles::MultiNdc::split:
      return second_on_line(c, report);
    case profiles::MultiNdc::note:
      return second_line(c, report);
    case profiles::MultiNdc::any:
      break;
  }
}

}  // namespace noc837::rules::ndc
