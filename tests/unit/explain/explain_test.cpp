// SPDX-License-Identifier: Apache-2.0
// Claims in words: names, meanings, findings in place, people hidden.
#include <string>
#include <string_view>
#include <vector>

#include "explain/code_meanings.hpp"
#include "explain/stretch_text.hpp"
#include "explain/value_meaning.hpp"
#include "output/element_names.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"

using namespace noc837;
using explain::value_meaning;

namespace {

constexpr std::string_view claim =
    "CLM*C-1*85***11:B:1*Y*A*Y*Y~HI*ABK:R112~LX*1~SV1*HC:J3490*85*UN*1***1~"
    "DTP*472*D8*20260914~NTE*ADD*KETOROLAC~LIN**N4*00409379501~CTP****1*ML~ZZZ*1~";

std::string text(rules::Findings const &findings = {}, bool show_phi = false,
                 std::string_view bytes = claim, std::string_view loop = "2300") {
  return explain::stretch_text(grammar::guide_837p(), loop, {bytes, 100, 18, {}}, findings,
                               {show_phi, false});
}

bool has(std::string const &all, std::string_view part) {
  INFO(all);
  CHECK(all.find(part) != std::string::npos);
  return all.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("values are told better than they stand where that is known", "[explain]") {
  edi::Delimiters const usual;
  struct Row {
    std::string_view id, segment;
    edi::ElementNumber number;
    std::string_view value, element, meaning;
  };
  std::vector<Row> const rows = {
      {"LIN", "LIN**N4*00409379501", {3, 0}, "00409379501", "234", "00409-3795-01"},
      {"LIN", "LIN**N4*123", {3, 0}, "123", "234", ""},
      {"LIN", "LIN**UP*00409379501", {3, 0}, "00409379501", "234", ""},
      {"LIN", "LIN**N4*1", {2, 0}, "N4", "235", "national drug code, 5-4-2"},
      {"DTP", "DTP*472*D8*20260914", {3, 0}, "20260914", "1251", "2026-09-14"},
      {"DTP", "", {3, 0}, "20260901-20260914", "1251", "2026-09-01 to 2026-09-14"},
      {"DTP", "", {3, 0}, "20260914-20260914", "1251", "2026-09-14"},
      {"DTP", "", {3, 0}, "20261399", "1251", ""},
      {"DTP", "", {3, 0}, "x-y", "1251", ""},
      {"CLM", "CLM*1*2***11:B:1", {5, 1}, "11", "1331", "office"},
      {"CLM", "CLM*1*2***13:A:1", {5, 1}, "13", "1331", "hospital outpatient"},
      {"SV1", "SV1*HC:J3490", {1, 2}, "J3490", "234", "unclassified drugs"},
      {"SV1", "SV1*HC:99999", {1, 2}, "99999", "234", ""},
  };
  for (auto const &row : rows) {
    INFO(row.segment << " " << row.value);
    CHECK(value_meaning({row.id, row.segment, row.number, row.value, row.element, usual}) ==
          row.meaning);
  }
}

TEST_CASE("codes mean something by their data element only", "[explain]") {
  CHECK(explain::code_meaning("98", "85") == "billing provider");
  CHECK(explain::code_meaning("1331", "11") == "office");
  CHECK(explain::code_meaning("98", "no") == "");
  CHECK(explain::code_meaning("1", "85") == "");
  CHECK(output::element_name("CLM01") == "Claim number (patient control number)");
  CHECK(output::element_name("SVD05") == "Units paid");
  CHECK(output::element_name("SV106") == "");
  CHECK(output::element_name("HI07-2") == "Code");
}

TEST_CASE("each segment stands under its loop, each element with its name", "[explain]") {
  auto const all = text();
  has(all, "\n2300 Claim information\n   18  CLM*C-1*85***11:B:1*Y*A*Y*Y\n");
  has(all, "       CLM05-1  Place of service or type of bill         11 = office\n");
  has(all, "\n2400 Service line number\n   20  LX*1\n");
  has(all, "\n2410 Drug identification\n   24  LIN**N4*00409379501\n");
  has(all,
      "       LIN03    NDC                                      00409379501 = 00409-3795-01\n");
  has(all, "ZZZ*1\n       the guide has no place for this segment here\n");
  CHECK(all.find("LIN01") == std::string::npos);
}

TEST_CASE("findings stand below what they speak of, missing elements included", "[explain]") {
  rules::Findings findings(3);
  findings[0].rule = rules::find_rule("DSC01");
  findings[0].element = "SV101-7";
  findings[0].offset = 100 + claim.find("SV1*");
  findings[0].message = "no description";
  findings[0].status = Status::flagged;
  findings[1].rule = rules::find_rule("QTY07");
  findings[1].element = "CTP05-1";
  findings[1].offset = 100 + claim.find("CTP*");
  findings[1].after = "UN";
  findings[1].status = Status::corrected;
  findings[2].rule = rules::find_rule("NDC02");
  findings[2].element = "LIN";
  findings[2].offset = 100 + claim.find("SV1*");
  findings[2].suggestion = "add it";
  auto const all = text(findings);
  has(all,
      "       SV101-7  Description                              (empty)\n"
      "                ^ error DSC01 description-missing: SV101-7: no description [flagged]\n"
      "       SV102 ");
  has(all,
      "ML = milliliter\n                ^ error QTY07 unit-not-standard: CTP05-1:  [corrected]\n"
      "                  becomes UN\n");
  has(all, "^ error NDC02 ndc-recommended: LIN:");
  has(all, "                  suggest add it\n   22  DTP");
}

TEST_CASE("people are hidden unless they are to be shown", "[explain]") {
  constexpr std::string_view level =
      "HL*2*1*22*0~SBR*P*18*GROUP9******CI~NM1*IL*1*EXAMPLE*ALMA****MI*ZQ1~DMG*D8*19610302*F~";
  auto const hidden = text({}, false, level, "2000B");
  for (auto const *secret : {"EXAMPLE", "ALMA", "ZQ1", "19610302", "GROUP9"}) {
    INFO(secret);
    CHECK(hidden.find(secret) == std::string::npos);
  }
  has(hidden, "NM103    Last name or organization                HIDDEN");
  auto const shown = text({}, true, level, "2000B");
  has(shown, "NM103    Last name or organization                EXAMPLE");
  has(shown, "19610302 = 1961-03-02");
}
