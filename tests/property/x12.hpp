// SPDX-License-Identifier: Apache-2.0
// X12 read from raw bytes for the properties: claims, counts and levels. Shares nothing with the
// program, so that a mistake there is not repeated here.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace noc837::test {

/// The delimiters that stand in one ISA; `repetition` is 0 where ISA11 is no delimiter.
struct RawDelimiters {
  char element = 0;
  char component = 0;
  char repetition = 0;
  char terminator = 0;
};

/// From one ISA up to the next, or to the end.
struct RawInterchange {
  std::size_t begin = 0;
  std::size_t end = 0;
  RawDelimiters delimiters;
};

/// The interchanges of `bytes`, those with an ISA that can be read.
[[nodiscard]] std::vector<RawInterchange> interchanges_of(std::string_view bytes);

/// One segment: `text` without terminator, `whole` with it and the blanks after it.
struct RawSegment {
  std::string_view text;
  std::string_view whole;
};

/// The segments of one interchange.
[[nodiscard]] std::vector<RawSegment> segments_of(std::string_view bytes,
                                                  RawInterchange const &interchange);

/// Element `number` (0 is the id) of a segment, blanks at its ends taken off.
[[nodiscard]] std::string_view element_of(std::string_view segment, std::size_t number,
                                          char separator);

/// CLM01 and all bytes of the claim, CLM to the segment before the next CLM, HL or SE.
using RawClaim = std::pair<std::string, std::string>;

/// Every claim of `bytes`, each as often as it is there.
[[nodiscard]] std::multiset<RawClaim> claims_of(std::string_view bytes);

/// What is wrong with counts and levels, by the element that is wrong ("SE01", "HL02", ...),
/// each with a sentence. HL is looked at in sets of 837P and 837I only.
[[nodiscard]] std::map<std::string, std::string> structure_faults(std::string_view bytes);

/// `bytes` written with other delimiters; empty when one of them stands in the data already, when
/// free text holds one of the old, or an interchange has a newline for a terminator.
[[nodiscard]] std::string with_delimiters(std::string_view bytes, RawDelimiters const &wanted);

/// `bytes` with this text instead of whatever line end stands after each terminator; empty when
/// a newline is a delimiter.
[[nodiscard]] std::string with_newlines(std::string_view bytes, std::string_view newline);

}  // namespace noc837::test
