// SPDX-License-Identifier: Apache-2.0
#include "mask/fields.hpp"

#include <algorithm>
#include <array>

namespace noc837::mask {
namespace {

using T = Treatment;

struct Row {
  std::string_view segment;
  Field field;
};

// In the order of the segments' ids.
constexpr auto rows = std::to_array<Row>({
    Row{"BHT", {3, 0, T::id}},          // originator's reference
    Row{"CLM", {1, 0, T::id}},          // patient control number
    Row{"CN1", {4, 0, T::id}},          // contract code
    Row{"CN1", {6, 0, T::id}},          // contract version
    Row{"CR1", {9, 0, T::text}},        // round trip purpose
    Row{"CR1", {10, 0, T::text}},       // stretcher purpose
    Row{"CR2", {10, 0, T::text}},       // patient's condition
    Row{"CR2", {11, 0, T::text}},       //
    Row{"DMG", {2, 0, T::birth_date}},  //
    Row{"DTP", {3, 0, T::date}},        //
    Row{"FRM", {3, 0, T::text}},        // answers of a form
    Row{"FRM", {4, 0, T::date}},        //
    Row{"GS", {2, 0, T::id}},           // application sender
    Row{"GS", {3, 0, T::id}},           // application receiver
    Row{"HCP", {4, 0, T::id}},          // repricing organisation
    Row{"HI", {1, 4, T::date}},         // dates of procedures and occurrences
    Row{"HI", {2, 4, T::date}},         //
    Row{"HI", {3, 4, T::date}},         //
    Row{"HI", {4, 4, T::date}},         //
    Row{"HI", {5, 4, T::date}},         //
    Row{"HI", {6, 4, T::date}},         //
    Row{"HI", {7, 4, T::date}},         //
    Row{"HI", {8, 4, T::date}},         //
    Row{"HI", {9, 4, T::date}},         //
    Row{"HI", {10, 4, T::date}},        //
    Row{"HI", {11, 4, T::date}},        //
    Row{"HI", {12, 4, T::date}},        //
    Row{"ISA", {2, 0, T::id}},          // authorization
    Row{"ISA", {4, 0, T::id}},          // security
    Row{"ISA", {6, 0, T::id}},          // sender
    Row{"ISA", {8, 0, T::id}},          // receiver
    Row{"K3", {1, 0, T::text}},         //
    Row{"MSG", {1, 0, T::text}},        //
    Row{"N3", {1, 0, T::name}},         // address lines
    Row{"N3", {2, 0, T::name}},         //
    Row{"N4", {1, 0, T::name}},         // city
    Row{"N4", {3, 0, T::id}},           // ZIP code
    Row{"NM1", {3, 0, T::name}},        //
    Row{"NM1", {4, 0, T::name}},        //
    Row{"NM1", {5, 0, T::name}},        //
    Row{"NM1", {9, 0, T::id}},          //
    Row{"NTE", {2, 0, T::text}},        //
    Row{"PAT", {6, 0, T::date}},        // date of death
    Row{"PER", {2, 0, T::name}},        //
    Row{"PER", {4, 0, T::name}},        // telephone, fax, mail address
    Row{"PER", {6, 0, T::name}},        //
    Row{"PER", {8, 0, T::name}},        //
    Row{"PS1", {1, 0, T::id}},          // purchased service provider
    Row{"PWK", {6, 0, T::id}},          // attachment control number
    Row{"PWK", {7, 0, T::text}},        //
    Row{"REF", {2, 0, T::id}},          //
    Row{"REF", {4, 2, T::id}},          //
    Row{"REF", {4, 4, T::id}},          //
    Row{"REF", {4, 6, T::id}},          //
    Row{"SBR", {3, 0, T::id}},          // group or policy number
    Row{"SBR", {4, 0, T::name}},        // group name
    Row{"SV1", {1, 7, T::text}},        //
    Row{"SV2", {2, 7, T::text}},        //
    Row{"SV3", {1, 7, T::text}},        //
    Row{"SV5", {1, 7, T::text}},        //
});

constexpr auto by_segment = [](Row const &a, Row const &b) { return a.segment < b.segment; };
static_assert(std::is_sorted(rows.begin(), rows.end(), by_segment));

/// Segments of the 837s that hold none of these.
constexpr auto harmless = std::to_array<std::string_view>(
    {"AMT", "CAS", "CL1", "CR3", "CR5", "CR6", "CR7", "CRC", "CTP", "CUR", "DN1",
     "DN2", "GE",  "HL",  "HSD", "IEA", "IMM", "LIN", "LQ",  "LS",  "LE",  "LX",
     "MEA", "MIA", "MOA", "OI",  "PRV", "QTY", "SE",  "ST",  "SVD", "TOO", "UR"});

}  // namespace

Fields fields_of(std::string_view id) {
  auto const [first, last] = std::equal_range(rows.begin(), rows.end(), Row{id, {}}, by_segment);
  static std::array<Field, rows.size()> const fields = [] {
    std::array<Field, rows.size()> all{};
    std::transform(rows.begin(), rows.end(), all.begin(), [](Row const &row) { return row.field; });
    return all;
  }();
  if (first != last) {
    return {true, std::span(fields).subspan(static_cast<std::size_t>(first - rows.begin()),
                                            static_cast<std::size_t>(last - first))};
  }
  return {std::find(harmless.begin(), harmless.end(), id) != harmless.end(), {}};
}

}  // namespace noc837::mask
