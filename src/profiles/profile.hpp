// SPDX-License-Identifier: Apache-2.0
// What one payer asks of an unclassified-drug line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/severity.hpp"
#include "grammar/date.hpp"

namespace noc837::profiles {

/// How much a payer wants a thing.
enum class Need : std::uint8_t { none, recommended, required };

/// What SV104 or SV205 counts on an unclassified-drug line.
enum class NocUnits : std::uint8_t {
  any,         ///< whatever the submitter counts
  one,         ///< always 1: the line is priced by hand
  containers,  ///< vials or syringes, whole
};

/// Where a payer reads the description.
enum class DescriptionPlace : std::uint8_t {
  service,           ///< SV101-7 or SV202-7 only
  service_and_note,  ///< there, with NTE for what does not fit
  remarks,           ///< the claim's notes (837I)
};

/// How a payer takes two NDCs under one code.
enum class MultiNdc : std::uint8_t { any, note, split };

/// One thing that a profile says, as text, and who says so.
struct Statement {
  std::string key;     ///< "ndc", "severity.UNT01", "corrections.NDC13"
  std::string value;   ///< as in the file
  std::string source;  ///< a bulletin's address, or that it is common practice
  std::string from;    ///< the profile that says it: this one, or one that it inherits from
};

/// How a payer may be told: every list that is not empty has to hold. Values are folded.
struct Match {
  std::vector<std::string> payer_ids;          ///< 2010BB NM109
  std::vector<std::string> filing_indicators;  ///< 2000B SBR09
  std::vector<std::string> names;   ///< whole words within 2010BB NM103; a * ends a word's start
  std::vector<std::string> states;  ///< of the billing provider, 2010AA N402
  bool managed = false;             ///< carriers run this program under names and ids of their own
  std::string source;
};

/// One payer's wishes. The values below are the generic profile's: what every payer's guide
/// wants, and common recommendations as warnings.
struct Profile {
  std::string name = "default";
  std::string title = "Any payer";
  Profile const *parent = nullptr;  ///< the profile that it inherits from; none for the first
  std::string checked;              ///< when its sources were read: 2026-11-23
  std::vector<Match> matches;
  std::vector<Statement> statements;  ///< all that holds, inherited or not, in the order of keys
  std::vector<Statement> remarks;     ///< what is known and no rule checks; `value` is the text

  Need ndc = Need::recommended;
  /// First dates of service on which `ndc` is required rather than recommended, by guide.
  std::optional<grammar::Date> ndc_from_professional;
  std::optional<grammar::Date> ndc_from_institutional;
  Need quantity = Need::recommended;
  std::vector<std::string> units_of_measure = {"F2", "GR", "ME", "ML", "UN"};
  int quantity_decimals = 3;
  DescriptionPlace description_place = DescriptionPlace::service_and_note;
  bool need_dose = false;  ///< a missing dose is an error
  bool need_route = false;
  bool need_strength = false;
  bool need_name = false;  ///< a missing drug name is an error
  bool reject_mg_per_ml = false;
  bool upper_case = false;  ///< text in small letters, which X12 allows, is pointed out
  NocUnits noc_units = NocUnits::any;
  bool units_strict = false;                ///< units other than `noc_units` are an error
  bool jw_jz = false;                       ///< JW or JZ is expected on single-dose drugs
  std::optional<grammar::Date> jw_jz_from;  ///< first date of service; nothing: 2023-07-01
  /// Facility codes (CLM05-1) of 837I claims on which JW or JZ is expected: critical access
  /// hospitals.
  std::vector<std::string> jw_jz_bill_types = {"85"};
  /// Facility codes under which `medicare` pays J3490 and J3590 as part of the visit.
  std::vector<std::string> packaged_bill_types = {"13"};
  /// Facility codes that may carry C9399.
  std::vector<std::string> c9399_bill_types = {"13", "14"};
  /// How the revenue codes begin under which a drug may be billed.
  std::vector<std::string> drug_revenue_codes = {"025", "063", "089"};
  /// The revenue code to prefer to 0250 for drugs with a HCPCS code; empty for none.
  std::string preferred_revenue_code;
  /// Places of service where the facility supplies the drug, so that a physician may not bill it.
  std::vector<std::string> facility_places;
  /// Last date of service for modifier JG; nothing: it has not ended.
  std::optional<grammar::Date> jg_until;
  /// Payer ids of the Medicare contractors for durable medical equipment.
  std::vector<std::string> dme_payer_ids = {"16003", "17003", "18003", "19003"};
  /// Months after the end of marketing during which stock of a drug is still used up.
  int market_grace_months = 12;
  /// Months for which a drug counts as new, and C9399 as its code.
  int new_drug_months = 36;
  bool need_authorization = false;  ///< a prior authorization is expected on drug lines
  MultiNdc multi_ndc = MultiNdc::any;
  bool medicare = false;
  bool medicaid = false;
  std::vector<std::string> allowed_pseudo_ndcs;  ///< placeholders that the payer asks for

  /// Severities that differ from the table's, and rules switched off, by rule id.
  struct Override {
    std::string rule;
    std::optional<Severity> severity;  ///< nothing: the rule is off
  };
  std::vector<Override> overrides;
  /// Opt-in corrections that are on, by rule id.
  std::vector<std::string> corrections = {"NDC13"};
  /// Safe corrections that are off, by rule id.
  std::vector<std::string> corrections_off;

  /// True if `other` is this profile or one that it inherits from.
  [[nodiscard]] bool is_a(Profile const &other) const;
};

/// The generic profile as it stands above, without any file.
[[nodiscard]] Profile const &generic_profile();

}  // namespace noc837::profiles
