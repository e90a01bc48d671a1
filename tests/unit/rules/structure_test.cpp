// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "rules/table.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using test::ClaimText;
using test::institutional_claim;
using test::professional_claim;

namespace {

constexpr auto institutional_guide = edi::Guide::institutional;
std::string const sv1 = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~";
std::string const sv2 = "SV2*0636*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1~";
std::string const drug = "LIN**N4*00409379501~CTP****1*ML~";

std::string described(std::string const &text) {
  return "SV1*HC:J3490:::::" + text + "*150*UN*1***1~";
}

/// Checks that the rule finds one thing in `before` and that its correction gives `after`, which
/// it leaves alone; `after` equal to `before` means that there is no correction.
void check_correction(std::string_view rule, std::string const &before, std::string const &after,
                      edi::Guide guide = edi::Guide::professional) {
  CAPTURE(before);
  ClaimText const claim(before, guide);
  REQUIRE(claim.findings(rule).size() == 1);
  CHECK(claim.corrected_by(rule) == after);
  if (before == after) {
    CHECK(claim.findings(rule)[0].edits.empty());
  } else {
    CHECK(ClaimText(after, guide).findings(rule).empty());
  }
}

bool silent(std::string_view rule, std::string const &text,
            edi::Guide guide = edi::Guide::professional) {
  return ClaimText(text, guide).findings(rule).empty();
}

}  // namespace

TEST_CASE("No structure rule fires on the guide's own examples", "[structure]") {
  for (auto const *service : {"SV1*HC:J3490:::::Sod Chl 0.9% see NDC#*57.12*UN*14.00*12**1~",
                              "SV1*HC:J3490:JZ::::KETOROLAC 15MG IV*150*UN*1***1:2~"}) {
    ClaimText const claim(professional_claim(
        service, "REF*6R*LINE2~NTE*ADD*GIVEN FOR PAIN~NTE*TPO*REPRICED~",
        "LIN**N4*00409488810~CTP****7.00*UN~REF*XZ*2530001~NM1*82*1*DOE*JANE****XX*1234567893~"
        "REF*G2*A1~SVD*60054*20*HC:J3490**1~CAS*CO*45*130~DTP*573*D8*20260920~"));
    for (auto const *rule : rules::all_rules()) {
      if (rule->family != "structure" && rule->family != "envelope") continue;
      CAPTURE(rule->id);
      CHECK(claim.findings(rule->id).empty());
    }
  }
}

TEST_CASE("STR01: a line without service segment, drug or not", "[STR01]") {
  ClaimText const claim(
      "CLM*PCN1*100***11:B:1~LX*1~DTP*472*D8*20260914~LX*2~SV1*HC:99213*100*UN*1~");
  auto const found = claim.findings("STR01");
  REQUIRE(found.size() == 1);
  CHECK(found[0].line == "1");
  CHECK(found[0].line_index == 0U);
  CHECK(found[0].element == "SV1");
  CHECK(found[0].message == "the line has no SV1 segment");
  CHECK(found[0].edits.empty());
}

TEST_CASE("STR01: the other guide's service segment", "[STR01]") {
  auto const professional = ClaimText(professional_claim(sv2, "", drug)).findings("STR01");
  REQUIRE(professional.size() == 1);
  CHECK(professional[0].before == "SV2");
  CHECK(professional[0].line == "2");
  auto const institutional =
      ClaimText(institutional_claim(sv1, "", drug), institutional_guide).findings("STR01");
  REQUIRE(institutional.size() == 1);
  CHECK(institutional[0].before == "SV1");
}

TEST_CASE("STR01: lines with their guide's segment", "[STR01]") {
  CHECK(silent("STR01", professional_claim(sv1, "", drug)));
  CHECK(silent("STR01", institutional_claim(sv2, "", drug), institutional_guide));
  CHECK(silent("STR01", professional_claim("sv1*HC:J3490:::::X*150*UN*1***1~", "", drug)));
  CHECK(silent("STR01", "CLM*PCN1*100***11:B:1~"));  // no line at all is not a line without SV1
}

