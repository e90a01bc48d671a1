// SPDX-License-Identifier: Apache-2.0
// The place-of-service codes that CMS maintains, without those it has left unassigned.
#pragma once

#include <array>
#include <string_view>

namespace noc837::rules {

inline constexpr std::array<std::string_view, 52> places_of_service = {
    "01",  // pharmacy
    "02",  // telehealth, not at home
    "03",  // school
    "04",  // homeless shelter
    "05",  // Indian Health Service, free-standing
    "06",  // Indian Health Service, provider-based
    "07",  // tribal 638, free-standing
    "08",  // tribal 638, provider-based
    "09",  // prison
    "10",  // telehealth at home
    "11",  // office
    "12",  // home
    "13",  // assisted living
    "14",  // group home
    "15",  // mobile unit
    "16",  // temporary lodging
    "17",  // walk-in retail clinic
    "18",  // place of employment
    "19",  // off-campus outpatient hospital
    "20",  // urgent care
    "21",  // inpatient hospital
    "22",  // on-campus outpatient hospital
    "23",  // emergency room
    "24",  // ambulatory surgical center
    "25",  // birthing center
    "26",  // military treatment facility
    "27",  // outreach site, street
    "31",  // skilled nursing facility
    "32",  // nursing facility
    "33",  // custodial care
    "34",  // hospice
    "41",  // ambulance, land
    "42",  // ambulance, air or water
    "49",  // independent clinic
    "50",  // federally qualified health center
    "51",  // inpatient psychiatric
    "52",  // psychiatric, partial hospitalization
    "53",  // community mental health center
    "54",  // intermediate care, intellectual disabilities
    "55",  // residential substance abuse treatment
    "56",  // psychiatric residential treatment
    "57",  // non-residential substance abuse treatment
    "58",  // non-residential opioid treatment
    "60",  // mass immunization
    "61",  // comprehensive inpatient rehabilitation
    "62",  // comprehensive outpatient rehabilitation
    "65",  // end-stage renal disease treatment
    "66",  // all-inclusive care for the elderly
    "71",  // public health clinic
    "72",  // rural health clinic
    "81",  // independent laboratory
    "99",  // other
};

}  // namespace noc837::rules
