// SPDX-License-Identifier: Apache-2.0
// The rules about charges. Money is never changed, only its spelling.
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "grammar/quantity.hpp"
#include "rules/families.hpp"
#include "rules/service_fields.hpp"

namespace noc837::rules {
namespace {

/// Amounts with more decimals are not added up: no money has them, and the sum would not fit.
constexpr int most_decimals_added = 6;

Draft at_charge(LineCase const &c, Report &report) {
  return at_service(c, report, service_fields(c.service).charge, c.service.charge.view());
}

/// The charge where it is written as X12 wants and not negative.
std::optional<Decimal> charge_of(claims::ServiceLine const &service) {
  auto const charge = grammar::read_decimal(service.charge.view());
  return charge && !charge->negative() ? charge : std::nullopt;
}

/// An amount with a dollar sign, thousands commas or blanks, written without them.
std::optional<std::string> without_punctuation(std::string_view typed) {
  std::string_view amount = edi::trim(typed);
  if (amount.starts_with('$')) amount = edi::trim(amount.substr(1));
  if (amount.size() == typed.size() && amount.find(',') == std::string_view::npos) return {};
  if (amount.starts_with('+') || amount.starts_with('-')) return std::nullopt;
  auto plain = grammar::plain_number(amount);
  if (!plain || !grammar::read_decimal(*plain)) return std::nullopt;
  return plain;
}

void invalid_charge(LineCase const &c, Report &report) {
  if (charge_of(c.service)) return;
  Draft draft = at_charge(c, report);
  auto const typed = c.service.charge.view();
  if (auto const plain = without_punctuation(typed)) {
    draft.message("the charge is not written as a plain number").suggest(*plain);
  } else if (edi::trim(typed).empty()) {
    draft.message("the charge is missing");
  } else if (grammar::read_decimal(typed)) {
    draft.message("the charge is negative");
  }
}

void punctuated_charge(LineCase const &c, Report &report) {
  auto const plain = without_punctuation(c.service.charge.view());
  if (!plain) return;
  at_charge(c, report).set_element(service_fields(c.service).charge.number, *plain);
}

void too_many_decimals(LineCase const &c, Report &report) {
  auto const charge = charge_of(c.service);
  if (charge && charge->significant_scale() > most_charge_decimals) at_charge(c, report);
}

void no_charge(LineCase const &c, Report &report) {
  auto const charge = charge_of(c.service);
  if (charge && *charge <= token_charge) at_charge(c, report);
}

/// The charges of all lines; nothing where one of them cannot be read.
std::optional<Decimal> sum_of_lines(claims::Claim const &claim) {
  Decimal sum;
  for (auto const &line : claim.lines) {
    auto const charge = grammar::read_decimal(line.charge.view());
    if (!line.service || !charge || charge->scale() > most_decimals_added) return std::nullopt;
    sum += *charge;
  }
  return sum;
}

void total_differs(ClaimCase const &c, Report &report) {
  auto const sum = sum_of_lines(c.claim);
  if (!sum) return;
  auto const typed = c.claim.header.charge.view();
  auto const total = grammar::read_decimal(typed);
  if (total && (total->scale() > most_decimals_added || *total == *sum)) return;
  report.at(0, "2300", "CLM02")
      .before(typed)
      .suggest("check total and lines: the lines add up to " + sum->to_money());
}

void noncovered_above_charge(LineCase const &c, Report &report) {
  if (c.service.noncovered.empty()) return;
  auto const charge = charge_of(c.service);
  auto const noncovered = grammar::read_decimal(c.service.noncovered.view());
  if (!charge || !noncovered || *noncovered <= *charge) return;
  report.at(*c.service.service, "2400", "SV207").before(c.service.noncovered.view());
}

constexpr std::array rules = {
    Rule{.id = "CHG01",
         .name = "charge-invalid",
         .family = "charges",
         .severity = Severity::error,
         .stc = "A7:583+A7:693",
         .summary = "the charge is missing, no number, or negative",
         .explanation =
             "The line charge is a number of dollars, zero or more, with a point before the "
             "cents and nothing else. A line without one cannot be adjudicated. Charges come "
             "from your books and are never filled in or changed.",
         .source = "005010X222A1 2400 SV102, 005010X223A2 2400 SV203",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*-150*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::odd_charge,
         .check_line = invalid_charge},
    Rule{.id = "CHG02",
         .name = "charge-punctuated",
         .family = "charges",
         .severity = Severity::error,
         .fix = Fix::opt_in,
         .extended = true,
         .stc = "A7:583",
         .summary = "the charge has a dollar sign, commas or blanks",
         .explanation =
             "Amounts in a claim file have digits and a point, no dollar sign, no thousands "
             "commas and no blanks. The correction takes these out and leaves every digit; "
             "because it touches an amount, it waits until you switch it on, and CHG01 stands "
             "until then. A comma that may be a decimal one is left to you.",
         .source = "X12 data type R; http://rfi.x12.org/Request/Details/1924",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*$1,250.00*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*1250.00*UN*1***1~",
         .given = Given::odd_charge,
         .check_line = punctuated_charge},
    Rule{.id = "CHG03",
         .name = "charge-decimals",
         .family = "charges",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A7:697+A7:583",
         .summary = "the charge has fractions of a cent",
         .explanation =
             "Dollars have two decimals. A third usually comes from a price by the unit that was "
             "multiplied without rounding, and payers cut it off, so that lines and total no "
             "longer agree. Round it where the charge is made.",
         .source = "data element 782 as HIPAA claims use it; common practice",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150.125*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150.13*UN*1***1~",
         .given = Given::odd_charge,
         .check_line = too_many_decimals},
    Rule{.id = "CHG04",
         .name = "charge-zero",
         .family = "charges",
         .severity = Severity::info,
         .extended = true,
         .stc = "A7:402+A7:583",
         .summary = "the drug is billed at no charge",
         .explanation =
             "A charge of zero or one cent is how offices report a drug that cost them nothing. "
             "Some payers refuse zero, and if the drug was bought, the charge was forgotten.",
         .source = "005010X222A1 2400 SV102; "
                   "https://www.aao.org/practice-management/coding/injectable-drugs",
         .before = "SV1*HC:J3490:::::KETOROLAC 15MG IV*0*UN*1***1~",
         .after = "SV1*HC:J3490:::::KETOROLAC 15MG IV*0.01*UN*1***1~",
         .given = Given::odd_charge,
         .check_line = no_charge},
    Rule{.id = "CHG05",
         .name = "claim-out-of-balance",
         .family = "charges",
         .severity = Severity::error,
         .stc = "A7:400",
         .summary = "the claim's total is not the sum of its lines",
         .explanation =
             "The total in CLM02 has to be what all service lines add up to, to the cent, or the "
             "claim is refused before anybody looks at the drug. Either the total or a line is "
             "wrong; only your books tell which.",
         .source = "005010X222A1 and 005010X223A2, 2300 CLM02",
         .before = "CLM*PCN1001*240***11:B:1*Y*A*Y*Y~ (lines of 100 and 150)",
         .after = "CLM*PCN1001*250***11:B:1*Y*A*Y*Y~",
         .check_claim = total_differs},
    Rule{.id = "CHG06",
         .name = "noncovered-above-charge",
         .family = "charges",
         .severity = Severity::error,
         .scope = Scope::institutional,
         .extended = true,
         .stc = "A7:585",
         .summary = "more is not covered than is charged",
         .explanation =
             "SV207 is the part of the line charge that is not covered, so it cannot be more "
             "than the charge in SV203. One of the two amounts is wrong.",
         .source = "005010X223A2 2400 SV203 and SV207",
         .before = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1**200~",
         .after = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1**20~",
         .check_line = noncovered_above_charge},
};

}  // namespace

std::span<Rule const> charge_rules() {
  return rules;
}

}  // namespace noc837::rules
