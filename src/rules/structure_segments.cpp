// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "grammar/ndc.hpp"
#include "rules/line_segments.hpp"
#include "rules/structure_checks.hpp"

namespace noc837::rules::structure {
namespace {

using claims::Index;
using TypedNdc = claims::DrugText::TypedNdc;

/// Calls `use(index)` for the drug loop's segments in the guide's order, where the line has exactly
/// one of LIN and at most one of CTP: only then is it certain what belongs together. False where
/// it has not.
template <class Use>
bool each_of_single_loop(claims::DrugLine const &line, Use const &use) {
  if (line.loops.size() != 1) return false;
  auto const &loop = line.loops.front();
  if (line.loose_ctp.size() + (loop.ctp ? 1 : 0) > 1) return false;
  use(loop.lin.at);
  if (loop.ctp) use(loop.ctp->at);
  if (!line.loose_ctp.empty()) use(line.loose_ctp.front().at);
  for (auto const &ref : line.loose_refs) use(ref.at);
  for (auto const &ref : loop.refs) use(ref.at);
  return true;
}

std::optional<std::vector<Index>> single_loop(claims::DrugLine const &line) {
  std::vector<Index> segments;
  bool const single = each_of_single_loop(line, [&](Index at) { segments.push_back(at); });
  return single ? std::optional(std::move(segments)) : std::nullopt;
}

/// True where LIN, CTP and REF stand in another order, but can be put right.
bool out_of_order(claims::DrugLine const &line) {
  Index last = 0;
  bool sorted = true;
  bool const single = each_of_single_loop(line, [&](Index at) {
    sorted = sorted && last <= at;
    last = at;
  });
  return single && !sorted;
}

std::vector<TypedNdc> narrative_ndcs(claims::DrugLine const &line) {
  std::vector<TypedNdc> all(line.description.ndcs.begin(), line.description.ndcs.end());
  for (auto const &note : line.note_texts) {
    all.insert(all.end(), note.ndcs.begin(), note.ndcs.end());
  }
  return all;
}

/// The one NDC that the narrative names, in HIPAA's form; empty when it names none or several.
std::string narrative_ndc(claims::DrugLine const &line) {
  std::string found;
  for (auto const &typed : narrative_ndcs(line)) {
    if (!typed.ndc.known() || (!found.empty() && found != typed.ndc.eleven)) return {};
    found = typed.ndc.eleven;
  }
  return found;
}

/// "CTP04 1, CTP05 ML" where the narrative gives the quantity of this NDC.
std::string narrative_quantity(claims::DrugLine const &line, grammar::Ndc const &ndc) {
  if (!ndc.known()) return {};
  for (auto const &typed : narrative_ndcs(line)) {
    if (typed.ndc.eleven != ndc.eleven || typed.quantity.empty()) continue;
    return "CTP04 " + std::string(typed.quantity.view()) + ", CTP05 " +
           edi::upper(typed.unit.view()) + ", as the narrative has it";
  }
  return {};
}

/// True where LX01 is `expected`, whether or not it is written with zeros before or behind it.
bool counts(claims::Slice number, int expected) {
  if (number.size == 1 && *number.begin == '0' + expected) return true;
  auto const value = grammar::read_decimal(edi::trim(number.view()));
  return value && *value == Decimal(expected, 0);
}

/// The ids of the line's segments: LX SV1 DTP LIN CTP.
std::string ids(claims::Claim const &claim, std::vector<Index> const &segments) {
  std::string out;
  for (Index const at : segments) {
    if (!out.empty()) out += ' ';
    out += edi::element(claim.segment(at).text, 0, claim.delimiters.element);
  }
  return out;
}

}  // namespace

void service_segment_missing(ClaimCase const &c, Report &report) {
  if (c.claim.guide == edi::Guide::other) return;
  std::string_view const wanted = c.claim.institutional() ? "SV2" : "SV1";
  for (auto const &line : c.claim.lines) {
    if (!line.service) {
      report.at(line.begin, "2400", wanted)
          .line(line)
          .message("the line has no " + std::string(wanted) + " segment");
    } else if (line.institutional != c.claim.institutional()) {
      report.at(*line.service, "2400", wanted)
          .line(line)
          .before(line.institutional ? "SV2" : "SV1")
          .suggest(std::string(wanted));
    }
  }
}

void second_drug_loop(LineCase const &c, Report &report) {
  for (std::size_t i = 1; i < c.line.loops.size(); ++i) {
    auto const &lin = c.line.loops[i].lin;
    report.at(lin.at, "2410", "LIN").before(lin.value.id.view());
  }
}

void drug_segment_without_lin(LineCase const &c, Report &report) {
  if (c.line.loose_ctp.empty() && c.line.loose_refs.empty()) return;
  // STR05 puts LIN before what stands in front of it.
  if (single_loop(c.line)) return;
  std::string const ndc = narrative_ndc(c.line);
  auto const say = [&](Index at, char const *id) {
    auto draft = report.at(at, "2410", id).before(c.claim.segment(at).text);
    if (c.line.loops.empty() && !ndc.empty()) {
      draft.suggest("a LIN before it with N4 and " + ndc + ", as the narrative has it");
    }
  };
  for (auto const &ctp : c.line.loose_ctp) say(ctp.at, "CTP");
  for (auto const &ref : c.line.loose_refs) say(ref.at, "REF");
}

void quantity_missing(LineCase const &c, Report &report) {
  for (auto const &loop : c.line.loops) {
    if (loop.ctp || out_of_order(c.line)) continue;
    report.at(loop.lin.at, "2410", "CTP").suggest(narrative_quantity(c.line, loop.ndc));
  }
}

void drug_loop_misplaced(LineCase const &c, Report &report) {
  if (c.line.loops.empty()) return;
  if (!c.line.misplaced && !out_of_order(c.line)) return;
  std::vector<Index> before;
  for (Index at = c.service.begin; at < c.service.end; ++at) before.push_back(at);
  auto draft = report.at(c.line.loops.front().lin.at, "2410", "LIN").before(ids(c.claim, before));
  auto const moved = single_loop(c.line);
  if (!moved) return;
  std::vector<Index> after;
  auto const place = [&](Index end, Index &from) {
    for (; from < end; ++from) {
      if (std::find(moved->begin(), moved->end(), from) == moved->end()) after.push_back(from);
    }
  };
  Index from = c.service.begin;
  place(c.service.insert_drug, from);
  after.insert(after.end(), moved->begin(), moved->end());
  place(c.service.end, from);
  draft.after(ids(c.claim, after));
  for (Index const at : *moved) {
    draft.erase(at).insert_before(c.service.insert_drug, std::string(c.claim.segment(at).text));
  }
}

void line_numbers_not_sequential(ClaimCase const &c, Report &report) {
  struct Change {
    claims::ServiceLine const *line;
    std::string number;
  };
  std::vector<Change> changes;
  int expected = 0;
  for (auto const &line : c.claim.lines) {
    if (c.claim.segment(line.begin).id != edi::tag("LX")) continue;
    ++expected;
    if (counts(line.number, expected)) continue;
    changes.push_back({&line, std::to_string(expected)});
  }
  if (changes.empty()) return;
  auto const &first = changes.front();
  auto draft = report.at(first.line->begin, "2400", "LX01")
                   .line(*first.line)
                   .before(first.line->number.view())
                   .suggest("1, 2, 3 and so on within the claim");
  for (auto const &change : changes) {
    draft.set_text_of(change.line->begin,
                      edi::with_element(c.claim.segment(change.line->begin).text, 1, change.number,
                                        c.claim.delimiters));
  }
  draft.after(first.number);
}

}  // namespace noc837::rules::structure
