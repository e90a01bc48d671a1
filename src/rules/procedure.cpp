// SPDX-License-Identifier: Apache-2.0
// The procedure code: its form, and whether the code is the one to use here.
#include <algorithm>
#include <array>
#include <string>

#include "edi/elements.hpp"
#include "grammar/ndc.hpp"
#include "rules/families.hpp"
#include "rules/line_facts.hpp"
#include "rules/reference_checks.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

using namespace std::chrono_literals;

Draft at_component(LineCase const &c, Report &report, std::size_t component) {
  return report.at(*c.service.service, "2400", procedure_component(c.service, component));
}

void qualifier_not_hc(LineCase const &c, Report &report) {
  auto const raw = c.service.procedure.qualifier.view();
  if (raw == "HC") return;
  auto draft = at_component(c, report, 1).before(raw);
  std::string const value = folded(c.service.procedure.qualifier);
  if (value.empty() || value == "HC") {
    draft.set_component(procedure_element(c.service), 1, "HC");
  } else {
    draft.suggest("HC");
  }
}

void code_untidy(LineCase const &c, Report &report) {
  auto const raw = c.service.procedure.code.view();
  if (edi::is_upper(raw) && raw == edi::trim(raw)) return;
  std::string const code = folded(c.service.procedure.code);
  at_component(c, report, 2).before(raw).set_component(procedure_element(c.service), 2, code);
}

void code_retired(LineCase const &c, Report &report) {
  if (!is(c.service.procedure.code, "Q9977")) return;
  auto const day = service_start(c.claim, c.line);
  if (!day || *day < grammar::Date(2016y / 1 / 1)) return;
  at_component(c, report, 2).before(c.service.procedure.code.view()).suggest("J7999");
}

void compound_as_unclassified(LineCase const &c, Report &report) {
  if (!c.profile.medicare || !says_compound(c.line)) return;
  if (!is_any(c.service.procedure.code, {"J3490", "J3590"})) return;
  // Hospital outpatient claims keep J3490 for a compound: Medicare pays neither code apart there.
  if (packaged(c)) return;
  at_component(c, report, 2).before(c.service.procedure.code.view()).suggest("J7999");
}

void c9399_outside_hospital(LineCase const &c, Report &report) {
  if (!is(c.service.procedure.code, "C9399")) return;
  bool const bill_type_known = !edi::trim(c.claim.header.facility.view()).empty();
  if (c.claim.institutional() &&
      (!bill_type_known || billed_under(c.claim, c.profile.c9399_bill_types))) {
    return;
  }
  at_component(c, report, 2)
      .before(c.service.procedure.code.view())
      .suggest("J3490 for a drug, J3590 for a biologic");
}

std::array<std::string, 4> sorted_modifiers(grammar::Procedure const &procedure) {
  std::array<std::string, 4> all = {folded(procedure.modifier1), folded(procedure.modifier2),
                                    folded(procedure.modifier3), folded(procedure.modifier4)};
  std::sort(all.begin(), all.end());
  return all;
}

/// Without an NDC only the narrative tells two unclassified drugs apart.
bool same_drug(LineCase const &c, claims::DrugLine const &other) {
  std::string const ndc = ndc_of(c.line);
  if (ndc != ndc_of(other)) return false;
  return !ndc.empty() ||
         edi::equal_folded(edi::trim(c.line.description.text), edi::trim(other.description.text));
}

void line_repeated(LineCase const &c, Report &report) {
  if (c.claim.drug_lines.size() > most_lines_compared) return;
  for (auto const &other : c.claim.drug_lines) {
    if (other.line >= c.line.line) return;  // the first of the two is not the repetition
    auto const &procedure = c.claim.service(other).procedure;
    if (!same_dates(c.line, other) || folded(procedure.code) != folded(c.service.procedure.code) ||
        !same_drug(c, other) ||
        sorted_modifiers(procedure) != sorted_modifiers(c.service.procedure)) {
      continue;
    }
    at_component(c, report, 2).before(c.service.procedure.code.view());
    return;
  }
}

