// SPDX-License-Identifier: Apache-2.0
// Where providers practise, and the payers whose claims are written.
#include "tools/generator/payers.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace noc837::generator {
namespace {

// The ids of Blue and Medicaid plans differ by clearinghouse; these are made up.
constexpr std::array<Place, 11> all_places{{
    {"BIRMINGHAM", "AL", "352030001", Contractor::palmetto, "MEDICARE PALMETTO GBA", "10112",
     "10111", "BLUE CROSS BLUE SHIELD OF ALABAMA", "BSAL1", "ALABAMA MEDICAID", "MCDAL"},
    {"CHARLOTTE", "NC", "282020001", Contractor::palmetto, "MEDICARE PALMETTO GBA", "11502",
     "11501", "BLUE CROSS BLUE SHIELD OF NORTH CAROLINA", "BSNC1", "NORTH CAROLINA MEDICAID",
     "MCDNC"},
    {"SACRAMENTO", "CA", "958140001", Contractor::noridian, "MEDICARE NORIDIAN", "01112", "01111",
     "ANTHEM BLUE CROSS", "BSCA1", "MEDI-CAL", "MCDCA"},
    {"SPOKANE", "WA", "992010001", Contractor::noridian, "MEDICARE NORIDIAN", "02402", "02401",
     "PREMERA BLUE CROSS", "BSWA1", "WASHINGTON MEDICAID", "MCDWA"},
    {"PEORIA", "IL", "616020001", Contractor::ngs, "MEDICARE NGS", "06102", "06101",
     "BLUE CROSS BLUE SHIELD OF ILLINOIS", "BSIL1", "ILLINOIS MEDICAID", "MCDIL"},
    {"ALBANY", "NY", "122070001", Contractor::ngs, "MEDICARE NGS", "13282", "13281",
     "EMPIRE BLUE CROSS BLUE SHIELD", "BSNY1", "NEW YORK MEDICAID", "MCDNY"},
    {"LANSING", "MI", "489330001", Contractor::wps, "MEDICARE WPS", "08202", "08201",
     "BLUE CROSS BLUE SHIELD OF MICHIGAN", "BSMI1", "MICHIGAN MEDICAID", "MCDMI"},
    {"DES MOINES", "IA", "503090001", Contractor::wps, "MEDICARE WPS", "05102", "05101",
     "WELLMARK BLUE CROSS BLUE SHIELD", "BSIA1", "IOWA MEDICAID", "MCDIA"},
    {"LEXINGTON", "KY", "405070001", Contractor::cgs, "MEDICARE CGS", "15102", "15101",
     "ANTHEM BLUE CROSS BLUE SHIELD", "BSKY1", "KENTUCKY MEDICAID", "MCDKY"},
    {"ORLANDO", "FL", "328010001", Contractor::fcso, "MEDICARE FIRST COAST", "09102", "09101",
     "FLORIDA BLUE", "BSFL1", "FLORIDA MEDICAID", "MCDFL"},
    {"WACO", "TX", "767010001", Contractor::novitas, "MEDICARE NOVITAS", "04412", "04411",
     "BLUE CROSS BLUE SHIELD OF TEXAS", "BSTX1", "TEXAS MEDICAID", "MCDTX"},
}};

constexpr std::array<std::pair<std::string_view, PayerKind>, 6> kinds{{
    {"medicare", PayerKind::medicare},
    {"aetna", PayerKind::aetna},
    {"bcbs", PayerKind::bcbs},
    {"cigna", PayerKind::cigna},
    {"unitedhealthcare", PayerKind::unitedhealthcare},
    {"medicaid", PayerKind::medicaid},
}};

}  // namespace

std::span<Place const> places() {
  return all_places;
}

Payer payer_at(PayerKind kind, Place const &place, Guide guide) {
  bool const professional = guide == Guide::professional;
  switch (kind) {
    case PayerKind::medicare:
      return {kind, place.contractor_name, professional ? place.part_b : place.part_a,
              professional ? "MB" : "MA"};
    case PayerKind::aetna:
      return {kind, "AETNA", "60054", "CI"};
    case PayerKind::bcbs:
      return {kind, place.blue_name, place.blue_id, "BL"};
    case PayerKind::cigna:
      return {kind, "CIGNA", "62308", "CI"};
    case PayerKind::unitedhealthcare:
      return {kind, "UNITEDHEALTHCARE", "87726", "CI"};
    case PayerKind::medicaid:
      return {kind, place.medicaid_name, place.medicaid_id, "MC"};
    case PayerKind::unknown:
      break;
  }
  return {};
}

PayerKind payer_kind(std::string_view name) {
  for (auto const &[known, kind] : kinds) {
    if (name == known) return kind;
  }
  throw std::invalid_argument(fmt::format(
      "'{}' is no payer: give medicare, aetna, bcbs, cigna, unitedhealthcare or medicaid", name));
}

}  // namespace noc837::generator
