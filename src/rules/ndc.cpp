// SPDX-License-Identifier: Apache-2.0
// The rules about the NDC: present, in HIPAA's form, and the same as the narrative's.
#include <array>

#include "rules/families.hpp"
#include "rules/ndc_checks.hpp"
#include "rules/reference_checks.hpp"

namespace noc837::rules {
namespace {

constexpr std::array rules = {
    Rule{.id = "NDC01",
         .name = "ndc-required",
         .family = "ndc",
         .severity = Severity::error,
         .stc = "A6:218",
         .summary = "this payer requires the NDC and the line has none",
         .explanation =
             "An unclassified code does not say which drug was given, and this payer denies or "
             "rejects the line without the NDC of the package that was used. Add a LIN segment "
             "with qualifier N4 and the eleven digits, and a CTP with quantity and unit. Nothing "
             "is filled in for you: only the package tells the NDC.",
         .source = "payer rule, such as https://paperzz.com/doc/8425312/"
                   "national-drug-codes-requirement-to-be-enforced-for or "
                   "http://www.oregon.gov/oha/healthplan/Pages/ndc.aspx; 2410 LIN",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~DTP*472*D8*20260914~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~DTP*472*D8*20260914~"
                  "LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::no_ndc,
         .check_line = ndc::required},
    Rule{.id = "NDC02",
         .name = "ndc-recommended",
         .family = "ndc",
         .severity = Severity::warning,
         .stc = {},
         .summary = "the line has no NDC",
         .explanation =
             "The guides leave the NDC to the submitter where no regulation asks for it, but most "
             "payers price an unclassified drug by it, and a line without one often comes back "
             "with a request for information. Add LIN and CTP if you know the package. The claim "
             "goes out as it is.",
         .source = "005010X222A1 and 005010X223A2, 2410; "
                   "https://x12.org/resources/requests-for-interpretation/"
                   "rfi-1664-ndc-hcpcs-or-not",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~DTP*472*D8*20260914~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~DTP*472*D8*20260914~"
                  "LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::no_ndc,
         .check_line = ndc::recommended},
    Rule{.id = "NDC03",
         .name = "ndc-hyphenated",
         .family = "ndc",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:218",
         .summary = "the NDC has hyphens or blanks",
         .explanation =
             "LIN03 takes the NDC as eleven digits without punctuation. The hyphens of a 5-4-2 "
             "NDC only show where its parts end, so taking them out changes nothing: it is done "
             "for you.",
         .source = "005010X222A1 and 005010X223A2, 2410 LIN03",
         .before = "LIN**N4*00409-3795-01~",
         .after = "LIN**N4*00409379501~",
         .given = Given::odd_ndc,
         .check_line = ndc::hyphenated},
    Rule{.id = "NDC04",
         .name = "ndc-ten-digit-hyphenated",
         .family = "ndc",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:218",
         .summary = "the NDC is a ten-digit label code",
         .explanation =
             "Labels print ten digits as 4-4-2, 5-3-2 or 5-4-1; claims take eleven as 5-4-2. The "
             "missing digit is always a zero in front of the part that is short, and the hyphens "
             "show which part that is, so the zero is put in for you. A star on the label stands "
             "for that same zero.",
         .source = "2410 LIN03; https://providernews.anthem.com/nevada/articles/"
                   "national-drug-codes-ndc-are-required-for-outpatient-claims-25560, "
                   "https://www.bcbstx.com/provider/claims/classified_j_codes_update.html",
         .before = "LIN**N4*0409-3795-01~",
         .after = "LIN**N4*00409379501~",
         .given = Given::odd_ndc,
         .check_line = ndc::ten_digit_hyphenated},
    Rule{.id = "NDC05",
         .name = "ndc-ten-digit-ambiguous",
         .family = "ndc",
         .severity = Severity::error,
         .fix = Fix::opt_in,
         .stc = "A7:218",
         .summary = "ten digits without hyphens: which zero is missing cannot be known",
         .explanation =
             "Ten digits without hyphens may lack their zero in front of the labeler, the product "
             "or the package, and each choice is another drug. We list the possible codes, the "
             "likeliest first, and choose none: look at the hyphens on the package and type "
             "all eleven digits. With the FDA's NDC directory loaded only those that it lists are "
             "named; where that is one, the correction to it can be switched on.",
         .source = "2410 LIN03; https://www.txvendordrug.com/about/manuals/"
                   "pharmacy-provider-procedure-manual/p-8-drug-policy/claim-requirements/"
                   "drug-format; the order of the candidates is common practice",
         .before = "LIN**N4*0409379501~",
         .after = "LIN**N4*00409379501~",
         .given = Given::odd_ndc,
         .check_line = ndc::ten_digit_ambiguous},
    Rule{.id = "NDC06",
         .name = "ndc-malformed",
         .family = "ndc",
         .severity = Severity::error,
         .stc = "A7:218",
         .summary = "LIN03 is not an NDC of eleven digits",
         .explanation =
             "What stands in LIN03 has letters, too few or too many digits, or hyphens where no "
             "NDC has them. Nine digits often lost zeros in a spreadsheet; twelve or fourteen are "
             "often the barcode of the package. Neither can be repaired safely, so type the "
             "eleven digits from the package.",
         .source = "005010X222A1 and 005010X223A2, 2410 LIN03; "
                   "https://www.stedi.com/changelog/new-claim-edit-invalid-ndc-format",
         .before = "LIN**N4*409379501~",
         .after = "LIN**N4*00409379501~",
         .given = Given::odd_ndc,
         .check_line = ndc::malformed},
    Rule{.id = "NDC07",
         .name = "ndc-prefixed",
         .family = "ndc",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:218",
         .summary = "LIN03 repeats the qualifier in front of the NDC",
         .explanation =
             "On the paper form N4 stands in front of the NDC. In a claim file it stands in "
             "LIN02, and LIN03 holds the digits alone; with N4 or NDC in front the payer reads "
             "another code. The prefix is taken off for you.",
         .source = "2410 LIN02 and LIN03; https://x12.org/resources/"
                   "requests-for-interpretation/rfi-2151-cpt04-units-837i-and-837p",
         .before = "LIN**N4*N400409379501~",
         .after = "LIN**N4*00409379501~",
         .given = Given::odd_ndc,
         .check_line = ndc::prefixed},
    Rule{.id = "NDC08",
         .name = "ndc-qualifier",
         .family = "ndc",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "IK403:7,A7:745+A7:218",
         .summary = "LIN02 does not say that LIN03 is an NDC",
         .explanation =
             "LIN02 must be N4 for LIN03 to be read as an NDC. Lower case is put right for you; a "
             "blank, ND or NDC is changed to N4 where you switch that on. A qualifier of product "
             "numbers (EN, EO, HI, ON, UK, UP) over what looks like an NDC is only pointed "
             "out; 837I has no such qualifiers, and that on 837P none of them goes with a drug is "
             "common practice.",
         .source = "005010X222A1 and 005010X223A2, 2410 LIN02",
         .before = "LIN**n4*00409379501~",
         .after = "LIN**N4*00409379501~",
         .given = Given::odd_qualifier,
         .check_line = ndc::wrong_qualifier},
    Rule{.id = "NDC09",
         .name = "ndc-placeholder",
         .family = "ndc",
         .severity = Severity::error,
         .stc = "A7:218",
         .summary = "the NDC is a placeholder, not a drug",
         .explanation =
             "Eleven zeros or nines, one digit repeated, 12345678901, a labeler of zeros: such "
             "numbers have the form of an NDC but name no package, and payers reject them. Type "
             "the NDC of the package that was used. Where a payer asks for a placeholder, such as "
             "a fee code for compounding, its profile lists it.",
         .source = "2410 LIN03; https://whatismedicalinsurancebilling.org/2011/11/"
                   "hcpcs-code-j3490-and-ndc-number.html",
         .before = "LIN**N4*99999999999~",
         .after = "LIN**N4*00409379501~",
         .given = Given::drug_loop,
         .check_line = ndc::placeholder},
    Rule{.id = "NDC10",
         .name = "ndc-not-listed",
         .family = "ndc",
         .severity = Severity::warning,
         .stc = "A7:218",
         .summary = "the NDC is not in the FDA's directory",
         .explanation =
             "The FDA's NDC directory does not list this package. That alone does not make it "
             "wrong, as repackaged and very new products are missing there too, but a mistyped "
             "digit looks the same: compare it with the package.",
         .source = "FDA NDC directory, package.txt; "
                   "https://www.stedi.com/changelog/claim-edit-unrecognized-or-inactive-ndc",
         .before = "LIN**N4*00409379599~",
         .after = "LIN**N4*00409379501~",
         .given = Given::directory | Given::drug_loop,
         .check_line = reference::not_listed},
    Rule{.id = "NDC11",
         .name = "ndc-not-marketed",
         .family = "ndc",
         .severity = Severity::warning,
         .stc = "A8:218+A8:187",
         .summary = "the NDC was not on the market on the date of service",
         .explanation =
             "By the FDA's directory this package was not yet sold on the date of service, or had "
             "been off the market for longer than stock keeps: 12 months, unless the payer's "
             "profile "
             "says otherwise (market_grace_months). Check the NDC and the date.",
         .source = "FDA NDC directory, marketing dates; "
                   "https://www.stedi.com/changelog/claim-edit-unrecognized-or-inactive-ndc",
         .before = "DTP*472*D8*20260914~LIN**N4*00409379501~ (discontinued in 2019)",
         .after = "the NDC of the package that was used",
         .given = Given::directory | Given::drug_loop,
         .check_line = reference::not_marketed},
    Rule{.id = "NDC12",
         .name = "ndc-conflict",
         .family = "ndc",
         .severity = Severity::warning,
         .stc = "A8:218+A8:586",
         .summary = "the NDC in LIN03 is not the one in the narrative",
         .explanation =
             "The description or note names one NDC and LIN03 another. The payer cannot tell "
             "which drug was given and may reject both. Correct the one that does not match the "
             "package; we change neither.",
         .source = "2410 LIN03, 2400 SV101-7, SV202-7 and NTE02; "
                   "https://www.palmettogba.com/palmetto/jjb.nsf/DID/AW8MMP6652",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV NDC 00409-3795-01*150*UN*1***1~"
                   "DTP*472*D8*20260914~LIN**N4*63323016201~CTP****1*ML~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV NDC 00409-3795-01*150*UN*1***1~"
                  "DTP*472*D8*20260914~LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::drug_loop | Given::typed_ndc,
         .check_line = ndc::conflict},
    Rule{.id = "NDC13",
         .name = "ndc-only-in-text",
         .family = "ndc",
         .severity = Severity::error,
         .fix = Fix::opt_in,
         .stc = "A6:218",
         .summary = "the NDC, unit and quantity stand in the text and not in LIN and CTP",
         .explanation =
             "The paper form's way of writing the NDC, with its unit and quantity, stands in the "
             "description or note, and payers do not read it there. Where the text has one NDC "
             "that can be read in one way only, a unit, a quantity and the drug's name, we add "
             "the LIN and CTP segments that say the same, and leave the text alone. Otherwise "
             "add them yourself.",
         .source = "005010X222A1 and 005010X223A2, 2410; https://x12.org/resources/"
                   "requests-for-interpretation/rfi-2151-cpt04-units-837i-and-837p",
         .before = "SV1*HC:J3490:::::N400409379501 ML1 KETOROLAC 15MG IV*150*UN*1***1~"
                   "DTP*472*D8*20260914~",
         .after = "SV1*HC:J3490:::::N400409379501 ML1 KETOROLAC 15MG IV*150*UN*1***1~"
                  "DTP*472*D8*20260914~LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::typed_ndc,
         .check_line = ndc::only_in_text},
    Rule{.id = "NDC14",
         .name = "ndc-in-text-without-quantity",
         .family = "ndc",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A6:724+A6:659",
         .summary = "the NDC stands in the text only, without quantity and unit",
         .explanation =
             "The narrative has the NDC but the line has no LIN and CTP. We could write the LIN, "
             "but a CTP must follow it, and how much of which unit was used is not in the claim. "
             "Add both segments. This stands in place of the finding that the NDC is missing; "
             "where the payer requires the NDC, that one is given.",
         .source = "005010X222A1 and 005010X223A2, 2410 CTP04 and CTP05",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV NDC 00409-3795-01*150*UN*1***1~"
                   "DTP*472*D8*20260914~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV NDC 00409-3795-01*150*UN*1***1~"
                  "DTP*472*D8*20260914~LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::typed_ndc,
         .check_line = ndc::in_text_without_quantity},
    Rule{.id = "NDC15",
         .name = "ndc-twelve-digit",
         .family = "ndc",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:218",
         .summary = "twelve digits are the FDA's form from 2033 on, which claims do not take yet",
         .explanation =
             "From 7 March 2033 the FDA assigns NDCs of twelve digits, 6-4-2, and older ones get "
             "zeros in front. That does not change what a claim takes: eleven digits, 5-4-2. "
             "Until it does, type the eleven-digit code.",
         .source = "91 FR 10749, https://www.govinfo.gov/content/pkg/FR-2026-03-05/html/"
                   "2026-04368.htm; 2410 LIN03",
         .before = "LIN**N4*000409-3795-01~",
         .after = "LIN**N4*00409379501~",
         .given = Given::odd_ndc,
         .check_line = ndc::twelve_digit},
    Rule{.id = "NDC16",
         .name = "ndc-second",
         .family = "ndc",
         .severity = Severity::info,
         .extended = true,
         .stc = {},
         .summary = "two NDCs of one drug are not billed the way this payer wants",
         .explanation =
             "A dose drawn from two packages has two NDCs. Some payers want both on one line, the "
             "second in the note; others want a line for each. The profile of this payer names "
             "its way, and the claim uses the other. Lines that share a prescription or link "
             "number are a compound and left out.",
         .source = "https://www.palmettogba.com/palmetto/jmb.nsf/DIDC/3V5O4QNAAH~Claims (note), "
                   "https://www.ask-edi.com/news/2019/"
                   "2019-04-25_ny-natl-drug-code-requirement-info.shtml (lines)",
         .before = "LX*1~SV1*...~LIN**N4*00409379501~CTP****1*ML~"
                   "LX*2~SV1*...~LIN**N4*00409379601~CTP****1*ML~",
         .after = "LX*1~SV1*...~NTE*ADD*NDC 00409-3796-01 ML1~LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::drug_loop,
         .check_line = ndc::second},
    Rule{.id = "NDC17",
         .name = "ndc-other-drug",
         .family = "ndc",
         .severity = Severity::warning,
         .stc = "A8:217+A8:218",
         .summary = "the NDC is listed under another drug name than the narrative's",
         .explanation =
             "No word of the narrative occurs in the names that the FDA's directory gives for "
             "this NDC. Either the code or the name is of another drug: compare both with the "
             "package.",
         .source = "FDA NDC directory, product.txt; "
                   "https://www.palmettogba.com/palmetto/jjb.nsf/DID/AW8MMP6652",
         .before = "SV1*HC:J3490:::::FAMOTIDINE 20MG IV*40*UN*1***1~LIN**N4*00409379501~",
         .after = "the NDC or the name of the drug that was given",
         .given = Given::directory | Given::drug_loop,
         .check_line = reference::other_drug},
};

}  // namespace

std::span<Rule const> ndc_rules() {
  return rules;
}

}  // namespace noc837::rules
