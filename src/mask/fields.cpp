// SPDX-License-Identifier: Apache-2.0
#include "mask/fields.hpp"

#include <algorithm>
#include <array>

namespace noc837::mask {
namespace {

using T = Treatment;

// In the order of the segments' ids.
constexpr auto fields = std::to_array<Field>({
    {"BHT", 3, 0, T::id},          // originator's reference
    {"CLM", 1, 0, T::id},          // patient control number
    {"CN1", 4, 0, T::id},          // contract code
    {"CN1", 6, 0, T::id},          // contract version
    {"CR1", 9, 0, T::text},        // round trip purpose
    {"CR1", 10, 0, T::text},       // stretcher purpose
    {"CR2", 10, 0, T::text},       // patient's condition
    {"CR2", 11, 0, T::text},       //
    {"DMG", 2, 0, T::birth_date},  //
    {"DTP", 3, 0, T::date},        //
    {"FRM", 3, 0, T::text},        // answers of a form
    {"FRM", 4, 0, T::date},        //
    {"GS", 2, 0, T::id},           // application sender
    {"GS", 3, 0, T::id},           // application receiver
    {"HCP", 4, 0, T::id},          // repricing organisation
    {"HI", 1, 4, T::date},         // dates of procedures and occurrences
    {"HI", 2, 4, T::date},         //
    {"HI", 3, 4, T::date},         //
    {"HI", 4, 4, T::date},         //
    {"HI", 5, 4, T::date},         //
    {"HI", 6, 4, T::date},         //
    {"HI", 7, 4, T::date},         //
    {"HI", 8, 4, T::date},         //
    {"HI", 9, 4, T::date},         //
    {"HI", 10, 4, T::date},        //
    {"HI", 11, 4, T::date},        //
    {"HI", 12, 4, T::date},        //
    {"ISA", 2, 0, T::id},          // authorization
    {"ISA", 4, 0, T::id},          // security
    {"ISA", 6, 0, T::id},          // sender
    {"ISA", 8, 0, T::id},          // receiver
    {"K3", 1, 0, T::text},         //
    {"MSG", 1, 0, T::text},        //
    {"N3", 1, 0, T::name},         // address lines
    {"N3", 2, 0, T::name},         //
    {"N4", 1, 0, T::name},         // city
    {"N4", 3, 0, T::id},           // ZIP code
    {"NM1", 3, 0, T::name},        //
    {"NM1", 4, 0, T::name},        //
    {"NM1", 5, 0, T::name},        //
    {"NM1", 9, 0, T::id},          //
    {"NTE", 2, 0, T::text},        //
    {"PAT", 6, 0, T::date},        // date of death
    {"PER", 2, 0, T::name},        //
    {"PER", 4, 0, T::name},        // telephone, fax, mail address
    {"PER", 6, 0, T::name},        //
    {"PER", 8, 0, T::name},        //
    {"PS1", 1, 0, T::id},          // purchased service provider
    {"PWK", 6, 0, T::id},          // attachment control number
    {"PWK", 7, 0, T::text},        //
    {"REF", 2, 0, T::id},          //
    {"REF", 4, 2, T::id},          //
    {"REF", 4, 4, T::id},          //
    {"REF", 4, 6, T::id},          //
    {"SBR", 3, 0, T::id},          // group or policy number
    {"SBR", 4, 0, T::name},        // group name
    {"SV1", 1, 7, T::text},        //
    {"SV2", 2, 7, T::text},        //
    {"SV3", 1, 7, T::text},        //
    {"SV5", 1, 7, T::text},        //
});

constexpr auto by_segment = [](Field const &a, Field const &b) { return a.segment < b.segment; };
static_assert(std::is_sorted(fields.begin(), fields.end(), by_segment));

/// Segments of the 837s that hold none of these.
constexpr auto harmless = std::to_array<std::string_view>(
    {"AMT", "CAS", "CL1", "CR3", "CR5", "CR6", "CR7", "CRC", "CTP", "CUR", "DN1",
     "DN2", "GE",  "HL",  "HSD", "IEA", "IMM", "LIN", "LQ",  "LS",  "LE",  "LX",
     "MEA", "MIA", "MOA", "OI",  "PRV", "QTY", "SE",  "ST",  "SVD", "TOO", "UR"});

}  // namespace

Fields fields_of(std::string_view id) {
  auto const [first, last] =
      std::equal_range(fields.begin(), fields.end(), Field{.segment = id}, by_segment);
  if (first != last) return {true, {first, last}};
  return {std::find(harmless.begin(), harmless.end(), id) != harmless.end(), {}};
}

}  // namespace noc837::mask
