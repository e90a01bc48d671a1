// SPDX-License-Identifier: Apache-2.0
// Corrected and flagged output: each claim once, under an envelope that is right.
#include <algorithm>
#include <set>
#include <string>

#include "property/inputs.hpp"
#include "property/run.hpp"
#include "property/x12.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::test;

namespace {

using Claims = std::multiset<RawClaim>;

Claims both(Claims a, Claims const &b) {
  a.insert(b.begin(), b.end());
  return a;
}

/// Those whose CLM01 is not in `named`.
Claims without(Claims claims, std::set<std::string> const &named) {
  std::erase_if(claims, [&](RawClaim const &claim) { return named.count(claim.first) != 0; });
  return claims;
}

Claims split_claims(Ran const &ran) {
  return both(claims_of(ran.file("corrected.edi")), claims_of(ran.file("flagged.edi")));
}

/// A set whose subscriber has `own` claims of this many bytes and then patients with claims, of
/// which some are flagged when NDC03 is not corrected.
std::string crowded_subscriber(std::size_t own, std::size_t padding) {
  std::string body =
      "BHT*0019*00*1*20260921*0914*CH~HL*1**20*1~NM1*85*2*EXAMPLE CLINIC*****XX*1234567893~"
      "HL*2*1*22*1~SBR*P********CI~NM1*PR*2*EXAMPLE PAYER*****PI*99999~";
  std::size_t segments = 1 + 6;
  auto const claim = [&](std::string const &id, bool flagged, std::size_t filler) {
    body += "CLM*" + id + "*85***11:B:1*Y*A*Y*Y~HI*ABK:M5416~";
    segments += 2;
    for (; filler > 0; --filler, ++segments) body += "K3*" + std::string(78, 'X') + "~";
    body += "LX*1~SV1*HC:J3490*85*UN*1***1~DTP*472*D8*20260914~NTE*ADD*EXAMPLINE 15MG IV~";
    body += flagged ? "LIN**N4*00409-3795-01~CTP****1*ML~" : "LIN**N4*00409379501~CTP****1*ML~";
    segments += 6;
  };
  for (std::size_t i = 0; i < own; ++i) claim("OWN" + std::to_string(i), i % 2 == 1, padding);
  for (std::size_t i = 0; i < 4; ++i) {
    body += "HL*" + std::to_string(i + 3) + "*2*23*0~PAT*19~";
    segments += 2;
    claim("PAT" + std::to_string(i), i >= 2, 0);
  }
  return "ISA*00*          *00*          *ZZ*EXAMPLESENDER  *ZZ*EXAMPLERECEIVER*260921*0914*^*"
         "00501*000000001*0*P*:~GS*HC*A*B*20260921*0914*1*X*005010X222A1~"
         "ST*837*0001*005010X222A1~" +
         body + "SE*" + std::to_string(segments + 1) + "*0001~GE*1*1~IEA*1*000000001~";
}

}  // namespace

TEST_CASE("corrected and flagged hold the claims of the annotated output, each once", "[split]") {
  for (auto const &settings : {usual_settings(), settings_without_corrections()}) {
    for (auto const &input : readable_inputs()) {
      INFO(input.name);
      auto const annotated = run(input.bytes, pipeline::Mode::annotate, settings);
      auto const split = run(input.bytes, pipeline::Mode::split, settings);
      REQUIRE(split.ok);
      CHECK(split_claims(split) == claims_of(annotated.file("annotated.edi")));
      CHECK(split.file("findings.csv") == annotated.file("findings.csv"));
      CHECK(split.file("lines.csv") == annotated.file("lines.csv"));
    }
  }
}

TEST_CASE("claims without findings go out byte for byte", "[split]") {
  for (auto const &input : readable_inputs()) {
    INFO(input.name);
    if (input.bytes.find("NOC837 ") != std::string::npos) continue;  // notes of an earlier run
    std::set<std::string> found;
    for (auto const &row : findings_of(input.bytes)) {
      auto const blank = row.claim.find_first_not_of(' ');
      auto const end = row.claim.find_last_not_of(' ');
      if (blank != std::string::npos) found.insert(row.claim.substr(blank, end - blank + 1));
    }
    auto const split = run(input.bytes, pipeline::Mode::split);
    REQUIRE(split.ok);
    CHECK(without(split_claims(split), found) == without(claims_of(input.bytes), found));
  }
}

