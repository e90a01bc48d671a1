// SPDX-License-Identifier: Apache-2.0
// Where the drug was given: revenue codes and types of bill, places of service.
#include <algorithm>
#include <array>
#include <string>

#include "edi/elements.hpp"
#include "rules/families.hpp"
#include "rules/line_facts.hpp"
#include "rules/places_of_service.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

/// Three digits: the leading zero of the four is missing.
bool is_short(std::string_view revenue) {
  return revenue.size() == 3 &&
         std::all_of(revenue.begin(), revenue.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// True where the revenue code, with the zero that INS03 puts in front, is `revenue`.
bool has_revenue(claims::ServiceLine const &service, std::string_view revenue) {
  auto const typed = edi::trim(service.revenue.view());
  return typed == revenue || (revenue.starts_with('0') && typed == revenue.substr(1));
}

/// The revenue code with the zero that INS03 puts in front.
std::string revenue_of(claims::ServiceLine const &service) {
  std::string revenue = folded(service.revenue);
  return is_short(revenue) ? "0" + revenue : revenue;
}

Draft at_revenue(Report &report, claims::ServiceLine const &service) {
  return report.at(*service.service, "2400", "SV201").before(service.revenue.view());
}

void code_missing(ClaimCase const &c, Report &report) {
  for (auto const &line : c.claim.lines) {
    if (!line.service || !line.institutional || !is(line.procedure.code, "")) continue;
    if (!has_revenue(line, "0636")) continue;
    report.at(*line.service, "2400", "SV202-2").line(line).suggest("the drug's HCPCS code");
  }
}

/// Radiopharmaceuticals and contrast are billed with imaging.
bool with_imaging(std::string const &revenue, std::string const &code) {
  return one_of(code, {"A4641", "A9698", "A9699", "A9700"}) &&
         (revenue.starts_with("034") || revenue.starts_with("062"));
}

void no_pharmacy_revenue(LineCase const &c, Report &report) {
  if (!c.service.institutional) return;
  std::string const revenue = revenue_of(c.service);
  if (revenue.empty()) return;
  for (auto const &pharmacy : c.profile.drug_revenue_codes) {
    if (revenue.starts_with(pharmacy)) return;
  }
  if (with_imaging(revenue, folded(c.service.procedure.code))) return;
  at_revenue(report, c.service).suggest("0636");
}

void revenue_short(LineCase const &c, Report &report) {
  if (!c.service.institutional || !is_short(edi::trim(c.service.revenue.view()))) return;
  at_revenue(report, c.service).set_element(1, revenue_of(c.service));
}

void general_pharmacy(LineCase const &c, Report &report) {
  std::string const &preferred = c.profile.preferred_revenue_code;
  if (preferred.empty() || !c.service.institutional || !has_revenue(c.service, "0250")) return;
  at_revenue(report, c.service).suggest(preferred);
}

void packaged_drug(LineCase const &c, Report &report) {
  if (!packaged(c)) return;
  report.at(*c.service.service, "2400", procedure_component(c.service, 2))
      .before(c.service.procedure.code.view());
}

void facility_drug(LineCase const &c, Report &report) {
  auto const place = c.claim.place_of_service(c.service);
  if (!one_of(edi::trim(place), c.profile.facility_places)) return;
  bool const of_line = !c.service.place.empty();
  report
      .at(of_line ? *c.service.service : 0, of_line ? "2400" : "2300",
          of_line ? "SV105" : "CLM05-1")
      .before(place);
}

/// Which numbers of two digits are places of service.
constexpr auto known_places = [] {
  std::array<bool, 100> known{};
  for (auto const code : places_of_service) {
    known[static_cast<std::size_t>((code[0] - '0') * 10 + (code[1] - '0'))] = true;
  }
  return known;
}();

bool is_unknown_place(edi::Slice place) {
  auto const code = edi::trim(place.view());
  if (code.empty()) return false;
  auto const digit = [&](std::size_t at) { return static_cast<unsigned>(code[at] - '0'); };
  return code.size() != 2 || digit(0) > 9 || digit(1) > 9 ||
         !known_places[digit(0) * 10 + digit(1)];
}

void unknown_claim_place(ClaimCase const &c, Report &report) {
  if (!is_unknown_place(c.claim.header.facility)) return;
  report.at(0, "2300", "CLM05-1").before(c.claim.header.facility.view());
}

void unknown_line_place(LineCase const &c, Report &report) {
  if (!is_unknown_place(c.service.place)) return;
  report.at(*c.service.service, "2400", "SV105").before(c.service.place.view());
}

constexpr std::array rules = {
    Rule{.id = "INS01",
         .name = "revenue-0636-without-code",
         .family = "setting",
         .severity = Severity::error,
         .scope = Scope::institutional,
         .stc = "A6:454+A6:455",
         .summary = "a 0636 line has no HCPCS code",
         .explanation =
             "Revenue code 0636 announces a drug with detailed coding, so the payer expects the "
             "drug's HCPCS code next to it and rejects the line without one. Type the code, J3490 "
             "when the drug has none of its own, or use a revenue code of the 025x group. Claims "
             "without any unclassified-drug line are not looked at: on inpatient bills such lines "
             "are usual.",
         .source = "005010X223A2 2400 SV201 and SV202-2; http://www.hcpro.com/HIM-264473-859/"
                   "QA-Revenue-codes-for-drug-charges.html",
         .before = "SV2*0636**150*UN*1~",
         .after = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .check_claim = code_missing},
    Rule{.id = "INS02",
         .name = "revenue-not-pharmacy",
         .family = "setting",
         .severity = Severity::warning,
         .scope = Scope::institutional,
         .stc = "A8:455+A8:454",
         .summary = "a drug under a revenue code that is not for drugs",
         .explanation =
             "Drugs belong under the pharmacy revenue codes 025x and 063x, cell and gene therapies "
             "under 089x. Under any other a payer takes the line for something else and denies "
             "the code. Radiopharmaceuticals and contrast under imaging codes are left alone.",
         .source = "https://greenbayhotelstoday-com.custommapposter.com/article/rev-your-engines-"
                   "revenue-codes-and-drug-reimbursement-6-22-21-visante/1561",
         .before = "SV2*0450*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .after = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .check_line = no_pharmacy_revenue},
    Rule{.id = "INS03",
         .name = "revenue-three-digits",
         .family = "setting",
         .severity = Severity::error,
         .scope = Scope::institutional,
         .fix = Fix::safe,
         .stc = "A7:455",
         .summary = "the revenue code has lost its leading zero",
         .explanation = "Revenue codes have four digits and pharmacy codes begin with zero, which "
                        "spreadsheets like to drop. The zero is put back for you.",
         .source = "005010X223A2 2400 SV201; https://www.stedi.com/changelog/"
                   "new-claim-edit-invalid-revenue-code",
         .before = "SV2*636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .after = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .check_line = revenue_short},
    Rule{.id = "INS04",
         .name = "revenue-0250-for-coded-drug",
         .family = "setting",
         .severity = Severity::info,
         .scope = Scope::institutional,
         .extended = true,
         .stc = "",
         .summary = "Medicare prefers 0636 to 0250 for drugs with a HCPCS code",
         .explanation =
             "0250 is pharmacy in general. CMS asks hospitals to bill drugs that carry a HCPCS "
             "code under 0636, so that they are counted as such. The line is paid either way.",
         .source = "http://www.hcpro.com/HIM-264473-859/QA-Revenue-codes-for-drug-charges.html",
         .before = "SV2*0250*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .after = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~",
         .check_line = general_pharmacy},
    Rule{.id = "INS05",
         .name = "drug-packaged",
         .family = "setting",
         .severity = Severity::info,
         .scope = Scope::institutional,
         .extended = true,
         .stc = "",
         .summary = "Medicare pays this drug as part of the outpatient visit",
         .explanation =
             "On hospital outpatient claims J3490 and J3590 bring no payment of their own. If the "
             "drug was approved only recently and has no code yet, C9399 may be the code that is "
             "paid. Nothing is changed for you.",
         .source = "Palmetto A55913",
         .before = "SV2*0636*HC:J3490:::::NEWDRUGUMAB 40MG IV*900*UN*1~",
         .after = "SV2*0636*HC:C9399:::::NEWDRUGUMAB 40MG IV*900*UN*1~",
         .given = Given::medicare,
         .check_line = packaged_drug},
    Rule{.id = "POS01",
         .name = "facility-supplies-drug",
         .family = "setting",
         .severity = Severity::warning,
         .scope = Scope::professional,
         .stc = "A7:249",
         .summary = "a physician's drug line in a place where the facility supplies the drug",
         .explanation =
             "In a hospital or surgery centre the facility buys the drug and bills it on its own "
             "claim, so Medicare denies it on the physician's. Check the place of service, or "
             "take the drug off this claim. This is common practice.",
         .source = "common practice",
         .before = "CLM*PCN1*150***22:B:1*Y*A*Y*Y~ ... SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1"
                   "***1~",
         .after = "CLM*PCN1*150***11:B:1*Y*A*Y*Y~ ... SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1"
                  "***1~",
         .check_line = facility_drug},
    Rule{.id = "POS02",
         .name = "place-of-service-unknown",
         .family = "setting",
         .severity = Severity::error,
         .scope = Scope::professional,
         .extended = true,
         .stc = "A7:249",
         .summary = "the place of service is not in the CMS list",
         .explanation =
             "The place of service is a two-digit code from the list that CMS keeps; 11 is an "
             "office and 12 the patient's home. A code that the list does not have, or one that "
             "lost its leading zero, is rejected. Only you know where the drug was given.",
         .source = "005010X222A1 2300 CLM05-1 and 2400 SV105; the CMS place of service code set",
         .before = "CLM*PCN1*150***29:B:1*Y*A*Y*Y~",
         .after = "CLM*PCN1*150***11:B:1*Y*A*Y*Y~",
         .check_line = unknown_line_place,
         .check_claim = unknown_claim_place},
};

}  // namespace

std::span<Rule const> setting_rules() {
  return rules;
}

}  // namespace noc837::rules
