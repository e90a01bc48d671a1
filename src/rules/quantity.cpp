// SPDX-License-Identifier: Apache-2.0
// The rules about the quantity and unit of measure in CTP.
#include <array>

#include "rules/families.hpp"
#include "rules/quantity_checks.hpp"
#include "rules/reference_checks.hpp"

namespace noc837::rules {
namespace {

constexpr std::array rules = {
    Rule{.id = "QTY01",
         .name = "quantity-invalid",
         .family = "quantity",
         .severity = Severity::error,
         .stc = "A6:724,A7:724",
         .summary = "the quantity is missing, no number, or not more than zero",
         .explanation =
             "CTP04 says how much of the package was used, in the unit of CTP05, and payers "
             "price the line by it. It must be a number above zero. Only the record of what was "
             "given has it, so nothing is filled in.",
         .source = "005010X222A1 and 005010X223A2, 2410 CTP04; https://providernews.anthem.com/"
                   "nevada/articles/national-drug-codes-ndc-are-required-for-outpatient-claims-"
                   "25560",
         .before = "CTP****0*ML~",
         .after = "CTP****2*ML~",
         .given = Given::odd_quantity,
         .check_line = quantity::invalid},
    Rule{.id = "QTY02",
         .name = "quantity-punctuated",
         .family = "quantity",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:724",
         .summary = "the quantity is not written as X12 writes numbers",
         .explanation =
             "A number in a claim file has digits and, where needed, a point: no thousands "
             "commas, no plus, no blanks, no point at the end. These are taken out for you. A "
             "comma that is not followed by three digits may be a decimal comma; then we only "
             "point it out.",
         .source = "2410 CTP04, data type R; http://rfi.x12.org/Request/Details/1924",
         .before = "CTP****1,000*ML~",
         .after = "CTP****1000*ML~",
         .given = Given::odd_quantity,
         .check_line = quantity::punctuated},
    Rule{.id = "QTY03",
         .name = "quantity-with-unit",
         .family = "quantity",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:724",
         .summary = "the unit is written into the quantity",
         .explanation =
             "CTP04 takes the number alone; the unit has its own place in CTP05. Where CTP05 has "
             "the same unit, the one in CTP04 is taken out. Where CTP05 is empty, the unit is "
             "moved there if you switch that on. Where the two differ, look up which is right.",
         .source = "005010X222A1 and 005010X223A2, 2410 CTP04 and CTP05-1",
         .before = "CTP****10ML*ML~",
         .after = "CTP****10*ML~",
         .given = Given::odd_quantity,
         .check_line = quantity::with_unit},
    Rule{.id = "QTY04",
         .name = "quantity-decimals",
         .family = "quantity",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:697+A7:724",
         .summary = "the quantity has more decimals than payers keep",
         .explanation =
             "The guide sets no limit for CTP04, but the paper form has three decimals and some "
             "payers keep two. What is beyond may be cut off or rejected. Round the way your "
             "payer says; we do not round. Zeros at the end do not count.",
         .source = "2410 CTP04; http://rfi.x12.org/Request/Details/2151",
         .before = "CTP****0.12345*ML~",
         .after = "CTP****0.123*ML~",
         .given = Given::fine_quantity,
         .check_line = quantity::too_many_decimals},
    Rule{.id = "QTY05",
         .name = "quantity-too-large",
         .family = "quantity",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:724",
         .summary = "the quantity is larger than payers can take",
         .explanation =
             "The paper form has room for eight digits before the point, and no dose needs them. "
             "Ten digits without a point are often from a form that counts the last three as "
             "decimals: 0000010000 for 10. Write the quantity with its point.",
         .source = "2410 CTP04; http://rfi.x12.org/Request/Details/2151, "
                   "https://docsbay.net/physician-administered-drugs-ndc-cms-1500-billing-"
                   "instructions-physician-ndc-cms",
         .before = "CTP****0000010000*ML~",
         .after = "CTP****10*ML~",
         .given = Given::fine_quantity,
         .check_line = quantity::too_large},
    Rule{.id = "QTY06",
         .name = "unit-missing",
         .family = "quantity",
         .severity = Severity::error,
         .stc = "A6:659",
         .summary = "the unit of the quantity is missing",
         .explanation =
             "CTP05 says what CTP04 counts: ML for liquids, UN for vials of powder and other "
             "pieces, GR for creams, F2 for international units, ME for milligrams. Without it "
             "the quantity means nothing. Add the unit of the package.",
         .source = "005010X222A1 and 005010X223A2, 2410 CTP05-1",
         .before = "CTP****10~",
         .after = "CTP****10*ML~",
         .given = Given::odd_unit,
         .check_line = quantity::unit_missing},
    Rule{.id = "QTY07",
         .name = "unit-not-standard",
         .family = "quantity",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:659",
         .summary = "the unit is not one of F2, GR, ME, ML and UN",
         .explanation =
             "CTP05 takes five codes. Other spellings of the same unit (cc, gm, mg, IU, lower "
             "case) are put right for you; EA, U and UNITS become UN where you switch that on, "
             "as a U may be an insulin unit. A vial, syringe or kit is UN for a powder and ML "
             "for a liquid, and micrograms have no code: those only you can tell.",
         .source = "005010X222A1 and 005010X223A2, 2410 CTP05-1",
         .before = "CTP****10*CC~",
         .after = "CTP****10*ML~",
         .given = Given::odd_unit,
         .check_line = quantity::not_standard},
    Rule{.id = "QTY08",
         .name = "unit-not-accepted",
         .family = "quantity",
         .severity = Severity::warning,
         .fix = Fix::opt_in,
         .stc = "A7:659",
         .summary = "this payer does not accept the unit",
         .explanation =
             "The unit is a legal code, but this payer's profile leaves it out; some plans "
             "refuse ME or F2. Milligrams can be given as grams, which is exact: 500 ME is 0.5 "
             "GR. We do that where you switch it on. Other units need the package.",
         .source = "payer rule, such as https://www.bcbsm.com/content/dam/microsites/corpcomm/"
                   "provider/the_record/2015/record_0215/Record_0215k.shtml; 2410 CTP05-1",
         .before = "CTP****500*ME~",
         .after = "CTP****0.5*GR~",
         .given = Given::quantity,
         .check_line = quantity::not_accepted},
    Rule{.id = "QTY09",
         .name = "unit-against-form",
         .family = "quantity",
         .severity = Severity::warning,
         .stc = "A8:659+A8:218",
         .summary = "the unit does not fit the dosage form of the NDC",
         .explanation =
             "Payers count liquids in ML and vials of powder in UN. The FDA's directory gives "
             "this NDC the other form, so the quantity is probably in the wrong unit.",
         .source = "FDA NDC directory, product.txt; https://www.bcbsm.com/content/dam/"
                   "microsites/corpcomm/provider/the_record/2015/record_0215/Record_0215k.shtml",
         .before = "LIN**N4*00409379501~CTP****1*UN~ (a solution)",
         .after = "LIN**N4*00409379501~CTP****1*ML~",
         .given = Given::directory | Given::quantity,
         .check_line = reference::unit_against_form},
    Rule{.id = "QTY10",
         .name = "quantity-is-dose",
         .family = "quantity",
         .severity = Severity::warning,
         .stc = "A8:724+A8:217",
         .summary = "the quantity equals the dose in milligrams but counts ML or UN",
         .explanation =
             "CTP04 counts millilitres or vials, and the narrative has the same number as "
             "milligrams: the dose was probably typed in place of the quantity. Paying for 500 "
             "mL in place of 5 is a large error. Compare it with the vial; we change nothing. A "
             "quantity of 1 is left out, as is a text that explains it (1 MG/ML).",
         .source = "2410 CTP04 and CTP05-1, 2400 SV101-7, SV202-7 and NTE02",
         .before = "SV1*HC:J3490:::::IBUPROFEN 500MG IV*150*UN*1***1~CTP****500*ML~",
         .after = "SV1*HC:J3490:::::IBUPROFEN 500MG IV*150*UN*1***1~CTP****5*ML~",
         .given = Given::other_quantity,
         .check_line = quantity::is_dose},
    Rule{.id = "QTY11",
         .name = "unit-fractional",
         .family = "quantity",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:724",
         .summary = "a part of a unit is billed",
         .explanation =
             "UN counts vials, tablets or kits, and most payers want whole ones. A part often "
             "means that the drug is a liquid, to be counted in ML, or that the dose was "
             "divided by the vial. Payers differ on this; we change nothing.",
         .source = "2410 CTP04 and CTP05-1; common practice",
         .before = "CTP****0.5*UN~",
         .after = "CTP****1*UN~",
         .given = Given::fine_quantity,
         .check_line = quantity::fractional},
};

}  // namespace

std::span<Rule const> quantity_rules() {
  return rules;
}

}  // namespace noc837::rules
