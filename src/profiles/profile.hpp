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

/// One payer's wishes. The values below are the generic profile's: what every payer's guide
/// wants, and common recommendations as warnings.
struct Profile {
  std::string name = "default";
  std::string title = "Any payer";

  Need ndc = Need::recommended;
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
  /// Payer ids of the Medicare contractors for durable medical equipment.
  std::vector<std::string> dme_payer_ids = {"16003", "17003", "18003", "19003"};
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
};

/// The profile for a payer of which nothing is known.
[[nodiscard]] Profile const &generic_profile();

}  // namespace noc837::profiles
