// SPDX-License-Identifier: Apache-2.0
// The rules about the narrative that says which drug it was.
#include <array>

#include "rules/description_checks.hpp"
#include "rules/families.hpp"

namespace noc837::rules {
namespace {

constexpr std::array rules = {
    Rule{.id = "DSC01",
         .name = "description-missing",
         .family = "description",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A6:306+A6:217",
         .summary = "an unclassified drug has no description",
         .explanation =
             "The code says only that a drug was given, so the payer reads the description to "
             "learn which, and returns the line when it is empty, NDC or not. Where an 837P "
             "line's own NTE*ADD names the drug and fits into 80 characters, it is copied into "
             "SV101-7 for you and the note stays. A claim note that names a drug is copied when "
             "you switch that on and the claim has no other drug line, because it may be about "
             "something else. An 837I line has no note of its own: type into SV202-7.",
         .source = "005010X222A1 2400 SV101-7, 005010X223A2 2400 SV202-7; http://rfi.x12.org/"
                   "Request/Details/1467",
         .before = "SV1*HC:J3490*150*UN*1***1~ NTE*ADD*KETOROLAC 15MG IV~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~ NTE*ADD*KETOROLAC 15MG IV~",
         .given = Given::blank_text,
         .check_line = description::missing},
    Rule{.id = "DSC02",
         .name = "drug-name-missing",
         .family = "description",
         .severity = Severity::warning,
         .stc = "A6:217",
         .summary = "no drug is named",
         .explanation =
             "A line under an unclassified code is priced by hand, and nobody can price a drug "
             "without its name; Medicare contractors return such lines. An amount, an NDC or a "
             "reference to other papers does not take the name's place. Type the name as it "
             "stands on the package.",
         .source = "https://www.cgsmedicare.com/partb/pubs/news/2014/0414/cope25420.html; "
                   "https://www.findacode.com/articles/noc-drug-and-biological-codes-31604.html",
         .before = "SV1*HC:J3490:::::15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::bare_text,
         .check_line = description::without_name},
    Rule{.id = "DSC03",
         .name = "dose-missing",
         .family = "description",
         .severity = Severity::warning,
         .stc = "A6:217",
         .summary = "the total dose is missing",
         .explanation =
             "Units of an unclassified code count nothing in particular, so the payer wants to "
             "read how much of the drug was given, such as 15MG. A strength such as 30MG/ML is "
             "no dose. Nor is the quantity of the NDC (CTP): it counts millilitres or vials. So "
             "where the payer's profile wants the dose in the text (need_dose, as Medicare's "
             "contractors do), its lack is an error whatever the quantity. Other payers can read "
             "from NDC and quantity what was used: the guide's own example names a drug, its NDC "
             "and a quantity, and no dose. Such a line is correct, and the warning is for lines "
             "that tell neither. Some payers want the strength as well. Both are in the record of "
             "what was given; nothing is filled in.",
         .source = "https://www.findacode.com/articles/noc-drug-and-biological-codes-31604.html; "
                   "https://www.palmettogba.com/palmetto/jjb.nsf/DID/AW8MMP6652",
         .before = "SV1*HC:J3490:::::KETOROLAC IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::bare_text,
         .check_line = description::without_dose},
    Rule{.id = "DSC04",
         .name = "dose-as-concentration",
         .family = "description",
         .severity = Severity::error,
         .stc = "A7:217",
         .summary = "the only amount is one per mL",
         .explanation =
             "This payer wants the amount that the patient received and rejects an amount per "
             "millilitre, which is the vial's strength, unless the drug was compounded. Type the "
             "total dose; it cannot be worked out from the strength.",
         .source = "https://www.palmettogba.com/palmetto/jjb.nsf/DID/AW8MMP6652",
         .before = "SV1*HC:J3490:::::KETOROLAC 30MG/ML IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::bare_text,
         .check_line = description::dose_as_concentration},
    Rule{.id = "DSC05",
         .name = "route-missing",
         .family = "description",
         .severity = Severity::warning,
         .stc = "A6:223",
         .summary = "the route of administration is missing",
         .explanation =
             "This payer asks how the drug was given, because that decides whether it is covered "
             "and at what price. Add IV, IM, SUBQ or whichever it was.",
         .source = "https://www.findacode.com/articles/noc-drug-and-biological-codes-31604.html; "
                   "https://ngsmedicare.com/web/ngs/drugs-and-vaccines?selectedArticleId=1625983",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::bare_text,
         .check_line = description::without_route},
    Rule{.id = "DSC06",
         .name = "description-vague",
         .family = "description",
         .severity = Severity::warning,
         .stc = "A7:306",
         .summary = "the description says nothing about the drug",
         .explanation =
             "UNCLASSIFIED DRUG, INJECTION or SEE NOTES only repeats what the code says. A payer "
             "who reads just this element takes the line for one without a description. Type the "
             "drug's name, the dose given and the route.",
         .source = "005010X222A1 2400 SV101-7, 005010X223A2 2400 SV202-7; "
                   "https://www.xifin.com/billing-beat/"
                   "5010-change-for-not-otherwise-classified-codes/",
         .before = "SV1*HC:J3490:::::UNCLASSIFIED DRUG*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::bare_text,
         .check_line = description::vague},
    Rule{.id = "DSC07",
         .name = "description-only-in-note",
         .family = "description",
         .severity = Severity::warning,
         .fix = Fix::opt_in,
         .extended = true,
         .stc = "A7:217",
         .summary = "name or dose stands only in a note, which this payer does not read",
         .explanation =
             "This payer reads the line's description and not its notes. Put the drug's name and "
             "the dose into the description. Where that holds nothing but words such as SEE "
             "NOTES, the text of the line's NTE*ADD can take their place; switch that on if you "
             "want it.",
         .source = "https://www.findacode.com/articles/noc-drug-and-biological-codes-31604.html",
         .before = "SV1*HC:J3490:::::SEE NOTES*150*UN*1***1~ NTE*ADD*KETOROLAC 15MG IV~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~ NTE*ADD*KETOROLAC 15MG IV~",
         .given = Given::bare_text,
         .check_line = description::only_in_note},
    Rule{
        .id = "DSC08",
        .name = "description-only-in-claim-note",
        .family = "description",
        .severity = Severity::info,
        .extended = true,
        .stc = "A7:704",
        .summary = "a drug is described only in the claim's note, and there are several drug lines",
        .explanation =
            "A note of the claim belongs to no line. With several drug lines the payer cannot "
            "tell which one it describes. Describe each drug on its own line.",
        .source = "005010X222A1 and 005010X223A2, 2300 NTE",
        .before = "NTE*ADD*KETOROLAC 15MG IV~ LX*1~ SV1*HC:J3490*150*UN*1***1~",
        .after = "LX*1~ SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
        .given = Given::claim_note | Given::other_line,
        .check_claim = description::only_in_claim_note},
    Rule{.id = "DSC09",
         .name = "drug-in-wrong-note",
         .family = "description",
         .severity = Severity::warning,
         .scope = Scope::professional,
         .extended = true,
         .stc = "A7:599",
         .summary = "the drug is described in a note for something else",
         .explanation =
             "NTE*TPO is kept for the third parties that price claims, and NTE*DCP for goals and "
             "plans of treatment. Payers do not look there for a drug. Describe it in SV101-7, "
             "and put what does not fit into NTE*ADD.",
         .source = "005010X222A1 2400 NTE01",
         .before = "NTE*TPO*KETOROLAC 15MG IV~",
         .after = "NTE*ADD*KETOROLAC 15MG IV~",
         .given = Given::line_note,
         .check_line = description::in_other_note},
    Rule{.id = "DSC10",
         .name = "c9399-remarks-incomplete",
         .family = "description",
         .severity = Severity::warning,
         .scope = Scope::institutional,
         .stc = "A6:704",
         .summary = "the claim's remarks do not tell all about the new drug",
         .explanation =
             "C9399 is for drugs so new that they have no code, and Medicare prices them by hand "
             "from the claim's remarks. NTE*ADD of loop 2300 has to hold the drug's name, its "
             "NDC, the total dose, the route and the date it was given. The finding says which "
             "of these we did not see.",
         .source = "005010X223A2 2300 NTE*ADD; "
                   "https://ngsmedicare.com/web/ngs/drugs-and-vaccines?selectedArticleId=1625983",
         .before = "NTE*ADD*NEW DRUG GIVEN~",
         .after = "NTE*ADD*ZENOPAMAB 200MG IV NDC 55513-0137-01 09/14/2026~",
         .check_claim = description::incomplete_remarks},
    Rule{.id = "DSC11",
         .name = "description-untidy",
         .family = "description",
         .severity = Severity::info,
         .fix = Fix::opt_in,
         .extended = true,
         .stc = "",
         .summary = "the text has blanks too many, or small letters",
         .explanation =
             "Blanks at the ends or in a row use up the 80 characters and upset programs that "
             "compare texts. Small letters are allowed and are pointed out only where a payer's "
             "profile says that its system wants capitals. Switch the correction on to have both "
             "put right.",
         .source = "X12 data type AN; that some systems prefer capitals is common practice",
         .before = "SV1*HC:J3490::::: KETOROLAC  15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::untidy_text,
         .check_line = description::untidy},
};

}  // namespace

std::span<Rule const> description_rules() {
  return rules;
}

}  // namespace noc837::rules