TEST_CASE("STR02: every drug loop after the first", "[STR02]") {
  ClaimText const claim(professional_claim(sv1, "", drug + drug + "LIN**N4*00409379601~"));
  auto const found = claim.findings("STR02");
  REQUIRE(found.size() == 2);
  CHECK(found[1].before == "00409379601");
  CHECK(found[1].edits.empty());
  CHECK(silent("STR02", professional_claim(sv1, "", drug)));
  // The next line's LIN is the next line's.
  CHECK(silent("STR02", professional_claim(sv1, "", drug) + "LX*3~" + sv1 + drug));
}

TEST_CASE("STR03: CTP or a prescription REF without LIN", "[STR03]") {
  for (auto const *segments : {"CTP****1*ML~", "REF*XZ*123~", "REF*vy*1~"}) {
    CAPTURE(segments);
    CHECK(ClaimText(professional_claim(sv1, "", segments)).findings("STR03").size() == 1);
  }
  CHECK(
      ClaimText(professional_claim(sv1, "", "CTP****1*ML~REF*XZ*123~")).findings("STR03").size() ==
      2);
  // A second CTP has no LIN of its own.
  CHECK(ClaimText(professional_claim(sv1, "", drug + "CTP****2*ML~")).findings("STR03").size() ==
        1);
}

TEST_CASE("STR03: what has its LIN, or is no drug segment", "[STR03]") {
  CHECK(silent("STR03", professional_claim(sv1, "", drug + "REF*XZ*123~")));
  CHECK(silent("STR03", professional_claim(sv1, "REF*G1*123~REF*6R*1~")));
  CHECK(silent("STR03", professional_claim(sv1, "", "CTP****1*ML~LIN**N4*00409379501~")));  // STR05
}

TEST_CASE("STR03: suggests the NDC that the narrative names", "[STR03]") {
  auto const found = ClaimText(professional_claim(described("KETOROLAC 15MG IV NDC 00409-3795-01"),
                                                  "", "CTP****1*ML~"))
                         .findings("STR03");
  REQUIRE(found.size() == 1);
  CHECK(found[0].suggestion == "a LIN before it with N4 and 00409379501, as the narrative has it");
}

TEST_CASE("STR04: an NDC without quantity", "[STR04]") {
  ClaimText const claim(professional_claim(sv1, "", "LIN**N4*00409379501~REF*XZ*1~"));
  auto const found = claim.findings("STR04");
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule->name == "quantity-missing");
  CHECK(found[0].element == "CTP");
  CHECK(found[0].suggestion.empty());
  CHECK(found[0].edits.empty());
  CHECK(silent("STR04", professional_claim(sv1, "", drug)));
  CHECK(silent("STR04", professional_claim(sv1)));
  CHECK(silent("STR04", professional_claim(sv1, "", "LIN**N4*00409379501~CTP~")));  // QTY01's
  CHECK(
      silent("STR04", professional_claim(sv1, "", "CTP****1*ML~LIN**N4*00409379501~")));  // STR05's
}

TEST_CASE("STR04: suggests the quantity that the narrative gives for this NDC", "[STR04]") {
  auto const found = [](std::string const &text) {
    return ClaimText(professional_claim(described(text), "", "LIN**N4*00409-3795-01~"))
        .findings("STR04");
  };
  CHECK(found("N400409379501 ml1 KETOROLAC 15MG IV").at(0).suggestion ==
        "CTP04 1, CTP05 ML, as the narrative has it");
  CHECK(found("N400409379601 ML1 KETOROLAC 15MG IV").at(0).suggestion.empty());
}

