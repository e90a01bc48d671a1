// SPDX-License-Identifier: Apache-2.0
// Modifiers: their form, waste (JW, JZ), and those that do not go together.
#include <array>

#include "rules/families.hpp"
#include "rules/modifier_checks.hpp"
#include "rules/reference_checks.hpp"

namespace noc837::rules {
namespace {

constexpr std::string_view waste_source =
    "https://med.noridianmedicare.com/web/jfb/topics/drugs-biologicals-injections/"
    "drug-wastage-jw-and-jz-modifiers and "
    "https://www.cgsmedicare.com/jc/pubs/news/2023/02/cope134488.html";
constexpr std::string_view element_source =
    "005010X222A1 2400 SV101-3 to SV101-6, 005010X223A2 2400 SV202-3 to SV202-6";

constexpr std::array rules = {
    Rule{.id = "MOD01",
         .name = "jw-with-jz",
         .family = "modifiers",
         .severity = Severity::error,
         .stc = "A7:453",
         .summary = "JW and JZ are on one line",
         .explanation =
             "JW says that part of the drug was thrown away and JZ that nothing was, so a line "
             "with both contradicts itself and is returned. If there was waste, put it on a line "
             "of its own with JW and take JZ off; if not, keep JZ. Both are statements by the "
             "provider, so neither is removed for you.",
         .source = waste_source,
         .before = "SV1*HC:J3490:JW:JZ:::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::jw_with_jz},
    Rule{.id = "MOD02",
         .name = "modifier-repeated",
         .family = "modifiers",
         .severity = Severity::warning,
         .fix = Fix::safe,
         .stc = "A7:453",
         .summary = "a modifier stands twice on the line",
         .explanation =
             "The second of two equal modifiers says nothing new and takes one of only four "
             "places; some payers reject the line for it. The later one is taken out for you and "
             "those behind it move up.",
         .source = element_source,
         .before = "SV1*HC:J3490:JZ:JZ:::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::repeated},
    Rule{.id = "MOD03",
         .name = "modifier-malformed",
         .family = "modifiers",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:453",
         .summary = "a modifier is not two capitals or digits, or an empty place stands before it",
         .explanation =
             "A modifier has exactly two characters, letters in capitals, and the four places are "
             "filled from the left. Payers do not recognise jz, and some stop reading at an empty "
             "place. Case, blanks and gaps are put right for you. One or three characters are "
             "not: only you know which modifier was meant.",
         .source = element_source,
         .before = "SV1*HC:J3490::jz:::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::malformed},
    Rule{.id = "MOD04",
         .name = "modifier-25-on-drug",
         .family = "modifiers",
         .severity = Severity::warning,
         .stc = "A7:453",
         .summary = "25 belongs on the visit's line, not on a drug",
         .explanation =
             "25 marks a visit that stands apart from a procedure of the same day. A drug is not a "
             "visit, so payers deny the drug line and the visit next to it lacks its modifier. "
             "Move it to the visit's line. That payers treat it so is common practice and no page "
             "that we read says it, so this is a warning; it is not moved for you.",
         .source = "common practice",
         .before = "SV1*HC:J3490:25::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::visit_modifier},
    Rule{.id = "MOD05",
         .name = "jw-or-jz-missing",
         .family = "modifiers",
         .severity = Severity::warning,
         .stc = "A6:453",
         .summary = "neither JW nor JZ says whether any of the drug was thrown away",
         .explanation =
             "For a drug from a single-dose container that Medicare pays for apart, services from "
             "2023-07-01 on need JZ when all of it was given, or a second line with JW for the "
             "rest. Without either the line is returned. The claim does not say what kind of "
             "container it was, so this is a warning, and because both modifiers are statements "
             "by the provider we never add them. Radiopharmaceuticals, vaccines, oral drugs and "
             "texts that name a multi-dose vial are left out. With the FDA's NDC directory loaded "
             "it is an error where the package is a single-dose one, and silent where it is a "
             "multi-dose one.",
         .source = waste_source,
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1~",
         .check_line = modifiers::waste_not_stated},
    Rule{.id = "MOD06",
         .name = "jw-without-dose-line",
         .family = "modifiers",
         .severity = Severity::error,
         .stc = "A8:453",
         .summary = "a JW line has no line with the dose that was given",
         .explanation =
             "A JW line reports what was left in the container after a dose was given, so it needs "
             "a line for that dose: same code, same NDC, same day, without JW. Alone it is "
             "denied. Add the line, or take JW off if this is the dose. Lines without NDC or date "
             "are taken to match.",
         .source = waste_source,
         .before = "LX*1~SV1*HC:J3490:JW::::KETOROLAC 15MG WASTED*50*UN*1***1~",
         .after = "LX*1~SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~ ... "
                  "LX*2~SV1*HC:J3490:JW::::KETOROLAC 15MG WASTED*50*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::waste_without_dose},
    Rule{.id = "MOD07",
         .name = "jz-beside-jw-line",
         .family = "modifiers",
         .severity = Severity::warning,
         .stc = "A8:453",
         .summary = "this line says that nothing was thrown away, another one says otherwise",
         .explanation =
             "JZ on the line with the dose and JW on another line for the same code, NDC and day "
             "cannot both be true. When there was waste, the line with the dose carries neither. "
             "Which of the two holds is for you to say.",
         .source = waste_source,
         .before = "SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1~ ... "
                   "SV1*HC:J3490:JW::::KETOROLAC 15MG WASTED*50*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~ ... "
                  "SV1*HC:J3490:JW::::KETOROLAC 15MG WASTED*50*UN*1***1~",
         .given = Given::modifier | Given::other_line,
         .check_line = modifiers::contradicting_lines},
    Rule{.id = "MOD08",
         .name = "waste-on-packaged-drug",
         .family = "modifiers",
         .severity = Severity::warning,
         .scope = Scope::institutional,
         .stc = "A7:453",
         .summary = "JW or JZ on a drug whose waste is not reported here",
         .explanation =
             "On hospital outpatient claims Medicare pays J3490 and J3590 as part of the visit, "
             "and for C9399 it wants the waste in the remarks and not as a JW line. The modifiers "
             "have no meaning there and can send the line back. Leave them off.",
         .source = "Palmetto A55913 and https://www.visanteinc.com/pharmacy-newsletter/"
                   "whats-new-using-hcpcs-code-c9399-july-1-2022-update/",
         .before = "SV2*0636*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1~",
         .after = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .given = Given::modifier | Given::medicare,
         .check_line = modifiers::waste_on_packaged},
    Rule{.id = "MOD09",
         .name = "waste-of-multi-dose-vial",
         .family = "modifiers",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A8:453+A8:218",
         .summary = "JW or JZ on a drug from a multi-dose vial",
         .explanation =
             "What is left in a multi-dose vial goes to the next patient, so neither modifier "
             "applies. With the FDA's NDC directory loaded, this rule reads from the package text "
             "whether the NDC is a multi-dose one. Check the NDC first: it may be that of another "
             "package.",
         .source = waste_source,
         .before = "SV1*HC:J3490:JW::::LIDOCAINE 10MG SC*20*UN*1***1~LIN**N4*00409427601~",
         .after = "SV1*HC:J3490:::::LIDOCAINE 10MG SC*20*UN*1***1~LIN**N4*00409427601~",
         .given = Given::directory | Given::drug_loop | Given::modifier,
         .check_line = reference::waste_of_multi_dose},
    Rule{.id = "MOD10",
         .name = "340b-modifiers",
         .family = "modifiers",
         .severity = Severity::error,
         .stc = "A7:453",
         .summary = "the modifiers for 340B drugs contradict each other or are out of date",
         .explanation =
             "JG and TB both say that the drug was bought under the 340B programme, for different "
             "kinds of providers: a line has one of them. JG is widely understood to have ended "
             "with 2024, so on later services it is a warning and TB the likely answer. Sources "
             "differ, so nothing is swapped for you.",
         .source = "https://essentialhospitals.org/"
                   "cms-revises-part-b-inflation-rebate-guidance-340b-modifiers/; the end of JG is "
                   "common practice",
         .before = "SV2*0636*HC:J3490:JG:TB:::KETOROLAC 15MG IV*150*UN*1~",
         .after = "SV2*0636*HC:J3490:TB::::KETOROLAC 15MG IV*150*UN*1~",
         .given = Given::modifier | Given::medicare,
         .check_line = modifiers::discount_programme},
    Rule{.id = "MOD11",
         .name = "state-modifier-elsewhere",
         .family = "modifiers",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:453",
         .summary = "a Medicaid modifier on a claim for another payer",
         .explanation =
             "UD and U1 to U9 mean what a state's Medicaid programme says they mean. Medicare and "
             "commercial plans do not know them and may reject the line. Take the modifier off "
             "unless this plan asks for it. Claims that may go to a Medicaid plan are left alone.",
         .source = "https://www.mass.gov/doc/family-planning-agency-bulletin-11-updates-to-the-"
                   "national-drug-code-requirements-for-physician/download",
         .before = "SV1*HC:J3490:UD::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::state_modifier},
    Rule{.id = "MOD12",
         .name = "notice-modifiers",
         .family = "modifiers",
         .severity = Severity::error,
         .extended = true,
         .stc = "A7:453",
         .summary = "the modifiers about a notice of non-coverage contradict each other",
         .explanation =
             "GA says that the patient signed a notice because Medicare may deny the drug, GZ that "
             "no notice was signed: a line cannot have both. GX reports a voluntary notice for "
             "something that Medicare excludes, which GY says, so GX goes with GY. They decide who "
             "pays, so choose yourself.",
         .source = "https://carecostestimate.com/medicare/modifiers",
         .before = "SV1*HC:J3490:GA:GZ:::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:GA::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::coverage_notice},
    Rule{.id = "MOD13",
         .name = "route-modifier-contradicted",
         .family = "modifiers",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A8:453+A8:223",
         .summary = "the modifier names another route than the text",
         .explanation =
             "JA says that the drug went into a vein and JB that it went under the skin. Where the "
             "text names only the other route, a reviewer cannot price the line. Put right "
             "whichever of the two is wrong.",
         .source = "https://www.priorityhealth.com/provider/manual/billing/modifiers/ja-jb",
         .before = "SV1*HC:J3490:JA::::KETOROLAC 15MG SC*150*UN*1***1~",
         .after = "SV1*HC:J3490:JB::::KETOROLAC 15MG SC*150*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::route_contradicted},
    Rule{.id = "MOD14",
         .name = "hospital-department-modifier",
         .family = "modifiers",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:453",
         .summary = "a modifier for hospital departments on a professional claim",
         .explanation =
             "PO, PN and ER tell in which kind of hospital department a service was given, on the "
             "hospital's own claim. On a professional claim they mean nothing, and PO excludes PN. "
             "Take off what does not apply. This is common practice.",
         .source = "common practice",
         .before = "SV1*HC:J3490:PO::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::modifier,
         .check_line = modifiers::hospital_department},
    Rule{.id = "MOD15",
         .name = "pump-modifier-missing",
         .family = "modifiers",
         .severity = Severity::info,
         .extended = true,
         .stc = "A7:453",
         .summary = "J7799 at home without KD",
         .explanation =
             "J7799 at home is most often a drug that runs through a pump, and DME contractors "
             "want KD on those. Add it when a pump gave the drug; we cannot tell from the claim.",
         .source = "http://www.medicalbillingcptmodifiers.com, 2010",
         .before = "SV1*HC:J7799:::::TREPROSTINIL 20MG SC*900*UN*1*12**1~",
         .after = "SV1*HC:J7799:KD::::TREPROSTINIL 20MG SC*900*UN*1*12**1~",
         .given = Given::rare_code,
         .check_line = modifiers::pump_not_stated},
};

}  // namespace

std::span<Rule const> modifier_rules() {
  return rules;
}

}  // namespace noc837::rules
