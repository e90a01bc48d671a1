// SPDX-License-Identifier: Apache-2.0
#include "snip/check.hpp"

#include <array>
#include <cstddef>

#include "snip/situation.hpp"

namespace noc837::snip {
namespace {

constexpr std::string_view standard = "X12 005010 standard, element and segment syntax";
constexpr std::string_view guides = "005010X222A1 and 005010X223A2, loop and segment tables";

constexpr std::array checks = {
    Check{.id = "SNP101",
          .name = "character-invalid",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "6",
          .stc = "A7:511",
          .summary = "a character stands here that the element cannot hold",
          .explanation =
              "X12 text is letters, digits and the signs of plain ASCII. Accented letters, tabs, "
              "typographic signs and bytes that are no text are outside the extended character "
              "set, and an element of blanks alone holds nothing. Retype the value.",
          .source = standard,
          .before = "N3*12 M\xC3\xBCller St~",
          .after = "N3*12 Muller St~"},
    Check{.id = "SNP102",
          .name = "number-invalid",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "6",
          .stc = "A7:511",
          .summary = "the value is no number",
          .explanation =
              "A decimal has digits, one point at most and a minus sign where it is negative: no "
              "currency sign, comma, plus sign or blank. A whole number has digits only.",
          .source = standard,
          .before = "SV1*HC:J3490*$85.00*UN*1***1~",
          .after = "SV1*HC:J3490*85.00*UN*1***1~"},
    Check{.id = "SNP103",
          .name = "value-too-short",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "4",
          .stc = "A7:512",
          .summary = "the value is shorter than the element allows",
          .explanation =
              "Each data element has a least length. A value that is shorter was often cut or lost "
              "its leading zeros.",
          .source = standard,
          .before = "ST*837*1*005010X222A1~",
          .after = "ST*837*0001*005010X222A1~"},
    Check{.id = "SNP104",
          .name = "value-too-long",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "5",
          .stc = "A7:512",
          .summary = "the value is longer than the element allows",
          .explanation =
              "Each data element has a greatest length; of numbers only the digits count. A longer "
              "value is refused or cut by the receiver.",
          .source = standard,
          .before = "SV1*HC:J3490*85*UNIT*1***1~",
          .after = "SV1*HC:J3490*85*UN*1***1~"},
    Check{.id = "SNP105",
          .name = "date-invalid",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "8",
          .stc = "A7:21",
          .summary = "the date is none, or not written as its format says",
          .explanation =
              "Dates are written CCYYMMDD, periods CCYYMMDD-CCYYMMDD, in the format that the "
              "qualifier beside them names, and must exist in the calendar. A period does not end "
              "before it begins.",
          .source = standard,
          .before = "DTP*472*D8*20260931~",
          .after = "DTP*472*D8*20260930~"},
    Check{.id = "SNP106",
          .name = "time-invalid",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "9",
          .stc = "A7:21",
          .summary = "the time is none",
          .explanation = "Times are written HHMM, HHMMSS or with hundredths, from 0000 to 2359.",
          .source = standard,
          .before = "BHT*0019*00*1*20260914*2460*CH~",
          .after = "BHT*0019*00*1*20260914*1430*CH~"},
    Check{.id = "SNP107",
          .name = "elements-too-many",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "3",
          .stc = "A7:21",
          .summary = "the segment has more elements than the standard gives it",
          .explanation =
              "There are values behind the last element that this segment has. A separator may "
              "stand inside a text.",
          .source = standard,
          .before = "LX*1*2~",
          .after = "LX*1~"},
    Check{.id = "SNP108",
          .name = "components-too-many",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "13",
          .stc = "A7:21",
          .summary = "the element has more components than the standard gives it",
          .explanation =
              "There are component separators in an element that is no composite, or more than the "
              "composite has places for. One may have been typed in a text.",
          .source = standard,
          .before = "NTE*ADD*DOSE: 15MG~",
          .after = "NTE*ADD*DOSE 15MG~"},
    Check{.id = "SNP109",
          .name = "repetitions-too-many",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "12",
          .stc = "A7:21",
          .summary = "the element repeats more often than the standard lets it",
          .explanation =
              "There is a repetition separator in an element that does not repeat. It may have "
              "been typed in a text.",
          .source = standard,
          .before = "REF*G1*12^34~",
          .after = "REF*G1*1234~"},
    Check{.id = "SNP110",
          .name = "condition-missing",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "2",
          .stc = "A7:21",
          .summary = "an element is missing that another one in the segment calls for",
          .explanation =
              "Some elements come in pairs (a qualifier and its value), or one of several must "
              "stand. Here one is filled and its partner is not.",
          .source = standard,
          .before = "NM1*82*1*SAMPLE*PAT****XX~",
          .after = "NM1*82*1*SAMPLE*PAT****XX*1234567893~"},
    Check{.id = "SNP111",
          .name = "condition-exclusive",
          .level = Level::syntax,
          .segment_code = "8",
          .element_code = "10",
          .stc = "A7:21",
          .summary = "two elements are filled of which the standard allows only one",
          .explanation =
              "Of some elements only one may be used: a state for addresses in the United States "
              "and Canada, a country subdivision for others.",
          .source = standard,
          .before = "N4*SPRINGFIELD*IL*62701***IL~",
          .after = "N4*SPRINGFIELD*IL*62701~"},
    Check{
        .id = "SNP112",
        .name = "separator-trailing",
        .level = Level::syntax,
        .severity = Severity::warning,
        .summary = "separators stand behind the last value",
        .explanation =
            "A segment ends behind its last value and a composite behind its last component. Most "
            "receivers accept trailing separators, some refuse them.",
        .source = standard,
        .before = "N3*12 MAIN ST*~",
        .after = "N3*12 MAIN ST~"},
    Check{
        .id = "SNP113",
        .name = "segment-unknown",
        .level = Level::syntax,
        .segment_code = "1",
        .stc = "A7:21",
        .summary = "the guide has no such segment",
        .explanation =
            "The segment id is none that the guide knows. A segment terminator may stand inside a "
            "text, or a line of another transaction set slipped in.",
        .source = guides},
    Check{.id = "SNP201",
          .name = "segment-missing",
          .level = Level::guide,
          .segment_code = "3",
          .stc = "A6:21",
          .summary = "a segment that the loop must have is missing",
          .explanation =
              "The guide requires this segment in its loop. Where the first segment of a loop is "
              "missing, the segments behind it belong to no loop.",
          .source = guides},
    Check{.id = "SNP202",
          .name = "loop-missing",
          .level = Level::guide,
          .segment_code = "I7",
          .stc = "A6:21",
          .summary = "a loop that must occur is missing",
          .explanation = "The guide requires this loop inside the one that ends here.",
          .source = guides},
    Check{.id = "SNP203",
          .name = "element-missing",
          .level = Level::guide,
          .segment_code = "8",
          .element_code = "1",
          .stc = "A6:21",
          .summary = "an element that must be filled is empty",
          .explanation =
              "The guide requires this element wherever its segment is sent, or this component "
              "wherever its composite is.",
          .source = guides,
          .before = "SV1*HC:J3490**UN*1***1~",
          .after = "SV1*HC:J3490*85*UN*1***1~"},
    Check{.id = "SNP204",
          .name = "element-not-used",
          .level = Level::guide,
          .segment_code = "8",
          .element_code = "I10",
          .stc = "A7:21",
          .summary = "an element is filled that the guide does not use",
          .explanation = "The standard has this element, the guide says not to send it.",
          .source = guides,
          .before = "NM1*41*2*SAMPLE BILLING*****46*12345*01~",
          .after = "NM1*41*2*SAMPLE BILLING*****46*12345~"},
    Check{.id = "SNP205",
          .name = "code-not-used",
          .level = Level::guide,
          .segment_code = "8",
          .element_code = "I6",
          .stc = "A7:21",
          .summary = "the code is none that the guide allows here",
          .explanation =
              "The guide lists the codes that may stand in this element. This one is not among "
              "them: it may be mistyped, in small letters, or of another loop.",
          .source = guides,
          .before = "SV1*HC:J3490*85*EA*1***1~",
          .after = "SV1*HC:J3490*85*UN*1***1~"},
    Check{.id = "SNP206",
          .name = "segment-repeated",
          .level = Level::guide,
          .segment_code = "5",
          .stc = "A7:21",
          .summary = "the segment occurs more often than the guide allows",
          .explanation = "The guide limits how often this segment may stand in its loop.",
          .source = guides},
    Check{.id = "SNP207",
          .name = "loop-repeated",
          .level = Level::guide,
          .segment_code = "4",
          .stc = "A7:21",
          .summary = "the loop occurs more often than the guide allows",
          .explanation = "The guide limits how often this loop may stand in the one around it.",
          .source = guides},
    Check{.id = "SNP208",
          .name = "segment-order",
          .level = Level::guide,
          .segment_code = "7",
          .stc = "A7:21",
          .summary = "the segment stands behind one that must follow it",
          .explanation =
              "Segments come in the guide's order. A receiver may read this one as part of another "
              "loop, or not at all.",
          .source = guides},
    Check{.id = "SNP209",
          .name = "segment-unexpected",
          .level = Level::guide,
          .segment_code = "2",
          .stc = "A7:21",
          .summary = "the segment belongs to no loop that is open here",
          .explanation =
              "The guide has this segment, but not at this place. The segment that begins its loop "
              "may be missing or carry another qualifier.",
          .source = guides},
    Check{.id = "SNP210",
          .name = "level-missing",
          .level = Level::guide,
          .segment_code = "I7",
          .stc = "A6:21",
          .summary = "a level has none of the levels or claims that must follow it",
          .explanation =
              "A billing provider has at least one subscriber, and a patient at least one claim. A "
              "subscriber has claims of its own or patients.",
          .source = guides},
    Check{.id = "SNP211",
          .name = "level-number",
          .level = Level::guide,
          .segment_code = "8",
          .element_code = "7",
          .stc = "A7:21",
          .summary = "HL01 is not the next number",
          .explanation = "Hierarchical levels are numbered 1, 2, 3 from the beginning of the set.",
          .source = "005010X222A1 and 005010X223A2, HL01"},
    Check{.id = "SNP212",
          .name = "level-parent",
          .level = Level::guide,
          .segment_code = "8",
          .element_code = "7",
          .stc = "A7:21",
          .summary = "HL02 does not name the level that this one stands under",
          .explanation =
              "A subscriber names its billing provider and a patient its subscriber, by HL01; a "
              "billing provider names none.",
          .source = "005010X222A1 and 005010X223A2, HL02"},
    Check{.id = "SNP213",
          .name = "level-child-code",
          .level = Level::guide,
          .segment_code = "8",
          .element_code = "7",
          .stc = "A7:21",
          .summary = "HL04 does not say whether levels follow under this one",
          .explanation = "HL04 is 1 where a level stands under this one, 0 where none does.",
          .source = "005010X222A1 and 005010X223A2, HL04"},
    Check{.id = "SNP214",
          .name = "line-number",
          .level = Level::guide,
          .segment_code = "8",
          .element_code = "7",
          .stc = "A7:247",
          .summary = "LX01 is not the next number",
          .explanation = "Service lines are numbered 1, 2, 3 from the beginning of the claim.",
          .source = "005010X222A1 and 005010X223A2, 2400 LX01"},
    Check{
        .id = "SNP215",
        .name = "level-faulty",
        .level = Level::syntax,
        .segment_code = "8",
        .stc = "A7:21",
        .summary = "an error stands in a level above the claim",
        .explanation =
            "The billing provider, subscriber or patient that the claim stands under has an error "
            "of its own, which the findings tell with its place. The claim cannot go out before "
            "it is mended.",
        .source = guides},
    Check{
        .id = "SNP301",
        .name = "claim-total",
        .level = Level::balance,
        .segment_code = "8",
        .element_code = "I12",
        .stc = "A7:400",
        .summary = "the claim's charge is not the sum of its lines",
        .explanation =
            "CLM02 must equal the sum of the line charges (SV102 or SV203). Payers refuse a claim "
            "that is out of balance. Correct the total or the line that is wrong; no amount is "
            "changed for you.",
        .source = "005010X222A1 and 005010X223A2, section on balancing; 2300 CLM02",
        .before = "CLM*A1*100***11:B:1*Y*A*Y*Y~ with lines of 85 and 25",
        .after = "CLM*A1*110***11:B:1*Y*A*Y*Y~"},
    Check{.id = "SNP302",
          .name = "line-adjudication",
          .level = Level::balance,
          .segment_code = "8",
          .element_code = "I12",
          .stc = "A7:400",
          .summary = "what another payer paid and adjusted on the line is not its charge",
          .explanation =
              "For each payer that adjudicated the line, SVD02 plus the adjustments of its CAS "
              "segments must equal the line's charge. An adjustment or a sign is wrong or missing.",
          .source = "005010X222A1 and 005010X223A2, section on balancing; 2430 SVD02, CAS",
          .before = "SVD*PAYER1*60*HC:J3490**1~CAS*CO*45*20~ on a line of 85",
          .after = "SVD*PAYER1*60*HC:J3490**1~CAS*CO*45*25~"},
    Check{
        .id = "SNP303",
        .name = "payer-paid",
        .level = Level::balance,
        .segment_code = "8",
        .element_code = "I12",
        .stc = "A7:400",
        .summary = "what another payer paid is not what it paid on the lines",
        .explanation =
            "The amount that a payer paid on the claim (2320 AMT*D) equals what it paid on the "
            "lines (2430 SVD02 of that payer) less its adjustments of the whole claim (2320 CAS).",
        .source = "005010X222A1 and 005010X223A2, section on balancing; 2320 AMT02"},
    Check{.id = "SNP304",
          .name = "claim-adjudication",
          .level = Level::balance,
          .segment_code = "8",
          .element_code = "I12",
          .stc = "A7:400",
          .summary = "what another payer paid and adjusted on the claim is not its charge",
          .explanation =
              "Where a payer decided on the claim as a whole, its payment (2320 AMT*D) plus its "
              "adjustments (2320 CAS) equal the claim's charge.",
          .source = "005010X222A1 and 005010X223A2, section on balancing; 2320 AMT02, CAS"},
    Check{
        .id = "SNP501",
        .name = "code-unknown",
        .level = Level::code_sets,
        .segment_code = "8",
        .element_code = "7",
        .stc = "A7:21",
        .summary = "the code is not in its code set",
        .explanation =
            "The element's codes are kept outside the guide: places of service, states, countries, "
            "claim filing indicators, currencies and remark codes. This code is not among them.",
        .source = "005010X222A1 and 005010X223A2, appendix of external code sources",
        .before = "CLM*A1*85***98:B:1*Y*A*Y*Y~",
        .after = "CLM*A1*85***11:B:1*Y*A*Y*Y~"},
    Check{
        .id = "SNP502",
        .name = "modifier-unknown",
        .level = Level::code_sets,
        .severity = Severity::warning,
        .segment_code = "8",
        .element_code = "7",
        .stc = "A7:453",
        .summary = "the modifier is none that is shipped",
        .explanation =
            "The modifiers of CPT and HCPCS that the program knows do not include this one. Payers "
            "and states add their own, so it may be right all the same.",
        .source = "HCPCS level II and CPT modifier lists"},
    Check{.id = "SNP503",
          .name = "diagnosis-unknown",
          .level = Level::code_sets,
          .segment_code = "8",
          .element_code = "7",
          .stc = "A7:255",
          .summary = "the diagnosis is not in the list that was given",
          .explanation =
              "The file given as --code-set icd10 does not have this code. It may be of another "
              "year, not specific enough, or mistyped.",
          .source = "ICD-10-CM, as supplied"},
    Check{
        .id = "SNP504",
        .name = "procedure-unknown",
        .level = Level::code_sets,
        .segment_code = "8",
        .element_code = "7",
        .stc = "A7:454",
        .summary = "the procedure is not in the list that was given",
        .explanation =
            "The file given as --code-set hcpcs or icd10pcs does not have this code. It may be of "
            "another year or mistyped.",
        .source = "HCPCS, CPT and ICD-10-PCS, as supplied"},
    Check{.id = "SNP505",
          .name = "taxonomy-unknown",
          .level = Level::code_sets,
          .segment_code = "8",
          .element_code = "7",
          .stc = "A7:145",
          .summary = "the taxonomy code is not in the list that was given",
          .explanation = "The file given as --code-set taxonomy does not have this code.",
          .source = "Health Care Provider Taxonomy, as supplied"},
    Check{.id = "SNP506",
          .name = "code-unlisted",
          .level = Level::code_sets,
          .severity = Severity::warning,
          .segment_code = "8",
          .element_code = "7",
          .stc = "A7:21",
          .summary = "the code is none that is shipped",
          .explanation =
              "The lists of revenue codes, facility codes and frequencies of the type of bill, "
              "patient status, type and source of admission are put together from what is in use, "
              "as the NUBC's own are not free. One that is missing may be right all the same.",
          .source = "codes in use; NUBC data specifications"},
};

static_assert(checks.size() == static_cast<std::size_t>(Fault::code_unlisted) + 1);

}  // namespace

Check const &check_of(Fault fault) {
  return checks[static_cast<std::size_t>(fault)];
}

std::span<Check const> fault_checks() {
  return checks;
}

std::vector<Check const *> const &all_checks() {
  static std::vector<Check const *> const all = [] {
    std::vector<Check const *> out;
    for (Check const &check : checks) {
      if (check.level < Level::situation) out.push_back(&check);
    }
    for (auto const rows : all_situations()) {
      for (Situation const &row : rows) out.push_back(&row.check);
    }
    for (Check const &check : checks) {
      if (check.level > Level::situation) out.push_back(&check);
    }
    return out;
  }();
  return all;
}

}  // namespace noc837::snip
