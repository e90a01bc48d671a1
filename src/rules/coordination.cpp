// SPDX-License-Identifier: Apache-2.0
// What a claim owes to other payers, earlier claims and prior decisions. The rows without a check
// need more than one claim at hand: the pipeline raises them.
#include <algorithm>
#include <array>
#include <string>

#include "edi/elements.hpp"
#include "rules/families.hpp"
#include "rules/line_facts.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

void code_changed(LineCase const &c, Report &report) {
  auto const billed = edi::trim(c.service.procedure.code.view());
  for (auto const &adjudication : c.line.adjudications) {
    auto const &procedure = adjudication.value.procedure;
    if (is(procedure.code, "") || is(procedure.code, billed)) continue;
    report.at(adjudication.at, "2430", "SVD03-2").before(procedure.code.view());
  }
}

/// A REF of this kind with a value.
bool has_ref(claims::Few<claims::At<grammar::Ref>> const &refs, std::string_view qualifier) {
  return std::any_of(refs.begin(), refs.end(), [&](auto const &ref) {
    return is(ref.value.qualifier, qualifier) && !is(ref.value.id, "");
  });
}

void original_missing(ClaimCase const &c, Report &report) {
  auto const frequency = edi::trim(c.claim.header.frequency.view());
  if (!one_of(frequency, {"7", "8"}) || has_ref(c.claim.refs, "F8")) return;
  report.at(0, "2300", "REF02").suggest("REF*F8 with the payer's number of the first claim");
}

/// One of the claim's other payers (2320) is Medicare.
bool medicare_is_other_payer(claims::Claim const &claim) {
  if (claim.other_payers == 0) return false;
  claims::Index const end = claim.lines.empty() ? claim.segments->size() : claim.lines[0].begin;
  for (claims::Index at = 0; at < end; ++at) {
    if (claim.segment(at).id != edi::tag("SBR")) continue;
    auto const sbr = grammar::read_sbr(claim.segment(at).text, claim.delimiters);
    if (is_any(sbr.filing, {"MA", "MB"})) return true;
  }
  return false;
}

bool has_ndc(claims::DrugLine const &line) {
  return std::any_of(line.loops.begin(), line.loops.end(),
                     [](auto const &loop) { return !edi::trim(loop.lin.value.id.view()).empty(); });
}

void crossover_without_ndc(ClaimCase const &c, Report &report) {
  if (!c.profile.medicaid || !medicare_is_other_payer(c.claim)) return;
  for (auto const &line : c.claim.drug_lines) {
    auto const &service = c.claim.service(line);
    if (has_ndc(line)) continue;
    report.at(*service.service, "2410", "LIN03")
        .line(service)
        .suggest("the NDC from the package, in LIN03");
  }
}

void authorization_missing(LineCase const &c, Report &report) {
  if (!c.profile.need_authorization) return;
  if (has_ref(c.claim.refs, "G1") || has_ref(c.line.refs, "G1")) return;
  report.at(*c.service.service, c.claim.professional() ? "2400" : "2300", "REF02")
      .suggest("REF*G1 with the authorization number");
}

void payer_contradictory(ClaimCase const &c, Report &report) {
  using Against = profiles::Recognized::Against;
  auto const &levels = c.claim.levels;
  auto const contradicts = [&](std::string_view loop, std::string_view element, edi::Slice value) {
    report.at(0, loop, element)
        .before(value.view())
        .message(std::string(element) + " fits " + c.payer.other->name +
                 ", the rest of what tells the payer " + c.payer.profile->name);
  };
  switch (c.payer.against) {
    case Against::payer_id:
      return contradicts("2010BB", "NM109", levels.payer_id);
    case Against::filing_indicator:
      return contradicts("2000B", "SBR09", levels.filing_indicator);
    case Against::name:
      return contradicts("2010BB", "NM103", levels.payer_name);
    case Against::nothing:
      break;
  }
}

void payer_unknown(ClaimCase const &c, Report &report) {
  if (c.payer.known) return;
  report.at(0, "2010BB", "NM109").before(c.claim.levels.payer_id.view());
}