TEST_CASE("STR05: the drug loop moves to its place", "[STR05]") {
  std::string const nm1 = "NM1*82*1*DOE*JANE****XX*1234567893~";
  struct Case {
    std::string before;
    std::string after;
  };
  auto const cases = {
      // behind a line provider
      Case{professional_claim(sv1, "", nm1 + drug), professional_claim(sv1, "", drug + nm1)},
      Case{professional_claim(sv1, "", nm1 + drug + "REF*XZ*7~"),
           professional_claim(sv1, "", drug + "REF*XZ*7~" + nm1)},
      // before a note or reference
      Case{professional_claim(sv1, drug + "NTE*ADD*X~"),
           professional_claim(sv1, "NTE*ADD*X~", drug)},
      Case{professional_claim(sv1, drug + "REF*6R*1~", nm1),
           professional_claim(sv1, "REF*6R*1~", drug + nm1)},
      // before the service segment
      Case{professional_claim(drug + sv1), professional_claim(sv1, "", drug)},
      Case{professional_claim(drug + nm1 + sv1), professional_claim(nm1 + sv1, "", drug)},
      // behind other payers' decisions
      Case{professional_claim(sv1, "", "SVD*1*20*HC:J3490**1~DTP*573*D8*20260920~" + drug),
           professional_claim(sv1, "", drug + "SVD*1*20*HC:J3490**1~DTP*573*D8*20260920~")},
      // in the wrong order among themselves
      Case{professional_claim(sv1, "", "CTP****1*ML~LIN**N4*00409379501~"),
           professional_claim(sv1, "", drug)},
      Case{professional_claim(sv1, "", "REF*XZ*7~LIN**N4*00409379501~CTP****1*ML~"),
           professional_claim(sv1, "", drug + "REF*XZ*7~")},
      Case{professional_claim(sv1, "", "LIN**N4*00409379501~REF*XZ*7~CTP****1*ML~"),
           professional_claim(sv1, "", drug + "REF*XZ*7~")},
      // torn apart
      Case{professional_claim(sv1, "LIN**N4*00409379501~NTE*ADD*X~CTP****1*ML~"),
           professional_claim(sv1, "NTE*ADD*X~", drug)},
  };
  for (auto const &[before, after] : cases) check_correction("STR05", before, after);
}

TEST_CASE("STR05: says which segments it moved", "[STR05]") {
  auto const found = ClaimText(professional_claim(sv1, drug + "NTE*ADD*X~")).findings("STR05");
  REQUIRE(found.size() == 1);
  CHECK(found[0].before == "LX SV1 DTP LIN CTP NTE");
  CHECK(found[0].after == "LX SV1 DTP NTE LIN CTP");
}

TEST_CASE("STR05: an 837I line's loop moves too, lines before and after stay", "[STR05]") {
  auto const next = "LX*3~SV2*0250**10*UN*1~";
  check_correction("STR05", institutional_claim(sv2, drug + "AMT*GT*5~") + next,
                   institutional_claim(sv2, "AMT*GT*5~", drug) + next, institutional_guide);
}

TEST_CASE("STR05: what belongs together is not guessed", "[STR05]") {
  auto const same = [](std::string const &text) { check_correction("STR05", text, text); };
  same(professional_claim(sv1, drug + drug + "NTE*ADD*X~"));
  same(professional_claim(sv1, drug + "CTP****2*ML~NTE*ADD*X~"));
}

TEST_CASE("STR05: loops in place are left alone", "[STR05]") {
  CHECK(silent("STR05", professional_claim(sv1, "NTE*ADD*X~PS1*1*2~HCP*00*1~",
                                           drug + "REF*XZ*7~NM1*82*1*DOE~REF*G2*1~")));
  CHECK(silent("STR05", professional_claim(
                            sv1, "", drug + "SVD*1*2*HC:J3490**1~AMT*EAF*2~LQ*UT*1~FRM*1*Y~")));
  CHECK(silent("STR05", professional_claim(sv1, "", "CTP****1*ML~")));  // STR03's
  // A provider before the service segment, where none belongs, begins no loop of the line.
  CHECK(silent("STR05", professional_claim("NM1*82*1*DOE*JANE****XX*1234567893~" + sv1, "", drug)));
}