bool is_ndc(edi::Slice value) {
  auto const ndc = grammar::read_ndc(value.view());
  return ndc.shape != grammar::NdcShape::other && ndc.digits.size() >= 10 &&
         ndc.digits.size() <= 12;
}

/// The component of the procedure that holds an NDC; 0 when none does.
std::size_t ndc_component(grammar::Procedure const &procedure) {
  constexpr std::size_t code_size = 5;  // HCPCS and CPT: nearly every line ends here
  if (procedure.qualifier == "HC" && procedure.code.size == code_size) return 0;
  if (is_any(procedure.qualifier, {"ER", "HP", "IV", "WK"})) return 0;
  bool const labelled = is(procedure.qualifier, "N4") && !procedure.code.empty();
  if (labelled || is_ndc(procedure.code)) return 2;
  return is_ndc(procedure.qualifier) ? 1 : 0;
}

void ndc_as_procedure(ClaimCase const &c, Report &report) {
  for (auto const &line : c.claim.lines) {
    if (!line.service || line.watched) continue;
    std::size_t const component = ndc_component(line.procedure);
    if (component == 0) continue;
    auto const value = component == 1 ? line.procedure.qualifier : line.procedure.code;
    report.at(*line.service, "2400", procedure_component(line, component))
        .line(line)
        .before(value.view())
        .suggest("the HCPCS code here, the NDC in LIN03");
  }
}

/// Unclassified codes that contractors for durable medical equipment do handle.
constexpr std::array<std::string_view, 10> equipment_codes = {
    "J7599", "J7699", "J7799", "J7999", "J8498", "J8499", "J8597", "J8999", "Q0181", "J1599"};

void wrong_contractor(LineCase const &c, Report &report) {
  auto const payer = edi::trim(c.claim.levels.payer_id.view());
  bool const numbered = payer.size() == 5 && std::all_of(payer.begin(), payer.end(), [](char d) {
                          return d >= '0' && d <= '9';
                        });
  if (!c.profile.medicare || !numbered) return;
  auto const code = c.service.procedure.code;
  bool const equipment = one_of(payer, c.profile.dme_payer_ids);
  if (equipment ? is_any(code, equipment_codes) : !is_any(code, {"J7699", "J7799"})) return;
  at_component(c, report, 2)
      .before(c.service.procedure.code.view())
      .suggest(equipment ? "send this line to the Part B contractor"
                         : "send this line to the DME contractor");
}