constexpr std::array rules = {
    Rule{.id = "COB01",
         .name = "adjudicated-code-differs",
         .family = "coordination",
         .severity = Severity::info,
         .extended = true,
         .stc = "A7:710",
         .summary = "the payer before paid another code than the one billed here",
         .explanation =
             "SVD03 repeats the procedure under which the earlier payer decided. When it is not "
             "the code of the line, that payer changed it, or the line was retyped. Both can be "
             "right; check that the line still bills what the next payer expects.",
         .source = "005010X222A1 and 005010X223A2, 2430 SVD03-2",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~ ... SVD*12345*80*HC:J1885**1~",
         .after = "SV1*HC:J1885*150*UN*1***1~ ... SVD*12345*80*HC:J1885**1~",
         .given = Given::adjudication,
         .check_line = code_changed},
    Rule{
        .id = "COB02",
        .name = "original-reference-missing",
        .family = "coordination",
        .severity = Severity::error,
        .stc = "A6:464",
        .summary = "a replacement or void does not name the claim that it replaces",
        .explanation =
            "Frequency 7 replaces an earlier claim and 8 cancels it, and REF*F8 carries the number "
            "that the payer gave to that claim. Without it the payer cannot find the claim and "
            "rejects this one, or pays twice. The number is on the payer's remittance.",
        .source = "005010X222A1 and 005010X223A2, 2300 CLM05-3 and REF*F8",
        .before = "CLM*PCN1*150***11:B:7*Y*A*Y*Y~HI*ABK:M545~",
        .after = "CLM*PCN1*150***11:B:7*Y*A*Y*Y~REF*F8*202609140001~HI*ABK:M545~",
        .check_claim = original_missing},
    Rule{.id = "COB03",
         .name = "crossover-without-ndc",
         .family = "coordination",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A6:218",
         .summary = "Medicare decided without an NDC, Medicaid wants one",
         .explanation =
             "Medicaid collects rebates by NDC and asks for it on every drug line, also when "
             "Medicare paid first and did not need it. A crossover line without NDC is denied. "
             "Type the NDC of the package that was used.",
         .source = "http://anco-online.blogspot.com/2008/08/dhcsmedical-program-update-ndc.html",
         .before = "SBR*P*18*******MB~ ... SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SBR*P*18*******MB~ ... SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~"
                  "LIN**N4*00409379501~CTP****1*ML~",
         .check_claim = crossover_without_ndc},
    Rule{.id = "PAY01",
         .name = "payer-contradictory",
         .family = "coordination",
         .severity = Severity::warning,
         .stc = "A7:480",
         .summary = "payer id, filing indicator and payer name point to different payers",
         .explanation =
             "We recognise a payer by its id in NM109, then by the filing indicator in SBR09, then "
             "by its name. Where they disagree the id decides which payer's wishes are checked, "
             "and the claim may go to the wrong place. Put right the one that is wrong.",
         .source = "005010X222A1 and 005010X223A2, 2000B SBR09, 2010BB NM103 and NM109; payer ids "
                   "are common practice",
         .before = "SBR*P*18*******MB~ ... NM1*PR*2*AETNA*****PI*60054~",
         .after = "SBR*P*18*******CI~ ... NM1*PR*2*AETNA*****PI*60054~",
         .check_claim = payer_contradictory},
    Rule{.id = "PAY02",
         .name = "payer-unknown",
         .family = "coordination",
         .severity = Severity::info,
         .extended = true,
         .stc = "",
         .summary = "no profile fits the payer, so the generic rules were used",
         .explanation =
             "For payers that we know, a profile says what they ask of an unclassified drug. This "
             "payer's id, filing indicator and name fit none, so only what every payer wants was "
             "checked. Name a profile with --profile, or add one for this payer.",
         .source = "this program's profiles",
         .before = "NM1*PR*2*SMALL TOWN HEALTH PLAN*****PI*99999~",
         .after = "NM1*PR*2*SMALL TOWN HEALTH PLAN*****PI*99999~",
         .check_claim = payer_unknown},
    Rule{.id = "AUT01",
         .name = "authorization-missing",
         .family = "coordination",
         .severity = Severity::info,
         .stc = "A6:252",
         .summary = "the payer expects a prior authorization and the claim has none",
         .explanation =
             "The payer's profile says that unclassified drugs are to be authorized before they "
             "are given. The number goes into REF*G1, of the claim or, on professional claims, of "
             "the line; without it the line is likely to be denied. If the drug needed none, "
             "ignore this.",
         .source = "005010X222A1 2300 and 2400 REF*G1, 005010X223A2 2300 REF*G1",
         .before = "CLM*PCN1*150***11:B:1*Y*A*Y*Y~HI*ABK:M545~",
         .after = "CLM*PCN1*150***11:B:1*Y*A*Y*Y~REF*G1*AUTH4471~HI*ABK:M545~",
         .check_line = authorization_missing},
    Rule{.id = "DUP01",
         .name = "claim-duplicate",
         .family = "coordination",
         .severity = Severity::warning,
         .stc = "A3:54",
         .summary = "the same claim came before, in this file or an earlier one",
         .explanation =
             "A claim with the same number, billing provider, payer and lines came up before in "
             "this file or, where a ledger is kept, in a file that was processed earlier. The "
             "payer will deny the second as a duplicate. Take one out, or make it a replacement "
             "(frequency 7) if it was meant to change the first. What was replaced or voided "
             "since does not count. Only claims with an unclassified-drug line are compared, and "
             "without a ledger 500,000 of a file are remembered: where it has more, the later "
             "ones are compared with those, and the summary says so.",
         .source = "claim status code 54; CMS MLN Matters MM8121",
         .before = "CLM*PCN1*150***11:B:1*Y*A*Y*Y~ ... CLM*PCN1*150***11:B:1*Y*A*Y*Y~",
         .after = "CLM*PCN1*150***11:B:1*Y*A*Y*Y~"},
    Rule{.id = "DUP02",
         .name = "line-duplicate",
         .family = "coordination",
         .severity = Severity::warning,
         .stc = "A3:54",
         .summary = "the same dose was billed before, in another claim",
         .explanation =
             "Where a ledger is kept: another claim, of this file or of one that was processed "
             "earlier, has billed the same drug in the same quantity for the same patient, day, "
             "billing provider and payer, and was neither replaced nor voided since. Payers deny "
             "such a line, or ask the money back later. If it is the same dose, take the line "
             "out; if the drug was given twice that day, say so with a modifier (76, 77, 59).",
         .source = "claim status code 54; CMS MLN Matters MM8121; TRICARE Operations Manual, "
                   "chapter 8, section 9",
         .before = "CLM*PCN2*150***11:B:1*Y*A*Y*Y~ ... SV1*HC:J3490*85*UN*1***1~",
         .after = "CLM*PCN2*65***11:B:1*Y*A*Y*Y~ ..."},
    Rule{.id = "HLX01",
         .name = "hierarchy-broken",
         .family = "coordination",
         .severity = Severity::error,
         .stc = "IK403:7",
         .summary = "the numbers of the HL segments do not fit together",
         .explanation =
             "Within a transaction set HL01 counts 1, 2, 3 and HL02 names the level above, which "
             "must have come before. A payer that finds a gap or an unknown parent cannot tell "
             "whose claim it reads, and rejects the whole set. Files that were cut or joined by "
             "hand are the usual cause. Nothing is renumbered for you, since the wrong patient "
             "would be the price of a mistake.",
         .source = "005010X222A1 and 005010X223A2, HL01 and HL02",
         .before = "HL*1**20*1~ ... HL*3*2*22*0~",
         .after = "HL*1**20*1~ ... HL*2*1*22*0~"},
};

}  // namespace

std::span<Rule const> coordination_rules() {
  return rules;
}

}  // namespace noc837::rules