TEST_CASE("STR06: a note that an 837I line does not have", "[STR06]") {
  std::string const bare = "SV2*0636*HC:J3490*150*UN*1~";
  check_correction("STR06", institutional_claim(bare, "NTE*ADD*KETOROLAC 15MG IV~", drug),
                   institutional_claim(sv2, "", drug), institutional_guide);
  check_correction("STR06", institutional_claim(bare, "NTE*dcp* KETOROLAC 15MG IV~", drug),
                   institutional_claim(sv2, "", drug), institutional_guide);
  auto const stays = [](std::string const &text) {
    check_correction("STR06", text, text, institutional_guide);
  };
  stays(institutional_claim(sv2, "NTE*ADD*KETOROLAC~"));                      // described
  stays(institutional_claim(bare, "NTE*ADD*" + std::string(81, 'A') + "~"));  // too long
  stays(institutional_claim(bare, "NTE*ADD*KETOROLAC:15MG~"));                // delimiter
  stays(institutional_claim(bare, "NTE*ADD*KETOROLAC*15MG~"));
  stays(institutional_claim(bare, "NTE*ADD~"));
}

TEST_CASE("STR06: only the first of two notes moves", "[STR06]") {
  ClaimText const claim(
      institutional_claim("SV2*0636*HC:J3490*150*UN*1~", "NTE*ADD*ONE~NTE*DCP*TWO~"),
      institutional_guide);
  auto const found = claim.findings("STR06");
  REQUIRE(found.size() == 2);
  CHECK(found[0].edits.size() == 2);
  CHECK(found[1].edits.empty());
}

TEST_CASE("STR06: TPO notes, and lines of 837P", "[STR06]") {
  CHECK(silent("STR06", institutional_claim(sv2, "NTE*TPO*REPRICED~"), institutional_guide));
  CHECK(silent("STR06", institutional_claim(sv2, "NTE*TPO*NOC837 NDC05~"), institutional_guide));
  CHECK(silent("STR06", professional_claim(sv1, "NTE*ADD*KETOROLAC~")));
}

TEST_CASE("STR07: a second note on a line", "[STR07]") {
  check_correction("STR07", professional_claim(sv1, "NTE*ADD*KETOROLAC ~NTE*add* 15MG IV~"),
                   professional_claim(sv1, "NTE*ADD*KETOROLAC 15MG IV~"));
  check_correction("STR07",
                   professional_claim(sv1, "NTE*ADD*A~NTE*TPO*T~NTE*ADD*B~NTE*ADD*C~", drug),
                   professional_claim(sv1, "NTE*ADD*A B C~NTE*TPO*T~", drug));
  auto const stays = [](std::string const &text) { check_correction("STR07", text, text); };
  stays(professional_claim(sv1, "NTE*ADD*A~NTE*DCP*B~"));  // of different kinds
  stays(professional_claim(
      sv1, "NTE*ADD*" + std::string(40, 'A') + "~NTE*ADD*" + std::string(40, 'B') + "~"));
  stays(professional_claim(sv1, "NTE*ADD*A^B~NTE*ADD*C~"));
  check_correction("STR07",
                   professional_claim(sv1, "NTE*ADD*" + std::string(40, 'A') + "~NTE*ADD*" +
                                               std::string(39, 'B') + "~"),
                   professional_claim(
                       sv1, "NTE*ADD*" + std::string(40, 'A') + " " + std::string(39, 'B') + "~"));
}

TEST_CASE("STR07: one note of each kind that the guide allows", "[STR07]") {
  CHECK(silent("STR07", professional_claim(sv1, "NTE*ADD*A~NTE*TPO*B~")));
  CHECK(silent("STR07", professional_claim(sv1, "NTE*DCP*A~NTE*TPO*NOC837 NDC05~")));
  CHECK(silent("STR07", institutional_claim(sv2, "NTE*ADD*A~NTE*ADD*B~"), institutional_guide));
}

