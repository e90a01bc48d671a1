// SPDX-License-Identifier: Apache-2.0
// The segments of a line: there, once, in the guide's order and within their lengths.
#include <array>

#include "rules/families.hpp"
#include "rules/structure_checks.hpp"

namespace noc837::rules {
namespace {

constexpr std::array rules = {
    Rule{.id = "STR01",
         .name = "service-segment-missing",
         .family = "structure",
         .stc = "IK304:3",
         .summary = "the line has no service segment, or the other guide's",
         .explanation =
             "Every service line of an 837P has an SV1 and every line of an 837I an SV2. A line "
             "with neither has no procedure and no charge; a line with the other one was built "
             "for the other claim form. Both make the payer refuse the whole set. Enter the "
             "service again, or send the claim in the file of the right kind. All lines of a "
             "claim are looked at, not only drugs.",
         .source = "005010X222A1 2400 SV1; 005010X223A2 2400 SV2",
         .before = "LX*2~DTP*472*D8*20260914~",
         .after = "LX*2~SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~DTP*472*D8*20260914~",
         .check_claim = structure::service_segment_missing},
    Rule{.id = "STR02",
         .name = "second-drug-loop",
         .family = "structure",
         .stc = "IK304:4",
         .summary = "the line has more than one LIN",
         .explanation =
             "A service line takes one drug loop: one NDC, one quantity. Two vials with different "
             "NDCs go on two lines, each with its share of the charge and the units; some "
             "Medicare contractors want one line with the second NDC in the note instead. How the "
             "charge divides is for you to say, so both loops are kept as they are.",
         .source = "005010X222A1 and 005010X223A2, loop 2410, repeat 1",
         .before = "LIN**N4*00409379501~CTP****1*ML~LIN**N4*00409379601~CTP****1*ML~",
         .after = "LIN**N4*00409379501~CTP****1*ML~ (and the other on a line of its own)",
         .given = Given::second_loop,
         .check_line = structure::second_drug_loop},
    Rule{.id = "STR03",
         .name = "drug-segment-without-lin",
         .family = "structure",
         .stc = "IK304:2",
         .summary = "a CTP or prescription REF has no LIN before it",
         .explanation =
             "LIN opens the drug loop. A quantity (CTP) or a prescription number (REF*XZ or "
             "REF*VY) without a LIN of its own belongs to no drug, and the payer refuses the "
             "segment as unexpected. Most often the NDC was left blank and the billing system "
             "dropped the LIN. Enter the NDC of the package that was used, or take the other "
             "segments out.",
         .source = "005010X222A1 and 005010X223A2, 2410 LIN, CTP, REF",
         .before = "DTP*472*D8*20260914~CTP****1*ML~",
         .after = "DTP*472*D8*20260914~LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::astray,
         .check_line = structure::drug_segment_without_lin},
    Rule{.id = "STR04",
         .name = "quantity-missing",
         .family = "structure",
         .stc = "IK304:3,A6:724",
         .summary = "the NDC has no CTP with quantity and unit",
         .explanation =
             "An NDC always comes with a CTP that says how much of the package was given: CTP04 "
             "the quantity, CTP05 its unit (F2, GR, ME, ML or UN). Payers that price by NDC "
             "cannot price without it. Count what the NDC counts: millilitres of a solution, "
             "vials of a powder. That is not the HCPCS units and not the milligrams of the dose, "
             "so the quantity is never filled in from those.",
         .source = "005010X222A1 and 005010X223A2, 2410 CTP",
         .before = "LIN**N4*00409379501~",
         .after = "LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::no_quantity,
         .check_line = structure::quantity_missing},
    Rule{.id = "STR05",
         .name = "drug-loop-misplaced",
         .family = "structure",
         .fix = Fix::safe,
         .stc = "IK304:7",
         .summary = "LIN, CTP or REF of the drug loop stands in the wrong place",
         .explanation =
             "The drug loop stands behind the last segment of the line itself (dates, "
             "references, notes) and before the loops of line providers and other payers, with "
             "LIN first, then CTP, then REF. Elsewhere a payer takes it for something "
             "unexpected, or reads a reference into the wrong loop. The segments are moved as "
             "they are, when there is one LIN and at most one CTP; nothing in them changes.",
         .source = "005010X222A1 and 005010X223A2, place of loop 2410 in 2400",
         .before = "LX*2~SV1*...~LIN**N4*00409379501~CTP****1*ML~NTE*ADD*...~",
         .after = "LX*2~SV1*...~NTE*ADD*...~LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::drug_loop,
         .check_line = structure::drug_loop_misplaced},
    Rule{.id = "STR06",
         .name = "line-note-not-institutional",
         .family = "structure",
         .scope = Scope::institutional,
         .fix = Fix::opt_in,
         .stc = "IK403:I6,A7:599",
         .summary = "an 837I line has an ADD or DCP note",
         .explanation =
             "A line of an 837I has no note of its own but NTE*TPO, which is for repricers. What "
             "the drug is belongs in SV202-7, with the claim's billing note for what does not "
             "fit. On request the text is moved to SV202-7 when that is empty and the text is no "
             "longer than 80 characters.",
         .source = "005010X223A2 2400 NTE01",
         .before = "SV2*0636*HC:J3490*150*UN*1~NTE*ADD*KETOROLAC 15MG IV~",
         .after = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .given = Given::line_note,
         .check_line = structure::institutional_line_note},
    Rule{.id = "STR07",
         .name = "second-line-note",
         .family = "structure",
         .scope = Scope::professional,
         .fix = Fix::opt_in,
         .stc = "IK304:5",
         .summary = "the line has more than one ADD or DCP note",
         .explanation =
             "A line of an 837P takes one note of the kinds ADD and DCP, and one TPO. Payers "
             "refuse the second or drop it, and with it perhaps the dose. On request notes of one "
             "kind are joined by a blank when the whole is no longer than 80 characters; "
             "otherwise shorten them, or put the drug's name and dose in SV101-7 where they are "
             "read first.",
         .source = "005010X222A1 2400 NTE, repeat 1",
         .before = "NTE*ADD*KETOROLAC~NTE*ADD*15MG IV~",
         .after = "NTE*ADD*KETOROLAC 15MG IV~",
         .given = Given::line_note,
         .check_line = structure::second_line_note},
    Rule{.id = "STR08",
         .name = "unused-element-filled",
         .family = "structure",
         .severity = Severity::warning,
         .fix = Fix::safe,
         .stc = "IK403:I10",
         .summary = "an element that the guide does not use is filled",
         .explanation =
             "Both guides leave LIN01, LIN04 and on, CTP01 to CTP03, CTP05-2 and on, CTP06 and on "
             "and the eighth component of the procedure empty. Systems made for the older 4010 "
             "guide put a price in CTP03, or zeros in empty fields. Zeros and blanks say nothing "
             "and are taken out; a real value stands, because it may belong elsewhere.",
         .source = "005010X222A1 and 005010X223A2, 2410 LIN and CTP, 2400 SV101-8 and SV202-8",
         .before = "CTP***0*10*ML~",
         .after = "CTP****10*ML~",
         .given = Given::surplus,
         .check_line = structure::unused_element_filled},
    Rule{.id = "STR09",
         .name = "trailing-separators",
         .family = "structure",
         .severity = Severity::info,
         .fix = Fix::safe,
         .stc = "IK403:3",
         .summary = "separators stand at the end with nothing behind them",
         .explanation =
             "Separators for empty elements at the end of a segment, or for empty components at "
             "the end of an element, are not to be sent, and strict translators reject them. That "
             "they do is common practice, not a rule that we could read in the guides. They carry "
             "nothing and are taken off the segments of the drug line.",
         .source = "common practice; X12 syntax, 2400 SV1, SV2, NTE and 2410 LIN, CTP, REF",
         .before = "CTP****10*ML*~",
         .after = "CTP****10*ML~",
         .given = Given::open_end,
         .check_line = structure::trailing_separators},
    Rule{.id = "STR10",
         .name = "text-too-long",
         .family = "structure",
         .fix = Fix::opt_in,
         .stc = "IK403:5,A7:512+A7:586",
         .summary = "a description or note is longer than 80 characters, or LIN03 than 48",
         .explanation =
             "SV101-7, SV202-7 and NTE02 hold 80 characters and LIN03 holds 48. A payer refuses "
             "what is longer or cuts it, perhaps just before the dose. Shorten the text so that "
             "name, dose and route come first. On request the end of a professional line's "
             "description is moved, between two words, to a note of its own when the line has "
             "none.",
         .source = "005010X222A1 and 005010X223A2, SV101-7, SV202-7, NTE02 (DE352), LIN03 (DE234)",
         .before = "SV1*HC:J3490:::::(90 characters)*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::(the first 80)*150*UN*1***1~NTE*ADD*(the rest)~",
         .given = Given::long_text,
         .check_line = structure::text_too_long},
    Rule{.id = "STR11",
         .name = "separator-in-description",
         .family = "structure",
         .fix = Fix::opt_in,
         .stc = "IK403:13,IK403:I10",
         .summary = "the description holds the component separator",
         .explanation =
             "X12 has no way to write a separator as text. A colon in the description, as in "
             "NACL:0.9%, ends it there for every reader, and what follows stands in a component "
             "that the guide does not use: the payer sees half a description or refuses the line. "
             "On request the parts are joined by a blank. That is not done by itself because a "
             "blank can change what a ratio such as 5:1 says.",
         .source = "005010X222A1 2400 SV101-7; 005010X223A2 2400 SV202-7",
         .before = "SV1*HC:J3490:::::NACL:0.9% 50ML IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::NACL 0.9% 50ML IV*150*UN*1***1~",
         .given = Given::surplus,
         .check_line = structure::description_split},
    Rule{.id = "STR12",
         .name = "line-numbers-not-sequential",
         .family = "structure",
         .severity = Severity::warning,
         .fix = Fix::opt_in,
         .extended = true,
         .stc = "",  // no claim status says it
         .summary = "LX01 does not count 1, 2, 3 within the claim",
         .explanation =
             "The lines of a claim are numbered from 1 without gaps. Most payers number them "
             "again themselves, some report by the number sent, and then a remittance names the "
             "wrong line. Lines are renumbered on request only, because your system may know "
             "them by the numbers that it sent.",
         .source = "005010X222A1 and 005010X223A2, 2400 LX01",
         .before = "LX*1~...~LX*3~",
         .after = "LX*1~...~LX*2~",
         .check_claim = structure::line_numbers_not_sequential},
};

}  // namespace

std::span<Rule const> structure_rules() {
  return rules;
}

}  // namespace noc837::rules
