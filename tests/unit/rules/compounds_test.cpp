// SPDX-License-Identifier: Apache-2.0
#include "support/rule_cases.hpp"

using namespace noc837;
using test::check_rule;
using test::professional_claim;
using test::replaced;

namespace {

std::string described(std::string_view text, std::string_view notes = "",
                      std::string_view drug = "") {
  return professional_claim("SV1*HC:J7999:::::" + std::string(text) + "*150*UN*1***1~", notes,
                            drug);
}

/// A second drug line with its own text, date and drug loop.
std::string second(std::string_view text, std::string_view date, std::string_view drug) {
  std::string out = "LX*3~SV1*HC:J7999:::::";
  out.append(text).append("*150*UN*1***1~DTP*472*D8*").append(date).append("~").append(drug);
  return out;
}

std::string loop(std::string_view ref) {
  return "LIN**N4*00409379501~CTP****1*ML~" + std::string(ref);
}

}  // namespace

TEST_CASE("CMP01: a compound names its ingredients or has an invoice", "[CMP01]") {
  check_rule(
      "CMP01",
      {{"nothing", described("COMPOUND PAIN INJECTION"), 1},
       {"one ingredient of two words", described("CMPD TRIAMCINOLONE ACETONIDE 40MG"), 1},
       {"two ingredients", described("CMPD MORPHINE 20MG + BUPIVACAINE 5MG"), 0},
       {"joined by a comma", described("COMPOUND MORPHINE, BUPIVACAINE"), 0},
       {"the second in the note", described("CMPD MORPHINE 20MG", "NTE*ADD*BUPIVACAINE 5MG~"), 0},
       {"the same one twice", described("CMPD MORPHINE 20MG", "NTE*ADD*MORPHINE 20MG~"), 1},
       {"an invoice", described("COMPOUND PAIN INJECTION INV $45.00"), 0},
       {"an attachment", described("COMPOUND PAIN INJECTION", "PWK*OZ*EL***AC*A1~"), 0},
       {"no compound", described("MORPHINE 20MG"), 0},
       {"linked to another line",
        described("CMPD MORPHINE 20MG", "", loop("REF*XZ*2530001~")) +
            second("CMPD BUPIVACAINE 5MG", "20260914", loop("REF*XZ*2530001~")),
        0}});
}

TEST_CASE("CMP02: one REF in a drug loop, one day for a link number", "[CMP02]") {
  auto const vy = loop("REF*VY*7~");
  check_rule("CMP02",
             {{"one", described("MORPHINE 20MG", "", vy), 0},
              {"two", described("MORPHINE 20MG", "", loop("REF*VY*7~REF*XZ*2530001~")), 1},
              {"shared on one day",
               described("MORPHINE 20MG", "", vy) + second("KETAMINE 5MG", "20260914", vy), 0},
              {"returns on another day",
               described("MORPHINE 20MG", "", vy) + second("KETAMINE 5MG", "20260915", vy), 1},
              {"a prescription may be refilled",
               described("MORPHINE 20MG", "", loop("REF*XZ*7~")) +
                   second("KETAMINE 5MG", "20260915", loop("REF*XZ*7~")),
               0}});
}

TEST_CASE("CMP03: neighbouring lines of one compound share a number", "[CMP03]") {
  auto const first = described("CMPD MORPHINE 20MG", "", loop(""));
  auto const linked = described("CMPD MORPHINE 20MG", "", loop("REF*VY*7~"));
  check_rule("CMP03",
             {{"no number", first + second("CMPD KETAMINE 5MG", "20260914", loop("")), 1},
              {"shared", linked + second("CMPD KETAMINE 5MG", "20260914", loop("REF*VY*7~")), 0},
              {"different numbers",
               linked + second("CMPD KETAMINE 5MG", "20260914", loop("REF*VY*8~")), 1},
              {"another day", first + second("CMPD KETAMINE 5MG", "20260915", loop("")), 0},
              {"one is no compound", first + second("KETAMINE 5MG", "20260914", loop("")), 0},
              {"a procedure between them",
               first + "LX*3~SV1*HC:96372*10*UN*1***1~DTP*472*D8*20260914~" +
                   replaced(second("CMPD KETAMINE 5MG", "20260914", loop("")), "LX*3", "LX*4"),
               0}});
}
