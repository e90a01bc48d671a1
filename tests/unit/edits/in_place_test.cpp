// SPDX-License-Identifier: Apache-2.0
// The output with every claim in its place is the input where nothing was changed.
#include "edits/in_place.hpp"

#include <string>

#include "splitting.hpp"
#include "support/catch.hpp"

using namespace noc837;
using edits::Recount;
using test::group;
using test::interchange;
using test::transaction_set;

namespace {

/// `text` written in place; the claims that `review` gives one for are changed.
std::string in_place(
    std::string_view text, edits::Recounts recounts = {},
    std::function<edits::Review const *(claims::Unit const &)> const &review = nullptr) {
  std::string out;
  io::StringSink sink(out);
  edits::InPlaceOutput output([&]() -> Result<io::Sink *> { return &sink; }, recounts);
  test::each_unit(text, [&](claims::Unit const &unit, claims::Hierarchy &) {
    bool const claim = review != nullptr && unit.kind == claims::UnitKind::claim;
    REQUIRE(output.unit(unit, claim ? review(unit) : nullptr));
  });
  CHECK(output.written().bytes == out.size());
  return out;
}

std::string claim(std::string const &id) {
  return "CLM*" + id + "*10~LX*1~SV1*HC:J3490*10~";
}

std::string sample() {
  return interchange(group(transaction_set("HL*1**20*1~HL*2*1*22*0~" + claim("A") + claim("B")) +
                           transaction_set("LX*1~CLM*P*1~", "0002", "005010X224A2")) +
                     group(transaction_set(claim("C"), "0003"), "005010X222A1", "2"));
}

/// A review that adds or takes out segments; what they say does not matter here.
edits::Review changed(std::uint64_t inserted, std::uint64_t removed) {
  edits::Review review;
  review.changed = true;
  review.inserted.segments = inserted;
  review.removed.segments = removed;
  edi::Segment segment;
  segment.text = "CLM*X*10";
  segment.tail = "~\n";
  review.segments.push_back(segment);
  segment.text = "NTE*ADD*NEW";
  review.segments.push_back(segment);
  return review;
}

}  // namespace

TEST_CASE("without changes the output is the input, byte for byte", "[in_place]") {
  edi::Delimiters const odd{'|', '>', '!', '\n'};
  for (std::string const &text :
       {sample(), "\xEF\xBB\xBF prose \n" + sample() + "\r\n" + sample() + "tail",
        test::in_delimiters(sample(), {}, "\r\n"), test::in_delimiters(sample(), {}, " ~~ \n"),
        test::in_delimiters(sample(), odd), interchange("")}) {
    CHECK(in_place(text) == text);
    edits::Review untouched;
    CHECK(in_place(text, {}, [&](claims::Unit const &) { return &untouched; }) == text);
  }
}

TEST_CASE("counts that are wrong stay so unless they are to be counted", "[in_place]") {
  std::string text = sample();
  for (auto const &[from, to] : {std::pair{"SE*11*0001", "SE*12*0001"},
                                 {"GE*2*1", "GE*007*1"},
                                 {"SE*5*0002", "SE*9*0002"},
                                 {"IEA*2", "IEA*X"}}) {
    auto const at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, std::string(from).size(), to);
  }
  CHECK(in_place(text) == text);
  auto const counted = in_place(text, {Recount::count, Recount::count});
  CHECK(counted.find("SE*11*0001") != std::string::npos);
  CHECK(counted.find("SE*9*0002") != std::string::npos);  // a passed set is not touched
  CHECK(counted.find("GE*002*1") != std::string::npos);
  CHECK(counted.find("IEA*2") != std::string::npos);
}

TEST_CASE("a changed claim is written anew and its set's SE follows", "[in_place]") {
  struct Row {
    std::uint64_t inserted;
    std::uint64_t removed;
    char const *se;
  };
  for (Row const &row : {Row{3, 0, "SE*14*0001"}, {0, 2, "SE*9*0001"}, {1, 1, "SE*11*0001"}}) {
    auto const review = changed(row.inserted, row.removed);
    std::string const out = in_place(sample(), {}, [&](claims::Unit const &unit) {
      return test::claim_id(unit) == "A" ? &review : nullptr;
    });
    std::string expected = sample();
    expected.replace(expected.find(claim("A")), claim("A").size(), "CLM*X*10~\nNTE*ADD*NEW~\n");
    expected.replace(expected.find("SE*11*0001"), 10, row.se);
    CHECK(out == expected);
  }
}

TEST_CASE("segments are written in runs, untouched ones in one piece", "[in_place]") {
  std::string const bytes = "CLM*A~\nLX*1~\nSV1*B~\n";
  edi::Segments segments;
  for (auto const &[text, tail] : {std::pair{0U, 5U}, {7U, 11U}, {13U, 18U}}) {
    edi::Segment segment;
    segment.text = std::string_view(bytes).substr(text, tail - text);
    segment.tail = std::string_view(bytes).substr(tail, 2);
    segments.push_back(segment);
  }
  std::vector<std::string> runs;
  auto const note = [&](std::string_view run) -> Result<void> {
    runs.emplace_back(run);
    return {};
  };
  REQUIRE(edits::write_segments(segments, note));
  CHECK(runs == std::vector<std::string>{bytes});
  runs.clear();
  segments[1].text = "LX*2";
  REQUIRE(edits::write_segments(segments, note));
  CHECK(runs == std::vector<std::string>{"CLM*A~\n", "LX*2", "~\nSV1*B~\n"});
  runs.clear();
  REQUIRE(edits::write_segments({}, note));
  CHECK(runs.empty());
  CHECK_FALSE(edits::write_segments(
      segments, [](std::string_view) { return fail(Fault::output, "disk full"); }));
}