constexpr std::array rules = {
    Rule{.id = "COD01",
         .name = "qualifier-not-hc",
         .family = "procedure",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "IK403:7,A7:507",
         .summary = "the qualifier before the drug code is not HC",
         .explanation =
             "The first component says which list the procedure code comes from, and J codes are "
             "HCPCS codes: HC. A payer that reads another qualifier, or none, cannot look the "
             "code up and rejects the line. Lower case and a blank are put right for you; any "
             "other qualifier may mean that the code itself is wrong, so it is left for you. ER, "
             "HP, IV and WK announce other lists, whose J3490 would be no drug line.",
         .source = "005010X222A1 2400 SV101-1, 005010X223A2 2400 SV202-1",
         .before = "SV1*hc:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::odd_qualifier,
         .check_line = qualifier_not_hc},
    Rule{.id = "COD02",
         .name = "code-untidy",
         .family = "procedure",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:454",
         .summary = "the drug code is in lower case or has blanks around it",
         .explanation =
             "Payers compare procedure codes byte by byte, so j3490 or a code with a blank at its "
             "end is an unknown code to them. The code is written in capitals without blanks for "
             "you; it stays the same code.",
         .source = "005010X222A1 2400 SV101-2, 005010X223A2 2400 SV202-2",
         .before = "SV1*HC:j3490 :::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::rare_code,
         .check_line = code_untidy},
    Rule{.id = "COD03",
         .name = "code-retired",
         .family = "procedure",
         .severity = Severity::error,
         .extended = true,
         .stc = "A7:796",
         .summary = "Q9977 was replaced by J7999 for services from 2016 on",
         .explanation =
             "Q9977 for compounded drugs lived for half a year and ended with 2015. From "
             "2016-01-01 on the same drugs are billed with J7999, and a payer denies the old code "
             "as not valid for the date. We do not choose procedure codes: check the date of "
             "service, then change the code.",
         .source = "http://www.panaceainc.com/question-of-the-week/pharmacy.html",
         .before = "SV1*HC:Q9977:::::CMPD MORPHINE 20MG + BUPIVACAINE 5MG*150*UN*1***1~",
         .after = "SV1*HC:J7999:::::CMPD MORPHINE 20MG + BUPIVACAINE 5MG*150*UN*1***1~",
         .given = Given::rare_code,
         .check_line = code_retired},
    Rule{.id = "COD04",
         .name = "specific-code-exists",
         .family = "procedure",
         .severity = Severity::warning,
         .stc = "A8:454+A8:218",
         .summary = "a specific HCPCS code exists for this NDC",
         .explanation =
             "An unclassified code is for drugs that have no code of their own, and payers deny it "
             "where one exists. With the CMS crosswalk of NDCs to HCPCS codes loaded, this rule "
             "tells which code the NDC had in the quarter of the service. Changing the code "
             "changes units and charge, so it is yours to do.",
         .source = "https://medicare.fcso.com/Claim_submission_guidelines/0489004.asp and "
                   "http://www.bcbsil.com/provider/standards/unlisted_jcodes.html",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J1885*150*UN*1***1~",
         .given = Given::crosswalk | Given::drug_loop,
         .check_line = reference::specific_code},
    Rule{.id = "COD05",
         .name = "compound-as-unclassified",
         .family = "procedure",
         .severity = Severity::warning,
         .stc = "A7:454",
         .summary = "the text speaks of a compound but the code is for a single drug",
         .explanation =
             "For Medicare Part B a drug that a pharmacy mixed is billed with J7999; J3490 and "
             "J3590 are for finished products. A line whose text says compound, or joins drugs "
             "with a plus sign, is therefore likely to be returned. Check which of the two it is. "
             "Hospital outpatient claims are left out, because there J3490 stays right.",
         .source = "http://www.panaceainc.com/question-of-the-week/pharmacy.html and "
                   "https://medlearn.com/pharmacy-question-for-the-week-of-july-16-2018/",
         .before = "SV1*HC:J3490:::::CMPD MORPHINE 20MG + BUPIVACAINE 5MG*150*UN*1***1~",
         .after = "SV1*HC:J7999:::::CMPD MORPHINE 20MG + BUPIVACAINE 5MG*150*UN*1***1~",
         .given = Given::compound | Given::medicare,
         .check_line = compound_as_unclassified},
    Rule{.id = "COD06",
         .name = "c9399-outside-hospital-outpatient",
         .family = "procedure",
         .severity = Severity::error,
         .stc = "A7:454",
         .summary = "C9399 is for hospital outpatient claims only",
         .explanation =
             "C9399 belongs to the hospital outpatient payment system: newly approved drugs on "
             "bill types such as 013x. On a professional claim, or on another type of bill, it is "
             "not a payable code. An office bills J3490 for the same drug, or J3590 for a "
             "biologic. The code is not changed for you.",
         .source = "https://www.visanteinc.com/pharmacy-newsletter/"
                   "whats-new-using-hcpcs-code-c9399-july-1-2022-update/ and Palmetto A55913",
         .before = "SV1*HC:C9399:::::NEWDRUGUMAB 40MG SC*900*UN*1***1~",
         .after = "SV1*HC:J3590:::::NEWDRUGUMAB 40MG SC*900*UN*1***1~",
         .given = Given::rare_code,
         .check_line = c9399_outside_hospital},
    Rule{.id = "COD07",
         .name = "c9399-drug-not-new",
         .family = "procedure",
         .severity = Severity::warning,
         .scope = Scope::institutional,
         .extended = true,
         .stc = "A8:454+A8:218",
         .summary = "C9399 for a drug that has been on the market for years",
         .explanation =
             "C9399 bridges the time between a drug's approval and its own code. With the FDA's "
             "NDC directory loaded, this rule tells when the product came to market long before "
             "the service; then J3490, J3590 or the drug's own code is the likely answer. A drug "
             "counts as new for 36 months, unless the profile says otherwise (new_drug_months).",
         .source = "Palmetto A55913; the length of the period is common practice",
         .before = "SV2*0636*HC:C9399:::::OLDDRUG 40MG IV*900*UN*1~",
         .after = "SV2*0636*HC:J3490:::::OLDDRUG 40MG IV*900*UN*1~",
         .given = Given::directory | Given::drug_loop | Given::medicare,
         .check_line = reference::not_new},
    Rule{.id = "COD08",
         .name = "drug-or-biologic",
         .family = "procedure",
         .severity = Severity::warning,
         .stc = "A8:454+A8:218",
         .summary = "J3490 for a biologic, or J3590 for a drug",
         .explanation =
             "J3490 is for drugs and J3590 for biologics. With the FDA's NDC directory loaded, "
             "this rule compares the code with the licence under which the product is sold: a BLA "
             "makes it a biologic, an NDA or ANDA a drug. The code is yours to change.",
         .source = "https://medicare.fcso.com/Claim_submission_guidelines/0489004.asp and the "
                   "FDA's NDC directory, MARKETINGCATEGORYNAME",
         .before = "SV1*HC:J3490:::::ADALIMUMAB 40MG SC*900*UN*1***1~",
         .after = "SV1*HC:J3590:::::ADALIMUMAB 40MG SC*900*UN*1***1~",
         .given = Given::directory | Given::drug_loop,
         .check_line = reference::other_licence},
    Rule{.id = "COD09",
         .name = "line-repeated",
         .family = "procedure",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A3:54",
         .summary = "an earlier line has the same drug, date and modifiers",
         .explanation =
             "Two lines with the same code, NDC, modifiers and date of service look like one line "
             "sent twice, and payers deny the second as a duplicate. If the drug was given twice "
             "on that day, add the units up on one line or mark the second one with the modifier "
             "your payer wants for a repeat. Nothing is removed for you.",
         .source = "common practice; claim status code 54",
         .before = "LX*1~SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~ ... "
                   "LX*2~SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "LX*1~SV1*HC:J3490:::::KETOROLAC 30MG IV*300*UN*1***1~",
         .given = Given::other_line,
         .check_line = line_repeated},
    Rule{.id = "COD10",
         .name = "ndc-as-procedure",
         .family = "procedure",
         .severity = Severity::error,
         .extended = true,
         .stc = "A7:454",
         .summary = "an NDC stands where the procedure code belongs",
         .explanation =
             "The service line names the HCPCS code; the NDC goes into the drug loop, LIN03. With "
             "the NDC in the place of the code the payer sees no valid procedure and rejects the "
             "line. Move the NDC to LIN03 and type the code that you bill: choosing it is yours.",
         .source = "005010X222A1 2400 SV101-2 and 2410 LIN03; the same in 005010X223A2, SV202-2",
         .before = "SV1*N4:00409379501*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~LIN**N4*00409379501~"
                  "CTP****1*ML~",
         .check_claim = ndc_as_procedure},
    Rule{.id = "COD11",
         .name = "wrong-contractor",
         .family = "procedure",
         .severity = Severity::warning,
         .scope = Scope::professional,
         .extended = true,
         .stc = "A8:454",
         .summary = "this code goes to another Medicare contractor",
         .explanation =
             "J7699 and J7799 are for drugs given through durable medical equipment, and Medicare "
             "handles those at its DME contractors; J3490 and its like go to the Part B "
             "contractor. A line at the wrong one is returned, not forwarded. Contractor numbers "
             "and this division are common practice, so check before you resend.",
         .source = "common practice; payer ids are in the profile (dme_payer_ids)",
         .before = "NM1*PR*2*MEDICARE PART B*****PI*01112~ ... SV1*HC:J7799:::::TREPROSTINIL 20MG "
                   "SC*900*UN*1***1~",
         .after = "NM1*PR*2*DME CONTRACTOR*****PI*19003~ ... SV1*HC:J7799:::::TREPROSTINIL 20MG "
                  "SC*900*UN*1***1~",
         .given = Given::medicare,
         .check_line = wrong_contractor},
};

}  // namespace

std::span<Rule const> procedure_rules() {
  return rules;
}

}  // namespace noc837::rules