TEST_CASE("STR08: zeros and blanks in unused elements are taken out", "[STR08]") {
  struct Case {
    char const *before;
    char const *after;
    char const *element;
  };
  std::string const lin = "LIN**N4*00409379501~";
  for (auto const &[before, after, element] : {
           Case{"CTP***0*10*ML~", "CTP****10*ML~", "CTP03"},
           Case{"CTP***0.00*10*ML~", "CTP****10*ML~", "CTP03"},
           Case{"CTP*0***10*ML~", "CTP****10*ML~", "CTP01"},
           Case{"CTP** **10*ML~", "CTP****10*ML~", "CTP02"},
           Case{"CTP****10*ML:0~", "CTP****10*ML~", "CTP05-2"},
           Case{"CTP****10*ML:0::0*~", "CTP****10*ML*~", "CTP05-2"},
           Case{"CTP****10*ML*0~", "CTP****10*ML~", "CTP06"},
           Case{"CTP****10*ML**0* ~", "CTP****10*ML~", "CTP06"},
       }) {
    check_correction("STR08", professional_claim(sv1, "", lin + before),
                     professional_claim(sv1, "", lin + after));
    auto const found = ClaimText(professional_claim(sv1, "", lin + before)).findings("STR08");
    CHECK(found[0].element == element);
  }
  check_correction("STR08", professional_claim(sv1, "", "LIN*0*N4*00409379501~CTP****1*ML~"),
                   professional_claim(sv1, "", drug));
  check_correction("STR08", professional_claim(sv1, "", "LIN**N4*00409379501*0*0~CTP****1*ML~"),
                   professional_claim(sv1, "", drug));
  check_correction("STR08", professional_claim("SV1*HC:J3490::::::0*150*UN*1***1~"),
                   professional_claim("SV1*HC:J3490:::::*150*UN*1***1~"));
  check_correction("STR08", institutional_claim("SV2*0636*HC:J3490:::::X: *150*UN*1~"),
                   institutional_claim("SV2*0636*HC:J3490:::::X*150*UN*1~"), institutional_guide);
}

TEST_CASE("STR08: real values in unused elements stand", "[STR08]") {
  for (auto const *segments :
       {"LIN**N4*00409379501~CTP***12.50*10*ML~", "LIN*1*N4*00409379501~CTP****10*ML~",
        "LIN**N4*00409379501*LT*A1~CTP****10*ML~", "LIN**N4*00409379501~CTP****10*ML:2~",
        "LIN**N4*00409379501~CTP****10*ML*0*SEL~"}) {
    auto const text = professional_claim(sv1, "", segments);
    check_correction("STR08", text, text);
  }
  auto const code = professional_claim(described("KETOROLAC 15MG IV:J3499"));
  check_correction("STR08", code, code);
}

TEST_CASE("STR08: empty elements, and descriptions that go on", "[STR08]") {
  CHECK(silent("STR08", professional_claim(sv1, "", drug)));
  CHECK(silent("STR08", professional_claim(sv1, "", "LIN**N4*00409379501***~CTP****1*ML::*~")));
  CHECK(silent("STR08", professional_claim(described("NACL:0.9%"), "", drug)));  // STR11's
  CHECK(silent("STR08", professional_claim(described("RATIO 5:0"), "", drug)));
}

TEST_CASE("STR09: trailing separators are trimmed", "[STR09]") {
  struct Case {
    char const *before;
    char const *after;
  };
  for (auto const &[before, after] : {
           Case{"SV1*HC:J3490:::::*150*UN*1***1~", "SV1*HC:J3490*150*UN*1***1~"},
           Case{"SV1*HC:J3490:::::X:*150*UN*1***1~", "SV1*HC:J3490:::::X*150*UN*1***1~"},
           Case{"SV1*HC:J3490:::::X*150*UN*1***1:2::~", "SV1*HC:J3490:::::X*150*UN*1***1:2~"},
           Case{"SV1*HC:J3490:::::X*150*UN*1***1****~", "SV1*HC:J3490:::::X*150*UN*1***1~"},
           Case{"SV1*HC:J3490:::::X*150*UN*1***:::*~", "SV1*HC:J3490:::::X*150*UN*1~"},
       }) {
    check_correction("STR09", professional_claim(before, "", drug),
                     professional_claim(after, "", drug));
  }
  for (auto const &[before, after] : {
           Case{"LIN**N4*00409379501**~CTP****1*ML~", "LIN**N4*00409379501~CTP****1*ML~"},
           Case{"LIN**N4*00409379501~CTP****1*ML*~", "LIN**N4*00409379501~CTP****1*ML~"},
           Case{"LIN**N4*00409379501~CTP****1*ML:~", "LIN**N4*00409379501~CTP****1*ML~"},
           Case{"LIN**N4*00409379501~CTP****1*ML::*~", "LIN**N4*00409379501~CTP****1*ML~"},
           Case{"LIN**N4*00409379501~CTP****1*ML~REF*XZ*7**~",
                "LIN**N4*00409379501~CTP****1*ML~REF*XZ*7~"},
       }) {
    check_correction("STR09", professional_claim(sv1, "", before),
                     professional_claim(sv1, "", after));
  }
  check_correction("STR09", professional_claim(sv1, "NTE*ADD*X*~"),
                   professional_claim(sv1, "NTE*ADD*X~"));
  check_correction("STR09", institutional_claim("SV2*0636*HC:J3490:::::*150*UN*1**~"),
                   institutional_claim("SV2*0636*HC:J3490*150*UN*1~"), institutional_guide);
}

