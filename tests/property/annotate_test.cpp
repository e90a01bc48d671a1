// SPDX-License-Identifier: Apache-2.0
// Annotated output: the input, but for what findings made of it.
#include <string>

#include "property/inputs.hpp"
#include "property/run.hpp"
#include "property/x12.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::test;

namespace {

/// `bytes` without the note segments that the program leaves.
std::string without_our_notes(std::string_view bytes) {
  std::string out;
  std::size_t done = 0;
  for (auto const &interchange : interchanges_of(bytes)) {
    char const separator = interchange.delimiters.element;
    out.append(bytes.substr(done, interchange.begin - done));
    for (auto const &segment : segments_of(bytes, interchange)) {
      bool const ours = element_of(segment.text, 0, separator) == "NTE" &&
                        element_of(segment.text, 1, separator) == "TPO" &&
                        element_of(segment.text, 2, separator).starts_with("NOC837 ");
      if (!ours) out.append(segment.whole);
    }
    done = interchange.end;
  }
  return out.append(bytes.substr(done));
}

bool has_our_notes(std::string_view bytes) {
  return without_our_notes(bytes) != bytes;
}

}  // namespace

TEST_CASE("annotated output is the input where nothing was corrected or flagged", "[annotate]") {
  std::size_t tried = 0;
  for (auto const &input : all_inputs()) {
    INFO(input.name);
    auto const ran = run(input.bytes, pipeline::Mode::annotate);
    if (!ran.ok || ran.corrections() + ran.summary.claims_flagged != 0) continue;
    if (has_our_notes(input.bytes)) continue;
    ++tried;
    CHECK(difference(input.bytes, ran.file("annotated.edi")) == "");
  }
  CHECK(tried > 0);
}

TEST_CASE("without corrections, annotated output is the input but for our notes", "[annotate]") {
  auto const settings = settings_without_corrections();
  for (auto const &input : readable_inputs()) {
    INFO(input.name);
    if (has_our_notes(input.bytes)) continue;
    auto const ran = run(input.bytes, pipeline::Mode::annotate, settings);
    REQUIRE(ran.ok);
    CHECK(ran.corrections() == 0);
    auto const &annotated = ran.file("annotated.edi");
    if (ran.summary.claims_flagged == 0) {
      CHECK(difference(input.bytes, annotated) == "");
      continue;
    }
    CHECK(claims_of(input.bytes) == claims_of(without_our_notes(annotated)));
  }
}

TEST_CASE("annotating changes no more than claims and counts", "[annotate]") {
  // Everything outside claims and trailers stays, byte for byte.
  auto const frame = [](std::string_view bytes) {
    std::string out;
    for (auto const &interchange : interchanges_of(bytes)) {
      char const separator = interchange.delimiters.element;
      bool in_claim = false;
      for (auto const &segment : segments_of(bytes, interchange)) {
        auto const id = element_of(segment.text, 0, separator);
        if (id == "CLM") in_claim = true;
        if (id == "HL" || id == "SE") in_claim = false;
        bool const trailer = id == "SE" || id == "GE" || id == "IEA";
        if (!in_claim && !trailer) out.append(segment.whole);
      }
    }
    return out;
  };
  for (auto const &input : readable_inputs()) {
    INFO(input.name);
    auto const ran = run(input.bytes, pipeline::Mode::annotate, settings_with_all_corrections());
    REQUIRE(ran.ok);
    CHECK(difference(frame(input.bytes), frame(ran.file("annotated.edi"))) == "");
  }
}

TEST_CASE("an annotated file annotated again is the same", "[annotate]") {
  for (auto const &settings : {usual_settings(), settings_with_all_corrections()}) {
    for (auto const &input : readable_inputs()) {
      INFO(input.name);
      auto const first = run(input.bytes, pipeline::Mode::annotate, settings);
      REQUIRE(first.ok);
      auto const again = run(first.file("annotated.edi"), pipeline::Mode::annotate, settings);
      REQUIRE(again.ok);
      CHECK(again.corrections() == 0);
      CHECK(again.summary.claims_flagged == first.summary.claims_flagged);
      CHECK(difference(first.file("annotated.edi"), again.file("annotated.edi")) == "");
    }
  }
}
