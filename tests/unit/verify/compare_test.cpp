// SPDX-License-Identifier: Apache-2.0
// What may differ between a claim and its copy in an output, and what may not.
#include "verify/compare.hpp"

#include <string>

#include "io/source.hpp"
#include "support/catch.hpp"
#include "support/edi_text.hpp"

using namespace noc837;
using verify::Likeness;

namespace {

verify::Item only_item(std::string const &body, std::string_view guide = "005010X222A1") {
  auto const text = test::interchange(test::group(test::transaction_set(body, "0001", guide)));
  auto const source = io::memory_source(text);
  verify::Claims claims(*source);
  auto item = claims.next();
  REQUIRE(item);
  REQUIRE(*item);
  auto const end = claims.next();
  REQUIRE(end);
  REQUIRE_FALSE(*end);
  return **item;
}

std::string claim(std::string const &claim_segments) {
  return std::string(test::billing_level).append(test::subscriber_level).append(claim_segments);
}

constexpr auto original =
    "CLM*A*250~HI*ABK:R11.2~NTE*ADD*ONE~NM1*82*1*SMITH~LX*1~SV1*HC:J3490*150*UN*1***1~"
    "DTP*472*D8*20260914~REF*6R*7~NTE*ADD*KETOROLAC~LIN**N4*0409-3795-01~CTP****1*CC~"
    "LX*2~SV1*HC:96372*100*UN*1***1~";

std::string replaced(std::string text, std::string const &what, std::string const &with) {
  auto const at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("corrections and notes leave a claim the same claim", "[verify]") {
  struct Row {
    char const *what;
    char const *with;
  };
  auto const in = only_item(claim(original));
  for (auto const &[what, with] : {
           Row{"0409-3795-01", "00409379501"},
           Row{"*CC~", "*ML~"},
           Row{"HC:J3490*", "HC:J3490:::::KETOROLAC*"},
           Row{"HC:J3490*", ": j3490 *"},
           Row{"*150*UN", "*$150.00*UN"},
           Row{"R11.2", "R112"},
           Row{"NTE*ADD*KETOROLAC~", "NTE*ADD*KETOROLAC~NTE*TPO*NOC837 NDC05~"},
           Row{"NTE*ADD*KETOROLAC~", ""},
           Row{"LIN**N4*0409-3795-01~CTP****1*CC~", ""},
           Row{"CTP****1*CC~", "CTP****1*ML~REF*XZ*123~"},
           Row{"LX*2", "LX*3"},
       }) {
    INFO(what << " as " << with);
    auto const out = only_item(claim(replaced(original, what, with)));
    CHECK(verify::compare(in, out) == Likeness::changed);
    CHECK(verify::compare(out, in) == Likeness::changed);
  }
  CHECK(verify::compare(in, in) == Likeness::same);
}

TEST_CASE("anything else makes it another claim", "[verify]") {
  struct Row {
    char const *what;
    char const *with;
  };
  auto const in = only_item(claim(original));
  for (auto const &[what, with] : {
           Row{"CLM*A*250", "CLM*B*250"},
           Row{"CLM*A*250", "CLM*A*205"},
           Row{"NM1*82*1*SMITH", "NM1*82*1*SMYTH"},
           Row{"NM1*82*1*SMITH~", ""},
           Row{"NM1*82*1*SMITH~", "NM1*82*1*SMITH~NM1*82*1*SMITH~"},
           Row{"DTP*472*D8*20260914", "DTP*472*D8*20260915"},
           Row{"REF*6R*7~", ""},
           Row{"REF*6R*7", "REF*6R*8"},
           Row{"*150*UN", "*151*UN"},
           Row{"HC:J3490", "HC:J3590"},
           Row{"LX*2~SV1*HC:96372*100*UN*1***1~", ""},
           Row{"LX*2~", ""},
           Row{"SV1*HC:96372*100*UN*1***1~", ""},
           Row{"LX*2~", "LX*2~SV1*HC:96372*100*UN*1***1~"},
           Row{"DTP*472*D8*20260914~", "DTP*472*D8*20260914~\n"},
           Row{"CLM*A*250~", "CLM*A*250~LX*1~SV1*HC:J3490*1~"},
       }) {
    INFO(what << " as " << with);
    auto const out = only_item(claim(replaced(original, what, with)));
    CHECK(verify::compare(in, out) == Likeness::different);
    CHECK(verify::compare(out, in) == Likeness::different);
  }
}

TEST_CASE("a claim belongs to what stands above it", "[verify]") {
  auto const in = only_item(claim(original));
  for (auto const &[what, with] :
       {std::pair{"DOE*JANE", "DOE*JOAN"}, std::pair{"1234567893", "1234567894"},
        std::pair{"TEST PAYER", "BEST PAYER"}, std::pair{"HL*2*1*22*0~SBR", "HL*2*1*23*0~SBR"}}) {
    INFO(what << " as " << with);
    auto const out = only_item(replaced(claim(original), what, with));
    CHECK(verify::compare(in, out) == Likeness::different);
  }
  auto const renumbered =
      only_item(replaced(claim(original), "HL*2*1*22*0~SBR", "HL*7*6*22*1~SBR"));
  CHECK(verify::compare(in, renumbered) == Likeness::same);
}

TEST_CASE("a set of another kind is the same to the last byte or another", "[verify]") {
  auto const in = only_item(claim(original), "005010X224A2");
  CHECK(in.set);
  CHECK(verify::compare(in, in) == Likeness::same);
  for (auto const &[what, with] :
       {std::pair{"0409-3795-01", "00409379501"}, std::pair{"HL*2*1", "HL*3*1"}}) {
    auto const out = only_item(replaced(claim(original), what, with), "005010X224A2");
    CHECK(verify::compare(in, out) == Likeness::different);
  }
}
