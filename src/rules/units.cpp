// SPDX-License-Identifier: Apache-2.0
// The rules about the units of service and their basis: SV103 and SV104, SV204 and SV205.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "grammar/quantity.hpp"
#include "profiles/code_sets.hpp"
#include "rules/families.hpp"
#include "rules/line_facts.hpp"
#include "rules/service_fields.hpp"

namespace noc837::rules {
namespace {

using profiles::NocUnits;

constexpr int most_decimals = 3;

Draft at_units(LineCase const &c, Report &report) {
  return at_service(c, report, service_fields(c.service).units, c.service.units.view());
}

/// The units where they are a number above zero.
std::optional<Decimal> units_of(LineCase const &c) {
  auto const units = grammar::read_decimal(c.service.units.view());
  return units && *units > Decimal{} ? units : std::nullopt;
}

bool has_dose(LineCase const &c) {
  return profiles::has_dose(c.service.procedure.code.view());
}

/// True for digits with at most one point among them, more of them than a number can have.
bool is_overlong_number(std::string_view text) {
  return text.size() > grammar::max_decimal_digits &&
         text.find_first_not_of("0123456789.") == std::string_view::npos &&
         text.find_first_of("123456789") != std::string_view::npos &&
         std::count(text.begin(), text.end(), '.') <= 1;
}

void not_one(LineCase const &c, Report &report) {
  if (c.profile.noc_units != NocUnits::one || has_dose(c)) return;
  auto const units = units_of(c);
  if (!units || *units == Decimal(1, 0)) return;
  at_units(c, report)
      .severity(c.profile.units_strict ? Severity::error : Severity::warning)
      .suggest("1, with the charge for all that was given")
      .set_element(service_fields(c.service).units.number, "1");
}

void invalid_units(LineCase const &c, Report &report) {
  auto const typed = c.service.units.view();
  if (units_of(c) || is_overlong_number(typed)) return;
  Draft draft = at_units(c, report);
  auto const units = grammar::read_decimal(typed);
  if (edi::trim(typed).empty()) {
    draft.message("the units are missing");
  } else if (units) {
    draft.message("the units are not more than zero");
  } else {
    draft.message("the units are not a number");
    auto const plain = grammar::plain_number(edi::trim(typed));
    if (plain && grammar::read_decimal(*plain) > Decimal{}) draft.suggest(*plain);
  }
}

void wrong_basis(LineCase const &c, Report &report) {
  auto const basis = c.service.basis.view();
  if (is(c.service.basis, "UN")) return;
  Field const field = service_fields(c.service).basis;
  at_service(c, report, field, basis).suggest("UN").set_element(field.number, "UN");
}

void too_precise(LineCase const &c, Report &report) {
  auto const units = units_of(c);
  bool const fits = units && units->significant_scale() <= most_decimals &&
                    units->integer_digits() + units->significant_scale() <= most_unit_digits;
  if (fits || (!units && !is_overlong_number(c.service.units.view()))) return;
  at_units(c, report);
}

/// How often 500 mg go into the dose, where the description gives one, and no count with it.
std::optional<Decimal> half_grams(claims::DrugText const &text) {
  if (text.dose.empty() || !text.count.empty()) return std::nullopt;
  auto const dose = grammar::read_typed_decimal(text.dose_value.view());
  if (!dose) return std::nullopt;
  Decimal const twice = *dose + *dose;
  std::string const unit = edi::upper(text.dose_unit.view());
  if (unit == "G" || unit == "GM" || unit == "GMS") return twice;
  if (unit == "MG" || unit == "MGS" || unit == "MGM") return twice.divided_by_power_of_ten(3);
  return std::nullopt;
}

/// J1599 counts 500 mg; what is left over is billed as a fraction or rounded up.
void not_by_dose(LineCase const &c, Decimal const &units, Report &report) {
  auto const dose = half_grams(c.line.description);
  if (!dose || units == *dose) return;
  if (units.whole() && units > *dose && units < *dose + Decimal(1, 0)) return;
  at_units(c, report)
      .message("the units are not the dose in the description by 500 mg")
      .suggest("check dose and units: the dose makes " + dose->to_string());
}

void fractional_units(LineCase const &c, Report &report) {
  auto const units = units_of(c);
  if (!units) return;
  if (is(c.service.procedure.code, "J1599")) {
    not_by_dose(c, *units, report);
  } else if (!units->whole()) {
    at_units(c, report);
  }
}

void more_than_containers(LineCase const &c, Report &report) {
  if (c.profile.noc_units != NocUnits::containers || c.line.loops.size() != 1 ||
      !c.line.loop()->ctp || has_dose(c)) {
    return;
  }
  auto const &ctp = c.line.loop()->ctp->value;
  auto const units = units_of(c);
  auto const quantity = grammar::read_decimal(ctp.quantity.view());
  if (!is(ctp.unit, "UN") || !units || !quantity || *units <= *quantity) return;
  at_units(c, report).suggest("check units and quantity: " + quantity->to_string() + " in CTP04");
}

constexpr std::array rules = {
    Rule{.id = "UNT01",
         .name = "units-not-one",
         .family = "units",
         .severity = Severity::warning,
         .fix = Fix::opt_in,
         .stc = "A7:476",
         .summary = "this payer wants one unit for an unclassified drug",
         .explanation =
             "The code has no dose of its own, so this payer prices the whole line by hand from "
             "the description and takes exactly one unit. More units make the line unprocessable. "
             "The correction writes 1 and leaves the charge, which has to be for everything that "
             "was given; switch it on if that is so in your office. Codes that name a dose, such "
             "as J1599, are left alone.",
         .source = "https://www.findacode.com/articles/noc-drug-and-biological-codes-31604.html",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*15***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::many_units,
         .check_line = not_one},
    Rule{.id = "UNT02",
         .name = "units-invalid",
         .family = "units",
         .severity = Severity::error,
         .stc = "A7:476",
         .summary = "the units are missing, no number, or not more than zero",
         .explanation =
             "Every service line says how many units it bills, as a number above zero without "
             "commas, blanks or letters. How many there were is in your record; nothing is "
             "filled in.",
         .source = "005010X222A1 2400 SV104, 005010X223A2 2400 SV205",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*0***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::odd_units,
         .check_line = invalid_units},
    Rule{.id = "UNT03",
         .name = "units-basis-wrong",
         .family = "units",
         .severity = Severity::error,
         .fix = Fix::opt_in,
         .stc = "A7:659",
         .summary = "a drug is not billed in units",
         .explanation =
             "The basis of measurement beside the units is UN for a drug. MJ counts minutes of "
             "anesthesia and DA days; ML, ME, GR and F2 belong to the NDC quantity in CTP05. "
             "Writing UN does not change what the number counts, so look at that first; the "
             "correction is yours to switch on.",
         .source = "005010X222A1 2400 SV103, 005010X223A2 2400 SV204",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*ML*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::odd_basis,
         .check_line = wrong_basis},
    Rule{.id = "UNT04",
         .name = "units-too-precise",
         .family = "units",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:697+A7:476",
         .summary = "the units have more than eight digits or three decimals",
         .explanation =
             "The guides take up to eight digits of units, three of them after the point. Longer "
             "numbers are cut off or refused. Zeros at the end are no harm and are not counted. "
             "This limit is common knowledge that we could not read in the guide itself.",
         .source = "http://rfi.x12.org/Request/Details/1924; common practice",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1.2345***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::odd_units,
         .check_line = too_precise},
    Rule{.id = "UNT05",
         .name = "units-fractional",
         .family = "units",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:476",
         .summary = "the units are a fraction, or do not fit the dose that the code names",
         .explanation =
             "An unclassified code has no dose that could be given in part, so a fraction is "
             "usually the NDC quantity in the wrong place. J1599 does name one, 500 mg: its "
             "units are the dose by 500, rounded up.",
         .source = "https://medicare.fcso.com/Claim_submission_guidelines/0489004.asp; that "
                   "fractions are wrong is common practice",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*0.5***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .check_line = fractional_units},
    Rule{.id = "UNT06",
         .name = "units-above-containers",
         .family = "units",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A8:476+A8:724",
         .summary = "more units are billed than containers are reported",
         .explanation =
             "This payer counts vials or syringes as units, and the NDC quantity in UN counts "
             "them too. Units above that quantity mean that one of the two is wrong.",
         .source = "http://www.medicalbillingcptmodifiers.com/search/label/NDC%20code",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*3***1~ CTP****2*UN~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*2***1~ CTP****2*UN~",
         .given = Given::quantity,
         .check_line = more_than_containers},
};

}  // namespace

std::span<Rule const> units_rules() {
  return rules;
}

}  // namespace noc837::rules
