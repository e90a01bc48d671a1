// SPDX-License-Identifier: Apache-2.0
// Situations of other payers that compare values.
#include <algorithm>
#include <array>
#include <vector>

#include "edi/elements.hpp"
#include "snip/amounts.hpp"
#include "snip/claim_search.hpp"
#include "snip/situation.hpp"

namespace noc837::snip {
namespace {

using edi::tag;

bool contains(std::vector<std::string_view> const &values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::vector<std::string_view> other_payers(Case const &unit) {
  std::vector<std::string_view> ids;
  each(unit, "2330B", tag("NM1"),
       [&](Placed const &name) { ids.push_back(unit.element(name, 9)); });
  return ids;
}

void other_payer_unknown(Case const &unit, Around const &, Check const &check, Issues &issues) {
  auto const payers = other_payers(unit);
  each(unit, "2430", tag("SVD"), [&](Placed const &svd) {
    if (!contains(payers, unit.element(svd, 1))) add_issue(unit, check, svd, at(1), issues);
  });
}

void other_payer_twice(Case const &unit, Around const &, Check const &check, Issues &issues) {
  std::vector<std::string_view> seen;
  each(unit, "2330B", tag("NM1"), [&](Placed const &name) {
    auto const id = unit.element(name, 9);
    if (!id.empty() && contains(seen, id)) add_issue(unit, check, name, at(9), issues);
    seen.push_back(id);
  });
}

/// SBR01 of the level that the claim stands under; empty where it is not known.
std::string_view destination_sequence(Case const &unit, Around const &around) {
  auto const &delimiters = unit.stretch.delimiters;
  for (std::string_view rest = around.subscriber; !rest.empty();) {
    auto const text = rest.substr(0, rest.find(delimiters.terminator));
    rest.remove_prefix(std::min(rest.size(), text.size() + 1));
    auto const segment = edi::trim(text);
    if (edi::element(segment, 0, delimiters.element) == "SBR") {
      return edi::element(segment, 1, delimiters.element);
    }
  }
  return {};
}

void payer_sequence_twice(Case const &unit, Around const &around, Check const &check,
                          Issues &issues) {
  std::vector<std::string_view> seen = {destination_sequence(unit, around)};
  each(unit, "2320", tag("SBR"), [&](Placed const &sbr) {
    auto const sequence = unit.element(sbr, 1);
    if (sequence == "U" || sequence.empty()) return;
    if (contains(seen, sequence)) add_issue(unit, check, sbr, at(1), issues);
    seen.push_back(sequence);
  });
}

void noncovered_amount(Case const &unit, Around const &, Check const &check, Issues &issues) {
  auto const *claim = first(unit, "2300", tag("CLM"));
  auto const total = claim == nullptr ? std::nullopt : amount(unit.element(*claim, 2));
  each(unit, "2320", tag("AMT"), [&](Placed const &amt) {
    auto const value = amount(unit.element(amt, 2));
    if (unit.element(amt, 1) == "A8" && total && value && *value != *total) {
      add_issue(unit, check, amt, at(2), issues).suggestion = total->to_money();
    }
  });
}

void bundled_line(Case const &unit, Around const &, Check const &check, Issues &issues) {
  std::vector<std::string_view> lines;
  each(unit, "2400", tag("LX"), [&](Placed const &lx) { lines.push_back(unit.element(lx, 1)); });
  each(unit, "2430", tag("SVD"), [&](Placed const &svd) {
    auto const line = unit.element(svd, 6);
    if (!line.empty() && !contains(lines, line)) add_issue(unit, check, svd, at(6), issues);
  });
}

void payment_date(Case const &unit, Around const &, Check const &check, Issues &issues) {
  auto const is_decided_on_lines = [&](std::string_view payer) {
    bool found = false;
    each(unit, "2430", tag("SVD"),
         [&](Placed const &svd) { found = found || unit.element(svd, 1) == payer; });
    return found;
  };
  Placed const *paid = nullptr;
  std::string_view payer;
  bool dated = false;
  auto const end_of_payer = [&] {
    if (paid != nullptr && !dated && !is_decided_on_lines(payer)) {
      Issue &issue = add_missing(unit, check, *paid, "DTP", "2330B", issues);
      issue.trigger = trigger_at(unit, *paid, at(1));
    }
    paid = nullptr;
    dated = false;
    payer = {};
  };
  for (auto const &segment : unit.segments) {
    auto const loop = unit.loop_of(segment);
    if (segment.id == tag("SBR")) end_of_payer();
    if (loop == "2320" && segment.id == tag("AMT") && unit.element(segment, 1) == "D") {
      paid = &segment;
    }
    if (loop != "2330B") continue;
    if (segment.id == tag("NM1")) payer = unit.element(segment, 9);
    if (segment.id == tag("DTP")) dated = true;
  }
  end_of_payer();
}

void adjustment_group(Case const &unit, Around const &, Check const &check, Issues &issues) {
  std::vector<std::string_view> seen;
  for (auto const &segment : unit.segments) {
    if (segment.begins) seen.clear();
    if (segment.id != tag("CAS")) continue;
    auto const group = unit.element(segment, 1);
    if (contains(seen, group)) add_issue(unit, check, segment, at(1), issues);
    seen.push_back(group);
  }
}

void adjustment_zero(Case const &unit, Around const &, Check const &check, Issues &issues) {
  each(unit, "2", tag("CAS"), [&](Placed const &cas) {
    for (std::size_t i = 3; i <= 18; i += 3) {
      auto const value = amount(unit.element(cas, i));
      if (value && value->zero()) add_issue(unit, check, cas, at(i), issues);
    }
  });
}

constexpr std::array payer_rows = {
    Situation{.check = {.id = "SNP468",
                        .name = "other-payer-unknown",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:286",
                        .summary = "a line was decided on by a payer that no loop 2330B names",
                        .explanation = "SVD01 repeats the id of the other payer, 2330B NM109.",
                        .source = "2430 SVD01, 2330B NM109"},
              .run = other_payer_unknown},
    Situation{
        .check =
            {.id = "SNP469",
             .name = "other-payer-twice",
             .level = Level::situation,
             .severity = Severity::warning,
             .segment_code = "8",
             .element_code = "I12",
             .stc = "A7:286",
             .summary = "two other payers have the same id",
             .explanation =
                 "Lines name their payer by 2330B NM109, so that each must be unique in the claim.",
             .source = "2330B NM109"},
        .run = other_payer_twice},
    Situation{.check = {.id = "SNP470",
                        .name = "payer-sequence-twice",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:21",
                        .summary = "two payers of the claim have the same place in the sequence",
                        .explanation = "SBR01 of the destination payer and of each other payer "
                                       "differ, unless unknown (U).",
                        .source = "2000B and 2320 SBR01"},
              .run = payer_sequence_twice},
    Situation{.check = {.id = "SNP471",
                        .name = "noncovered-amount-differs",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:400",
                        .summary = "the amount not covered is not the claim charge",
                        .explanation =
                            "AMT*A8 says that all of the claim is not covered: it equals CLM02.",
                        .source = "2320 AMT*A8, CLM02"},
              .run = noncovered_amount},
    Situation{.check = {.id = "SNP472",
                        .name = "bundled-line-unknown",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:21",
                        .summary = "a bundled line does not exist",
                        .explanation = "SVD06 is the LX01 of a line of this claim.",
                        .source = "2430 SVD06, 2400 LX01"},
              .run = bundled_line},
    Situation{.check = {.id = "SNP473",
                        .name = "payment-date-missing",
                        .level = Level::situation,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A6:21",
                        .summary = "another payer paid and the date is missing",
                        .explanation = "The date on which a payer decided stands in 2330B DTP*573, "
                                       "unless the lines have it in 2430.",
                        .source = "2330B DTP*573, 2430"},
              .run = payment_date},
    Situation{
        .check = {.id = "SNP474",
                  .name = "adjustment-group-twice",
                  .level = Level::situation,
                  .severity = Severity::warning,
                  .segment_code = "8",
                  .element_code = "I12",
                  .stc = "A7:21",
                  .summary = "two CAS segments of one payer have the same group",
                  .explanation = "Adjustments of one group belong into one CAS, up to six of them.",
                  .source = "2320 and 2430 CAS01"},
        .run = adjustment_group},
    Situation{.check = {.id = "SNP475",
                        .name = "adjustment-zero",
                        .level = Level::situation,
                        .severity = Severity::warning,
                        .segment_code = "8",
                        .element_code = "I12",
                        .stc = "A7:21",
                        .summary = "an adjustment is 0",
                        .explanation = "An adjustment that changes nothing is left out.",
                        .source = "2320 and 2430 CAS"},
              .run = adjustment_zero},
};

}  // namespace

std::span<Situation const> payer_situations() {
  return payer_rows;
}

}  // namespace noc837::snip