TEST_CASE("STR09: separators between values, and segments that are not the drug's", "[STR09]") {
  CHECK(silent("STR09", professional_claim(sv1, "NTE*ADD*SEE:~REF*6R*1**~", drug)));
  CHECK(silent("STR09", professional_claim("SV1*HC:J3490:::::X*150*UN*1***1*~", "", drug)) ==
        false);
  CHECK(silent("STR09", professional_claim(sv1, "DTP*472*D8*20260914*~",
                                           drug + "NM1*82*1*DOE***~REF*G2*1*~")));
  CHECK(silent("STR09", professional_claim(sv1, "", "LIN***~CTP****~")));  // nothing would be left
}

TEST_CASE("STR10: texts beyond 80 characters", "[STR10]") {
  std::string const eighty(80, 'A');
  CHECK(silent("STR10", professional_claim(described(eighty), "NTE*ADD*" + eighty + "~",
                                           "LIN**N4*" + std::string(48, '1') + "~")));
  std::string accents;  // 80 characters in 160 bytes
  for (int i = 0; i < 80; ++i) accents += "\xC3\x89";
  CHECK(silent("STR10", professional_claim(described(accents))));
  for (std::string const &text :
       {professional_claim(described(eighty + "A")), professional_claim(described(accents + "A")),
        professional_claim(sv1, "NTE*ADD*" + eighty + "A~"),
        professional_claim(sv1, "", "LIN**N4*" + std::string(49, '1') + "~CTP****1*ML~")}) {
    check_correction("STR10", text, text);
  }
  CHECK(ClaimText(professional_claim(described(eighty + "A"))).findings("STR10")[0].element ==
        "SV101-7");
}

TEST_CASE("STR10: the end of a long description goes to a note", "[STR10]") {
  std::string const head = std::string(70, 'A') + " 15MG IV";  // 78
  std::string const text = head + " SINGLE DOSE VIAL";
  check_correction("STR10", professional_claim(described(text), "REF*6R*1~", drug),
                   professional_claim(described(head), "REF*6R*1~NTE*ADD*SINGLE DOSE VIAL~", drug));
  std::string const exact = std::string(80, 'A') + " REST";
  check_correction("STR10", professional_claim(described(exact)),
                   professional_claim(described(std::string(80, 'A')), "NTE*ADD*REST~"));
  check_correction(
      "STR10", professional_claim(described(text), "NTE*TPO*T~PS1*1*2~", drug),
      professional_claim(described(head), "NTE*TPO*T~NTE*ADD*SINGLE DOSE VIAL~PS1*1*2~", drug));
  auto const stays = [](std::string const &claim, edi::Guide guide = edi::Guide::professional) {
    check_correction("STR10", claim, claim, guide);
  };
  stays(professional_claim(described(text), "NTE*DCP*FULL~"));              // the note is taken
  stays(professional_claim(described(text + " " + std::string(80, 'B'))));  // too much rest
  stays(professional_claim(described(std::string(81, 'A') + " B")));        // no word break
  stays(professional_claim(described(head + " A^B VIAL")));                 // cannot be written
  stays(professional_claim(described(text), drug + "REF*6R*1~"));           // STR05 comes first
  stays(institutional_claim("SV2*0636*HC:J3490:::::" + text + "*150*UN*1~"), institutional_guide);
}

