// SPDX-License-Identifier: Apache-2.0
// Made-up people and organisations.
#include "tools/generator/names.hpp"

#include <array>

namespace noc837::generator {
namespace {

using View = std::string_view;

// Built from common words rather than taken from any list of people.
constexpr std::array<View, 40> lasts{
    "ASHGROVE",   "BARLOWE",   "BRIARTON",   "CALDWAY",    "CINDERFORD",  "CORWICK",
    "DALEMOOR",   "DUNHOLLOW", "EASTERLING", "ELMSWORTH",  "FAIRBOROUGH", "FENWRIGHT",
    "FOXLEIGH",   "GARNETTE",  "GREENHALL",  "HARTMEADOW", "HAZELTON",    "HOLLINGBROOK",
    "IVERDALE",   "JUNIPER",   "KESTRELL",   "KINGSFORTH", "LARKSPUR",    "LINDENHALL",
    "MAPLETHORP", "MARROWAY",  "NETTLETON",  "NORTHWYN",   "OAKHURST",    "PEBBLEWOOD",
    "QUARRYMAN",  "RAVENSLEY", "ROSEWATER",  "SANDERLING", "STONEWELL",   "THISTLEBY",
    "UNDERHILL",  "VALEBROOK", "WILLOWMERE", "YARROWGATE"};
constexpr std::array<View, 16> women{"ADA",   "BELLA", "CORA",  "DAISY", "EDITH", "FLORA",
                                     "GRETA", "HAZEL", "IRIS",  "JOAN",  "LENA",  "MABEL",
                                     "NORA",  "OPAL",  "PEARL", "RUTH"};
constexpr std::array<View, 16> men{"ABEL",  "BASIL", "CLYDE", "DEXTER", "EDGAR", "FELIX",
                                   "GRANT", "HUGO",  "IVAN",  "JASPER", "LEWIS", "MILES",
                                   "NED",   "OSCAR", "PERCY", "RUFUS"};
constexpr std::array<View, 12> natures{"CEDAR", "MAPLE", "RIVER", "LAKE",   "SUMMIT", "PRAIRIE",
                                       "STONE", "CLEAR", "NORTH", "SUNSET", "HARBOR", "MEADOW"};
constexpr std::array<View, 8> lands{"VALLEY", "RIDGE", "CREEK", "POINT",
                                    "BEND",   "GROVE", "BAY",   "FIELD"};
constexpr std::array<View, 6> clinics{"INFUSION CENTER", "MEDICAL GROUP", "ONCOLOGY CLINIC",
                                      "RHEUMATOLOGY",    "FAMILY CLINIC", "SPECIALTY CARE"};
constexpr std::array<View, 3> hospitals{"HOSPITAL", "MEDICAL CENTER", "COMMUNITY HOSPITAL"};
constexpr std::array<View, 10> streets{"ORCHARD LANE", "MILL ROAD",  "SECOND STREET", "BIRCH AVE",
                                       "STATION ROAD", "QUARRY WAY", "CANAL STREET",  "HILL DRIVE",
                                       "CHAPEL ROAD",  "PARK BLVD"};

}  // namespace

View last_name(Random &random) {
  return random.pick(lasts);
}

View first_name(Random &random, bool female) {
  return random.pick(female ? women : men);
}

std::string organisation_name(Random &random, bool hospital) {
  std::string name{random.pick(natures)};
  name.append(" ").append(random.pick(lands)).append(" ");
  return name.append(hospital ? random.pick(hospitals) : random.pick(clinics));
}

std::string street(Random &random) {
  std::string text = std::to_string(random.between(100, 9899));
  return text.append(" ").append(random.pick(streets));
}

}  // namespace noc837::generator
