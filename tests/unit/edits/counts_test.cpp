// SPDX-License-Identifier: Apache-2.0
// Trailer counts follow what was added or taken out, and keep their form.
#include "edits/counts.hpp"

#include <string_view>

#include "support/catch.hpp"

using namespace noc837;
using edits::Recount;

TEST_CASE("a count is shifted by what changed, or counted anew", "[counts]") {
  struct Row {
    std::string_view unit;
    std::uint64_t before;
    std::uint64_t after;
    std::string_view shifted;
    std::string_view counted;
  };
  for (Row const &row : {
           Row{"SE*12*0001~\n", 12, 13, "SE*13*0001~\n", "SE*13*0001~\n"},
           {"SE*12*0001~\r\n", 12, 9, "SE*9*0001~\r\n", "SE*9*0001~\r\n"},
           {"SE*12*0001~", 12, 12, "SE*12*0001~", "SE*12*0001~"},
           {"SE*10*0001~", 12, 13, "SE*11*0001~", "SE*13*0001~"},  // stays as wrong as it was
           {"SE*10*0001~", 12, 12, "SE*10*0001~", "SE*12*0001~"},
           {"SE*0012*0001~", 12, 13, "SE*0013*0001~", "SE*0013*0001~"},
           {"SE*0099*0001~", 99, 100, "SE*0100*0001~", "SE*0100*0001~"},
           {"SE*099*0001~", 99, 1000, "SE*1000*0001~", "SE*1000*0001~"},
           {"SE*0012*0001~", 12, 12, "SE*0012*0001~", "SE*0012*0001~"},
           {"SE* 12*0001~", 12, 12, "SE* 12*0001~", "SE* 12*0001~"},
           {"SE**0001~", 12, 13, "SE**0001~", "SE*13*0001~"},
           {"SE*X*0001~", 12, 13, "SE*X*0001~", "SE*13*0001~"},
           {"SE*-1*0001~", 12, 13, "SE*-1*0001~", "SE*13*0001~"},
           {"SE*1.5*0001~", 12, 13, "SE*1.5*0001~", "SE*13*0001~"},
           {"SE~", 12, 13, "SE~", "SE*13~"},
           {"SE*99999999999999999999*1~", 2, 3, "SE*99999999999999999999*1~", "SE*3*1~"},
           {"SE*1*0001~", 12, 5, "SE*1*0001~", "SE*5*0001~"},  // too wrong to be shifted
           {"SE*18446744073709551615*1~", 2, 3, "SE*18446744073709551615*1~", "SE*3*1~"},
           {"SE*7*0001~", 12, 5, "SE*0*0001~", "SE*5*0001~"},
           {"GE*2*1~IEA*~", 2, 1, "GE*1*1~IEA*~", "GE*1*1~IEA*~"},
       }) {
    INFO(row.unit << ' ' << row.before << " to " << row.after);
    CHECK(edits::with_count(row.unit, {}, row.before, row.after, Recount::shift) == row.shifted);
    CHECK(edits::with_count(row.unit, {}, row.before, row.after, Recount::count) == row.counted);
  }
  CHECK(edits::with_count("SE|2|1\n\n", {'|', '>', '!', '\n'}, 2, 3, Recount::shift) ==
        "SE|3|1\n\n");
}

TEST_CASE("an element of a unit's first segment is replaced, and nothing else", "[counts]") {
  CHECK(edits::with_unit_element("HL*2*1*22*0~\nSBR*P*2~\n", {}, 1, "9") ==
        "HL*9*1*22*0~\nSBR*P*2~\n");
  CHECK(edits::with_unit_element("HL*2*1*22*0~\nSBR*P*2~\n", {}, 2, "8") ==
        "HL*2*8*22*0~\nSBR*P*2~\n");
  CHECK(edits::with_unit_element("HL*2~SBR~", {}, 4, "1") == "HL*2***1~SBR~");
  CHECK(edits::with_unit_element("HL*2", {}, 1, "1") == "HL*1");
}