TEST_CASE("STR11: a description with the component separator in it", "[STR11]") {
  check_correction("STR11", professional_claim(described("NACL:0.9% 50ML IV"), "", drug),
                   professional_claim(described("NACL 0.9% 50ML IV"), "", drug));
  check_correction("STR11", professional_claim(described("A:B::C: "), "", drug),
                   professional_claim(described("A B C"), "", drug));
  check_correction("STR11", institutional_claim("SV2*0636*HC:J3490:JZ::::NACL:0.9%*150*UN*1~"),
                   institutional_claim("SV2*0636*HC:J3490:JZ::::NACL 0.9%*150*UN*1~"),
                   institutional_guide);
  auto const found = ClaimText(professional_claim(described("NACL:0.9%"))).findings("STR11");
  REQUIRE(found.size() == 1);
  CHECK(found[0].before == "NACL:0.9%");
  CHECK(found[0].after == "NACL 0.9%");
  auto const stays = [](std::string const &text) { check_correction("STR11", text, text); };
  stays(professional_claim(described(std::string(60, 'A') + ":" + std::string(20, 'B'))));
  stays(professional_claim(described("A^B:C")));
}

TEST_CASE("STR11: other eighth components are STR08's and STR09's", "[STR11]") {
  CHECK(silent("STR11", professional_claim(described("KETOROLAC 15MG IV:"))));
  CHECK(silent("STR11", professional_claim(described("KETOROLAC 15MG IV: :"))));
  CHECK(silent("STR11", professional_claim(described("KETOROLAC 15MG IV:J3499"))));
  CHECK(silent("STR11", professional_claim(described(":0"))));
  CHECK(silent("STR11", professional_claim(sv1)));
}

TEST_CASE("STR12: lines that do not count 1, 2, 3", "[STR12]") {
  auto const numbered = [](char const *a, char const *b, char const *c) {
    std::string text = "CLM*PCN1*450***11:B:1~";
    for (auto const *number : {a, b, c}) {
      text += std::string("LX*") + number + "~" + sv1;
    }
    return text;
  };
  std::string const right = numbered("1", "2", "3");
  for (auto const &wrong :
       {numbered("1", "3", "4"), numbered("0", "1", "2"), numbered("1", "1", "1"),
        numbered("", "2", "X"), numbered("1", "2", "99999999999999999999")}) {
    check_correction("STR12", wrong, right);
  }
  CHECK(ClaimText(numbered("1", "3", "4")).findings("STR12")[0].line == "3");
  CHECK(silent("STR12", right));
  CHECK(silent("STR12", numbered("01", "02", "03")));
  CHECK(silent("STR12", "CLM*PCN1*450***11:B:1~LX*1~" + sv1 + sv1));  // no LX to number
  CHECK(rules::find_rule("STR12")->default_severity() == Severity::info);
}

TEST_CASE("No structure rule minds what stands in the segments", "[structure]") {
  for (std::string const line :
       {"SV1", "SV1*", "SV1*HC:J3490", "SV1*HC:J3490:::::::::::::", "SV1*:J3490:::::\xFF:\n:"}) {
    for (std::string const rest :
         {"LIN", "LIN*", "LIN***", "CTP", "CTP*****:::", "REF*XZ", "NTE", "NTE*", "NTE*ADD*\xB5",
          "NM1", "LIN*****:*:~CTP*:*:*:*:*:*:", "REF*VY~LIN~CTP~NTE*DCP~LIN~SV2~LX~LX~SV1"}) {
      for (auto const guide : {edi::Guide::professional, edi::Guide::institutional}) {
        std::string const text = "CLM*1~LX*1~" + line + "~" + rest + "~";
        CAPTURE(text);
        ClaimText const claim(text, guide);
        rules::Findings all;
        rules::check_claim(claim.claim(), claim.profile, all);
        for (auto const &finding : all) {
          for (auto const &edit : finding.edits) CHECK(edit.at <= claim.claim().segments->size());
        }
      }
    }
  }
}
