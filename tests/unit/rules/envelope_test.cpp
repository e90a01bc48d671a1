// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "rules/characters.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using test::ClaimText;
using test::institutional_claim;
using test::professional_claim;

namespace {

std::string described(std::string const &text) {
  return "SV1*HC:J3490:::::" + text + "*150*UN*1***1~";
}

/// `text` wrapped at `width` with `line_end`.
std::string wrapped(std::string const &text, std::size_t width, std::string const &line_end) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += width) {
    out += text.substr(at, width);
    if (at + width <= text.size()) out += line_end;
  }
  return out;
}

}  // namespace

TEST_CASE("ENV01 to ENV08: the envelope's rows have no check of their own", "[ENV01][ENV08]") {
  for (auto const *id : {"ENV01", "ENV02", "ENV03", "ENV04", "ENV05", "ENV06", "ENV07", "ENV08"}) {
    auto const *rule = rules::find_rule(id);
    REQUIRE(rule != nullptr);
    CHECK(rule->check_line == nullptr);
    CHECK(rule->check_claim == nullptr);
    CHECK(rule->family == "envelope");
    CHECK_FALSE(rule->explanation.empty());
  }
  CHECK(rules::find_rule("ENV04")->fix == rules::Fix::opt_in);
  CHECK(rules::find_rule("ENV05")->fix == rules::Fix::opt_in);
  CHECK(rules::find_rule("ENV06")->default_severity() == Severity::info);
}

TEST_CASE("ENV09: characters with one plain spelling are spelled out", "[ENV09]") {
  struct Case {
    std::string text;
    std::string plain;
  };
  auto const cases = {
      Case{"DRUG 5 \xC2\xB5g\xE2\x80\x93"
           "10",
           "DRUG 5 MCG-10"},                                       // UTF-8 micro sign, en dash
      Case{"DRUG 5 \xCE\xBCg", "DRUG 5 MCG"},                      // UTF-8 Greek mu
      Case{"DRUG 5 \xB5g\x96 10", "DRUG 5 MCG- 10"},               // CP1252
      Case{"DRUG\xC2\xAE 5MG", "DRUG 5MG"},                        // UTF-8 registered
      Case{"DRUG\xE2\x84\xA2 5MG", "DRUG 5MG"},                    // UTF-8 trademark
      Case{"DRUG\xAE 5MG\x99", "DRUG 5MG"},                        // CP1252
      Case{"DRUG\xC2\xAEIV", "DRUG IV"},                           // words do not run together
      Case{"DRUG\xE2\x80\x94 5MG", "DRUG- 5MG"},                   // em dash
      Case{"DRUG\x97 5MG", "DRUG- 5MG"},                           // CP1252
      Case{"PATIENT\xE2\x80\x99S", "PATIENT'S"},                   // curly apostrophe
      Case{"PATIENT\x92S \x91X\x92", "PATIENT'S 'X'"},             // CP1252
      Case{"\xE2\x80\x9CX\xE2\x80\x9D \x93Y\x94", "\"X\" \"Y\""},  // double quotes
  };
  for (auto const &[text, plain] : cases) {
    CAPTURE(text);
    ClaimText const claim(professional_claim(described(text)));
    auto const found = claim.findings("ENV09");
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::warning);
    CHECK(found[0].element == "SV101-7");
    CHECK(found[0].before == text);
    CHECK(found[0].after == plain);
    auto const corrected = claim.corrected_by("ENV09");
    CHECK(corrected == professional_claim(described(plain)));
    CHECK(ClaimText(corrected).findings("ENV09").empty());
  }
}

TEST_CASE("ENV09: other characters are left and reported", "[ENV09]") {
  for (std::string const text :
       {"DRUG 5 \xC2\xB5L", "DRUG \xB5", "CAF\xC3\x89", "CAF\xE9", "A\tB", "A\xC2\xA0 B", "A\x7F",
        "\xC3\x99", "\xE2\x80", "\xF0\x9F\x92\x8A", "A\xED"}) {
    CAPTURE(text);
    ClaimText const claim(professional_claim(described(text)));
    auto const found = claim.findings("ENV09");
    REQUIRE(found.size() == 1);
    CHECK(found[0].edits.empty());
    CHECK_FALSE(found[0].suggestion.empty());
  }
}

TEST_CASE("ENV09: what can be spelled out is, beside what cannot", "[ENV09]") {
  ClaimText const claim(professional_claim(described("CAF\xC3\x89\xC2\xAE 5 \xC2\xB5g")));
  auto const corrected = claim.corrected_by("ENV09");
  CHECK(corrected == professional_claim(described("CAF\xC3\x89 5 MCG")));
  auto const left = ClaimText(corrected).findings("ENV09");
  REQUIRE(left.size() == 1);
  CHECK(left[0].edits.empty());
  CHECK(left[0].suggestion ==
        "the text from character 4 on in plain letters, digits and punctuation");
}

