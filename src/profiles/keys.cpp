// SPDX-License-Identifier: Apache-2.0
#include "profiles/keys.hpp"

#include <array>
#include <utility>

namespace noc837::profiles {
namespace {

constexpr std::string_view yes_or_no = "true or false";
constexpr std::string_view a_date = "a date such as 2023-07-01";
constexpr std::string_view a_list = "a list of texts";
constexpr std::string_view months = "a number of months from 0 to 240";
constexpr int most_months = 240;

template <bool Profile::*Member>
bool set_flag(Profile &profile, toml::node const &value) {
  auto const flag = value.value_exact<bool>();
  if (flag) profile.*Member = *flag;
  return flag.has_value();
}

template <std::vector<std::string> Profile::*Member>
bool set_list(Profile &profile, toml::node const &value) {
  return read_list(value, profile.*Member);
}

template <std::string Profile::*Member>
bool set_text(Profile &profile, toml::node const &value) {
  auto text = value.value_exact<std::string>();
  if (text) profile.*Member = std::move(*text);
  return text.has_value();
}

template <std::optional<grammar::Date> Profile::*Member>
bool set_date(Profile &profile, toml::node const &value) {
  auto const date = value.value_exact<toml::date>();
  if (!date) return false;
  grammar::Date const day(std::chrono::year(date->year), std::chrono::month(date->month),
                          std::chrono::day(date->day));
  if (!day.ok()) return false;
  profile.*Member = day;
  return true;
}

template <class Choice>
using Choices = std::span<std::pair<std::string_view, Choice> const>;

template <class Choice>
bool set_choice(Choice &member, toml::node const &value, Choices<Choice> choices) {
  auto const text = value.value_exact<std::string_view>();
  for (auto const &[name, choice] : choices) {
    if (text != name) continue;
    member = choice;
    return true;
  }
  return false;
}

template <Need Profile::*Member>
bool set_need(Profile &profile, toml::node const &value) {
  constexpr std::array<std::pair<std::string_view, Need>, 3> choices = {
      {{"none", Need::none}, {"recommended", Need::recommended}, {"required", Need::required}}};
  return set_choice<Need>(profile.*Member, value, choices);
}

template <int Profile::*Member, int Most>
bool set_number(Profile &profile, toml::node const &value) {
  auto const number = value.value_exact<std::int64_t>();
  if (!number || *number < 0 || *number > Most) return false;
  profile.*Member = static_cast<int>(*number);
  return true;
}

bool set_place(Profile &profile, toml::node const &value) {
  constexpr std::array<std::pair<std::string_view, DescriptionPlace>, 3> choices = {
      {{"service", DescriptionPlace::service},
       {"service-and-note", DescriptionPlace::service_and_note},
       {"remarks", DescriptionPlace::remarks}}};
  return set_choice<DescriptionPlace>(profile.description_place, value, choices);
}

bool set_units(Profile &profile, toml::node const &value) {
  constexpr std::array<std::pair<std::string_view, NocUnits>, 3> choices = {
      {{"any", NocUnits::any}, {"one", NocUnits::one}, {"containers", NocUnits::containers}}};
  return set_choice<NocUnits>(profile.noc_units, value, choices);
}

bool set_multi_ndc(Profile &profile, toml::node const &value) {
  constexpr std::array<std::pair<std::string_view, MultiNdc>, 3> choices = {
      {{"any", MultiNdc::any}, {"note", MultiNdc::note}, {"split", MultiNdc::split}}};
  return set_choice<MultiNdc>(profile.multi_ndc, value, choices);
}

constexpr std::array all = {
    Key{{"medicare", "Medicare", "Medicare's own rules hold.", yes_or_no},
        set_flag<&Profile::medicare>},
    Key{{"medicaid", "Medicaid", "Medicaid's own rules hold.", yes_or_no},
        set_flag<&Profile::medicaid>},
    Key{{"ndc", "NDC",
         "How much the NDC is wanted: a missing one is an error where it is required.",
         "none, recommended or required"},
        set_need<&Profile::ndc>},
    Key{{"ndc_from_professional", "NDC on 837P since",
         "First date of service on which it is required on 837P claims.", a_date},
        set_date<&Profile::ndc_from_professional>},
    Key{{"ndc_from_institutional", "NDC on 837I since",
         "First date of service on which it is required on 837I claims.", a_date},
        set_date<&Profile::ndc_from_institutional>},
    Key{{"quantity", "NDC quantity", "How much quantity and unit of the NDC are wanted.",
         "none, recommended or required"},
        set_need<&Profile::quantity>},
    Key{{"units_of_measure", "units in CTP05", "The units of the NDC quantity that are accepted.",
         "a list of F2, GR, ME, ML and UN"},
        set_list<&Profile::units_of_measure>},
    Key{{"quantity_decimals", "decimals in CTP04", "Decimals that the NDC quantity may have.",
         "a number from 0 to 9"},
        set_number<&Profile::quantity_decimals, 9>},
    Key{{"multi_ndc", "two NDCs of a drug",
         "How a second NDC of one drug is sent: in the note of the line, or as a line of its own.",
         "any, note or split"},
        set_multi_ndc},
    Key{{"allowed_pseudo_ndcs", "placeholders for the NDC",
         "NDCs that are no drug's and that this payer asks for.", a_list},
        set_list<&Profile::allowed_pseudo_ndcs>},
    Key{{"market_grace_months", "off the market for",
         "Months after the end of marketing during which stock of a drug is still used up.",
         months},
        set_number<&Profile::market_grace_months, most_months>},
    Key{{"new_drug_months", "a drug is new for",
         "Months after the start of marketing for which C9399 is taken as a drug's code.", months},
        set_number<&Profile::new_drug_months, most_months>},
    Key{{"description_place", "description is read in",
         "Where the description is read: in the service line alone, also in notes, or in the "
         "claim's remarks.",
         "service, service-and-note or remarks"},
        set_place},
    Key{{"need_name", "drug name", "A missing drug name is an error.", yes_or_no},
        set_flag<&Profile::need_name>},
    Key{{"need_dose", "dose", "A missing total dose is an error.", yes_or_no},
        set_flag<&Profile::need_dose>},
    Key{{"need_strength", "strength", "A missing strength is pointed out.", yes_or_no},
        set_flag<&Profile::need_strength>},
    Key{{"need_route", "route", "A missing route of administration is pointed out.", yes_or_no},
        set_flag<&Profile::need_route>},
    Key{{"reject_mg_per_ml", "refuses amounts per mL",
         "An amount per millilitre is refused where the total dose is missing.", yes_or_no},
        set_flag<&Profile::reject_mg_per_ml>},
    Key{{"upper_case", "capitals only", "Text in small letters is pointed out.", yes_or_no},
        set_flag<&Profile::upper_case>},
    Key{{"noc_units", "units of service",
         "What the units of an unclassified drug count: always one, containers, or anything.",
         "any, one or containers"},
        set_units},
    Key{{"units_strict", "other units refused", "Units other than noc_units are an error.",
         yes_or_no},
        set_flag<&Profile::units_strict>},
    Key{{"jw_jz", "JW or JZ", "JW or JZ is expected on drugs from single-dose containers.",
         yes_or_no},
        set_flag<&Profile::jw_jz>},
    Key{{"jw_jz_from", "JW or JZ since", "First date of service on which JW or JZ is expected.",
         a_date},
        set_date<&Profile::jw_jz_from>},
    Key{{"jw_jz_bill_types", "JW or JZ on 837I",
         "Facility codes (CLM05-1) of 837I claims on which JW or JZ is expected.", a_list},
        set_list<&Profile::jw_jz_bill_types>},
    Key{{"jg_until", "JG until", "Last date of service for modifier JG.", a_date},
        set_date<&Profile::jg_until>},
    Key{{"need_authorization", "prior authorization",
         "A prior authorization is expected on unclassified drugs.", yes_or_no},
        set_flag<&Profile::need_authorization>},
    Key{{"drug_revenue_codes", "revenue codes for drugs",
         "How the revenue codes begin under which a drug may be billed.", a_list},
        set_list<&Profile::drug_revenue_codes>},
    Key{{"preferred_revenue_code", "rather than 0250",
         "The revenue code to prefer to 0250 for drugs with a HCPCS code.", "a text"},
        set_text<&Profile::preferred_revenue_code>},
    Key{{"packaged_bill_types", "J3490 packaged under",
         "Facility codes under which Medicare pays J3490 and J3590 as part of the visit.", a_list},
        set_list<&Profile::packaged_bill_types>},
    Key{{"c9399_bill_types", "C9399 under", "Facility codes that may carry C9399.", a_list},
        set_list<&Profile::c9399_bill_types>},
    Key{{"facility_places", "not billed by physicians in",
         "Places of service where the facility supplies the drug.", a_list},
        set_list<&Profile::facility_places>},
    Key{{"dme_payer_ids", "DME contractors",
         "Payer ids of the Medicare contractors for durable medical equipment.", a_list},
        set_list<&Profile::dme_payer_ids>},
};

}  // namespace

std::span<Key const> keys() {
  return all;
}

std::vector<KeyName> const &key_names() {
  static auto const names = [] {
    std::vector<KeyName> out;
    out.reserve(all.size());
    for (Key const &key : all) out.push_back(key.named);
    return out;
  }();
  return names;
}

std::string_view title_of(std::string_view key) {
  for (KeyName const &named : key_names()) {
    if (named.name == key) return named.title;
  }
  return key;
}

}  // namespace noc837::profiles