TEST_CASE("flagged holds the flagged claims and corrected the rest", "[split]") {
  for (auto const &input : readable_inputs()) {
    INFO(input.name);
    auto const split = run(input.bytes, pipeline::Mode::split);
    REQUIRE(split.ok);
    CHECK(claims_of(split.file("flagged.edi")).size() == split.summary.claims_flagged);
    CHECK((split.files.count("flagged.edi") != 0) == (split.summary.claims_flagged != 0));
    bool const passed = split.summary.sets_passed != 0;
    bool const rest = split.summary.claims > split.summary.claims_flagged;
    CHECK((split.files.count("corrected.edi") != 0) == (rest || passed));
  }
}

TEST_CASE("outputs have right counts and levels where the input has", "[split]") {
  std::size_t sound = 0;
  for (auto const &settings :
       {usual_settings(), settings_without_corrections(), settings_with_all_corrections()}) {
    for (auto const &input : readable_inputs()) {
      INFO(input.name);
      auto const before = structure_faults(input.bytes);
      if (before.empty()) ++sound;
      auto const annotated = run(input.bytes, pipeline::Mode::annotate, settings);
      auto const split = run(input.bytes, pipeline::Mode::split, settings);
      for (auto const *out : {&annotated, &split}) {
        for (auto const *kind : {"annotated.edi", "corrected.edi", "flagged.edi"}) {
          if (out->file(kind).empty()) continue;
          for (auto const &[element, what] : structure_faults(out->file(kind))) {
            // Numbers of levels that do not hang together cannot be made to by leaving some out.
            bool const levels_unsound =
                element.rfind("HL", 0) == 0 &&
                std::any_of(before.begin(), before.end(),
                            [](auto const &f) { return f.first.rfind("HL", 0) == 0; });
            if (levels_unsound) continue;
            INFO(kind << " " << element << " " << what);
            CHECK(before.count(element) != 0);
          }
        }
      }
    }
  }
  CHECK(sound > 0);
}

TEST_CASE("corrected output processed again is corrected no more and stays the same", "[split]") {
  for (auto const &settings : {usual_settings(), settings_with_all_corrections()}) {
    for (auto const &input : readable_inputs()) {
      INFO(input.name);
      auto const first = run(input.bytes, pipeline::Mode::split, settings);
      REQUIRE(first.ok);
      if (first.files.count("corrected.edi") == 0) continue;
      auto const again = run(first.file("corrected.edi"), pipeline::Mode::split, settings);
      REQUIRE(again.ok);
      CHECK(again.corrections() == 0);
      CHECK(again.files.count("flagged.edi") == 0);
      CHECK(difference(first.file("corrected.edi"), again.file("corrected.edi")) == "");
    }
  }
}

TEST_CASE("flagged output processed again is flagged again and stays the same", "[split]") {
  for (auto const &settings : {usual_settings(), settings_without_corrections()}) {
    for (auto const &input : readable_inputs()) {
      INFO(input.name);
      auto const first = run(input.bytes, pipeline::Mode::split, settings);
      REQUIRE(first.ok);
      if (first.files.count("flagged.edi") == 0) continue;
      auto const again = run(first.file("flagged.edi"), pipeline::Mode::split, settings);
      REQUIRE(again.ok);
      CHECK(again.files.count("corrected.edi") == 0);
      CHECK(difference(first.file("flagged.edi"), again.file("flagged.edi")) == "");
    }
  }
}

TEST_CASE("a subscriber with claims of its own keeps its patients in both outputs", "[split]") {
  struct Row {
    std::size_t own;
    std::size_t padding;  // K3 segments of 82 bytes in each
  };
  // The last ones are more than an output holds back while it waits for the patients.
  for (auto const &[own, padding] :
       {Row{0, 0}, Row{1, 0}, Row{2, 1}, Row{3, 30'000}, Row{8, 30'000}}) {
    INFO(own << " claims of the subscriber with " << padding << " K3");
    auto const input = crowded_subscriber(own, padding);
    REQUIRE(structure_faults(input).empty());
    for (auto const &settings : {usual_settings(), settings_without_corrections()}) {
      auto const split = run(input, pipeline::Mode::split, settings);
      REQUIRE(split.ok);
      CHECK(claims_of(split.file("corrected.edi")).size() +
                claims_of(split.file("flagged.edi")).size() ==
            own + 4);
      for (auto const *kind : {"corrected.edi", "flagged.edi"}) {
        if (split.file(kind).empty()) continue;
        for (auto const &[element, what] : structure_faults(split.file(kind))) {
          FAIL_CHECK(kind << " " << element << " " << what);
        }
      }
    }
  }
}