TEST_CASE("ENV09: notes and 837I descriptions are read too, other elements are not", "[ENV09]") {
  ClaimText const note(professional_claim(described("DRUG 5MG IV"), "NTE*ADD*5 \xB5g A*B~"));
  REQUIRE(note.findings("ENV09").size() == 1);
  CHECK(note.findings("ENV09")[0].element == "NTE02");
  CHECK(note.corrected_by("ENV09") ==
        professional_claim(described("DRUG 5MG IV"), "NTE*ADD*5 MCG A*B~"));

  ClaimText const institutional(institutional_claim("SV2*0636*HC:J3490:::::DRUG\xAE 5MG*150*UN*1~"),
                                edi::Guide::institutional);
  REQUIRE(institutional.findings("ENV09").size() == 1);
  CHECK(institutional.findings("ENV09")[0].element == "SV202-7");

  ClaimText const elsewhere(
      professional_claim(described("DRUG 5MG IV"), "REF*6R*CAF\xE9~",
                         "LIN**N4*00409379501~CTP****1*ML~NM1*82*1*MU\xC3\x91OZ~"));
  CHECK(elsewhere.findings("ENV09").empty());
}

TEST_CASE("ENV09: every printable ASCII character is allowed", "[ENV09]") {
  std::string all;
  for (char c = ' '; c < 0x7F; ++c) {
    if (std::string_view("*:^~").find(c) == std::string_view::npos) all += c;
  }
  CHECK(ClaimText(professional_claim(described(all.substr(0, 80)))).findings("ENV09").empty());
  CHECK(ClaimText(professional_claim(described(all.substr(40)))).findings("ENV09").empty());
}

TEST_CASE("ENV09: a plain spelling that holds a delimiter is not written", "[ENV09]") {
  edi::Delimiters delimiters;
  delimiters.component = '-';
  CHECK(rules::in_plain_characters("5\x96 10\xAE", delimiters) == "5\x96 10");
  delimiters.component = '\'';
  CHECK(rules::in_plain_characters("X\x92S \x96", delimiters) == "X\x92S -");
}

TEST_CASE("ENV09: a correction never makes a text too long", "[ENV09]") {
  std::string const text = std::string(78, 'A') + "\xB5g";  // 80 characters; MCG would make it 81
  ClaimText const claim(professional_claim(described(text)));
  auto const found = claim.findings("ENV09");
  REQUIRE(found.size() == 1);
  CHECK(found[0].edits.empty());
}

TEST_CASE("ENV10: line ends of a file wrapped at 80 columns are taken out", "[ENV10]") {
  std::string const flat = professional_claim(
      "SV1*HC:J3490:::::KETOROLAC TROMETHAMINE 15MG IV*150*UN*1***1~",
      "NTE*ADD*GIVEN FOR PAIN AFTER THE PROCEDURE TODAY~", "LIN**N4*00409379501~CTP****1*ML~");
  for (std::string const line_end : {"\n", "\r\n", "\r"}) {
    for (std::size_t lead = 0; lead < 80; ++lead) {
      // The claim may begin anywhere in a line of the file.
      std::string const text =
          flat.substr(0, lead) + line_end + wrapped(flat.substr(lead), 80, line_end);
      CAPTURE(text);
      ClaimText const claim(text);
      if (claim.claim().drug_lines.empty()) continue;  // the service segment's own id is torn
      for (auto const &finding : claim.findings("ENV10")) {
        CHECK(finding.severity == Severity::warning);
        REQUIRE(finding.edits.size() == 1);
        CHECK(finding.edits[0].text.find_first_of("\r\n") == std::string::npos);
        CHECK(flat.find(finding.edits[0].text + "~") != std::string::npos);
      }
    }
  }
}

TEST_CASE("ENV10: names the element and keeps the rest", "[ENV10]") {
  ClaimText const claim(professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~", "",
                                           "LIN**N4*004093\r\n79501~CTP****1*ML~"));
  auto const found = claim.findings("ENV10");
  REQUIRE(found.size() == 1);
  CHECK(found[0].loop == "2410");
  CHECK(found[0].element == "LIN03");
  CHECK(found[0].before == "004093\r\n79501");
  CHECK(found[0].edits.empty());  // no line of 80 bytes shows that the file was wrapped
}

TEST_CASE("ENV10: line ends between segments are fine", "[ENV10]") {
  std::string text = professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~", "",
                                        "LIN**N4*00409379501~CTP****1*ML~");
  for (std::string const line_end : {"\n", "\r\n", "\n\n", " \n"}) {
    std::string broken;
    for (char const c : text) {
      broken += c;
      if (c == '~') broken += line_end;
    }
    CHECK(ClaimText(broken).findings("ENV10").empty());
  }
  CHECK(rules::find_rule("ENV10")->default_severity() == Severity::info);
}

TEST_CASE("ENV10: lines of other lengths are not unwrapped", "[ENV10]") {
  std::string const flat =
      professional_claim("SV1*HC:J3490:::::KETOROLAC TROMETHAMINE 15MG IV*150*UN*1***1~", "",
                         "LIN**N4*00409379501~CTP****1*ML~");
  for (std::size_t const width : {40, 72, 79, 81}) {
    ClaimText const claim(wrapped(flat, width, "\n"));
    for (auto const &finding : claim.findings("ENV10")) CHECK(finding.edits.empty());
  }
}
