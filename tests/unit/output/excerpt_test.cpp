// SPDX-License-Identifier: Apache-2.0
// Segments as they are shown: the element marked, long ones cut, people hidden.
#include "output/excerpt.hpp"

#include <string>

#include "grammar/segments.hpp"
#include "output/privacy.hpp"
#include "support/catch.hpp"

using namespace noc837;

namespace {

std::string marked(std::string_view segment, std::string_view element, std::size_t width = 80,
                   edi::Delimiters const &delimiters = {}) {
  auto const shown = output::excerpt(segment, element, delimiters, width);
  return shown ? shown->before + "<" + shown->marked + ">" + shown->after : "none";
}

std::string shown(std::string_view bytes, bool show) {
  edi::Segments segments;
  grammar::split_segments(bytes, {}, 0, 1, segments);
  output::Privacy privacy(show);
  std::string out;
  for (auto const &segment : segments) {
    privacy.enter(segment, {});
    out += privacy.shown(segment, {}) + "~";
  }
  for (std::size_t at = 0; at < segments.size(); ++at) {  // each by itself comes out the same
    output::Privacy alone(show);
    alone.enter(segments, at, {});
    CHECK(out.find(alone.shown(segments[at], {}) + "~") != std::string::npos);
  }
  return out;
}

}  // namespace

TEST_CASE("an excerpt marks the element, or the place where it is missing", "[excerpt]") {
  CHECK(marked("LIN**N4*0409-3795-01", "LIN03") == "LIN**N4*<0409-3795-01>");
  CHECK(marked("CTP****.5*cc", "CTP05-1") == "CTP****.5*<cc>");
  CHECK(marked("SV1*HC:J3490*85*UN*1", "SV101-7") == "SV1*HC:J3490<>*85*UN*1");
  CHECK(marked("LIN**N4", "LIN03") == "LIN**N4<>");
  CHECK(marked("LIN**N4*1", "LIN") == "<LIN**N4*1>");
  CHECK(marked("NTE*ADD*X", "LIN03") == "none");
  CHECK(marked("LIN||N4|1", "LIN03", 80, {'|', '>', '!', '\n'}) == "LIN||N4|<1>");
}

TEST_CASE("an excerpt of a long segment shows the surroundings of its element", "[excerpt]") {
  std::string const long_text(200, 'A');
  CHECK(marked("NTE*ADD*" + long_text, "NTE01", 20) == "NTE*<ADD>*AAAAAAAAAAAA...");
  CHECK(marked("NTE*" + long_text + "*END", "NTE02", 20) == "...AAAAAAAAAAAAAAAA*<END>");
  CHECK(marked("A*" + long_text + "*MID*" + long_text, "A02", 23) ==
        "...AAAAAAAAA*<MID>*AAAAAAAAA...");
  auto const whole = output::excerpt("NTE*ADD*" + long_text, "NTE02", {}, 20);
  REQUIRE(whole);
  CHECK(whole->marked == std::string(20, 'A') + "...");
}

TEST_CASE("an excerpt never steers a terminal nor cuts a character", "[excerpt]") {
  CHECK(marked("NTE*ADD*\x1b[31mRED\x07", "NTE02") == "NTE*ADD*<\\x1B[31mRED\\x07>");
  for (std::size_t width = 1; width < 30; ++width) {
    auto const cut = output::excerpt("NTE*ADD*µµµµµµµµµµ*µµµµµ*µµµµµ", "NTE03", {}, width);
    REQUIRE(cut);
    for (auto const *part : {&cut->before, &cut->marked, &cut->after}) {
      auto const text = part->starts_with("...") ? part->substr(3) : *part;
      INFO(width << ": " << text);
      CHECK((text.empty() || (static_cast<unsigned char>(text[0]) & 0xC0U) != 0x80U));
    }
  }
}

TEST_CASE("people are hidden, providers and payers are not", "[privacy]") {
  CHECK(shown("NM1*IL*1*EXAMPLE*ALMA*Q***MI*ZQ1~N3*12 STREET~N4*TOWN*OH*43215~DMG*D8*19610302*F~"
              "REF*SY*123456789~",
              false) ==
        "NM1*IL*1*HIDDEN*HIDDEN*HIDDEN***MI*HIDDEN~N3*HIDDEN~N4*HIDDEN*HIDDEN*HIDDEN~"
        "DMG*D8*HIDDEN*HIDDEN~REF*SY*HIDDEN~");
  CHECK(shown("NM1*QC*1*CHILD*CY~PER*IC*MOTHER*TE*5550100~", false) ==
        "NM1*QC*1*HIDDEN*HIDDEN~PER*IC*HIDDEN*HIDDEN*HIDDEN~");
  std::string const open =
      "NM1*85*2*CLINIC*****XX*1847392051~N3*400 ROAD~REF*EI*311~NM1*PR*2*AETNA*****PI*60054~"
      "N3*1 AVENUE~NM1*82*1*SPECIMEN*RUTH****XX*1293847566~LIN**N4*00409379501~";
  CHECK(shown(open, false) == open);
  // The claim behind the subscriber's loop is no longer the subscriber's.
  CHECK(shown("NM1*IL*1*A~CLM*1*2~REF*G1*AUTH~REF*EA*RECORD~", false) ==
        "NM1*IL*1*HIDDEN~CLM*1*2~REF*G1*AUTH~REF*EA*HIDDEN~");
  std::string const all = "NM1*IL*1*EXAMPLE*ALMA~DMG*D8*19610302~";
  CHECK(shown(all, true) == all);
}
