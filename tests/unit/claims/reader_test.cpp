// SPDX-License-Identifier: Apache-2.0
// The reader gives units that together are the input, whatever the window.
#include "claims/reader.hpp"

#include <string>
#include <vector>

#include "reading.hpp"
#include "support/catch.hpp"

using namespace noc837;
using claims::UnitKind;
using test::group;
using test::interchange;
using test::read_units;
using test::Reading;
using test::transaction_set;
using test::two_claims;

namespace {

edi::Delimiters const lines{'|', '>', '!', '\n'};

struct Input {
  std::string what;
  std::string text;
};

std::string passed_set(std::size_t size) {
  std::string body;
  while (body.size() < size) body += "LX*1~TOO*JP*12~NTE*ADD*HL CLM SE ST~CLM*X~HL*1~";
  return transaction_set(body, "0009", "005010X224A2");
}

std::vector<Input> const &inputs() {
  static std::vector<Input> const all = {
      {"one set", interchange(group(two_claims()))},
      {"CRLF", interchange(group(two_claims()), {}, "\r\n")},
      {"newline as terminator", interchange(group(two_claims()), lines)},
      {"indented", interchange(group(two_claims()), {}, "\n   ")},
      {"stray terminators", interchange(group(two_claims()), {}, "~\n~")},
      {"two groups, three sets", interchange(group(two_claims() + two_claims("0002")) +
                                             group(two_claims("0003"), "005010X222A1", "2"))},
      {"two interchanges", "\xEF\xBB\xBF" + interchange(group(two_claims())) + "\r\n\r\n" +
                               interchange(group(two_claims()), lines)},
      {"prose around", "To whom it may concern: ISA follows.\n" + interchange(group(two_claims())) +
                           "\nThat was it.\n" + interchange("", lines) + "Goodbye"},
      {"much prose between",
       interchange("") + std::string(700, 'x') + interchange("", lines) + std::string(900, '\n')},
      {"a passed set", interchange(group(passed_set(900) + two_claims() + passed_set(10)))},
      {"nothing but passed sets", interchange(group(passed_set(500), "004010X098A1"), {}, "\n")},
      {"no groups", interchange("")},
      {"an empty group", interchange(group(""))},
      {"a claim without levels", interchange(group(transaction_set(test::claim_text("A1"))))},
      {"a set of nothing", interchange(group("ST*837*1*005010X222A1~SE*2*1~"))},
  };
  return all;
}

/// Runs of gaps and of passed units as one: where they are cut depends on the window.
Reading together(Reading reading) {
  std::vector<test::Seen> units;
  for (auto &unit : reading.units) {
    bool const run = unit.kind == UnitKind::gap || unit.kind == UnitKind::passed;
    if (run && !units.empty() && units.back().kind == unit.kind) {
      units.back().bytes += unit.bytes;
      units.back().segments += unit.segments;
    } else {
      units.push_back(std::move(unit));
    }
  }
  reading.units = std::move(units);
  return reading;
}

}  // namespace

TEST_CASE("an input is read as its envelope, levels and claims", "[reader]") {
  auto const reading = read_units(inputs()[0].text);
  REQUIRE_FALSE(reading.error);
  CHECK(reading.kinds() ==
        "interchange group set level level claim claim set_end group_end interchange_end");
  CHECK(reading.notices.empty());
  struct Row {
    std::uint64_t ordinal;
    std::uint64_t segments;
  };
  // In the interchange: ISA 1, GS 2, ... ; in the set: ST 1, BHT 2, ...
  std::vector<Row> const rows = {{1, 1},  {2, 1},  {1, 2},  {3, 3},  {6, 4},
                                 {10, 3}, {13, 3}, {16, 1}, {19, 1}, {20, 1}};
  REQUIRE(reading.units.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    INFO(reading.units[i].bytes);
    CHECK(reading.units[i].ordinal == rows[i].ordinal);
    CHECK(reading.units[i].segments == rows[i].segments);
  }
  auto const &claim = reading.units[5];
  CHECK(claim.bytes == test::claim_text("A1"));
  CHECK(claim.guide == edi::Guide::professional);
  CHECK(claim.lines == 1);
  CHECK(claim.watched);
  CHECK_FALSE(claim.faulty_line);
  CHECK_FALSE(reading.units[6].watched);
}

TEST_CASE("units cover the input byte for byte, the same units for every window", "[reader]") {
  for (auto const &input : inputs()) {
    auto const whole = together(read_units(input.text));
    INFO(input.what);
    REQUIRE_FALSE(whole.error);
    REQUIRE(whole.joined() == input.text);
    CHECK(whole.bytes == input.text.size());
    std::uint64_t offset = 0;
    for (auto const &unit : whole.units) {
      CHECK(unit.offset == offset);
      CHECK_FALSE(unit.bytes.empty());
      offset += unit.bytes.size();
    }
    for (std::size_t window = 1; window <= 300; ++window) {
      test::Trickle trickle(input.text, 1 + window % 5);
      auto const reading = window % 2 == 0 ? read_units(input.text, {.block = window})
                                           : read_units(trickle, {.block = window});
      INFO("window of " << window);
      REQUIRE_FALSE(reading.error);
      auto const part = together(reading);
      REQUIRE(part.kinds() == whole.kinds());
      REQUIRE(part.units == whole.units);
      REQUIRE(part.notices == whole.notices);
      REQUIRE(part.bytes == whole.bytes);
    }
  }
}

TEST_CASE("what is near-legal is read and noticed once, with its place", "[reader]") {
  struct Row {
    std::string text;
    std::vector<std::pair<std::uint64_t, std::string>> notices;
  };
  auto const one = interchange(group(two_claims()));
  std::vector<Row> const rows = {
      {one + "\r\n \n  ", {}},
      {"\n\n" + one, {}},
      {"\xEF\xBB\xBF" + one, {{0, "a byte order mark stands before the interchange"}}},
      {"  prose\n" + one, {{2, "text stands outside the interchanges"}}},
      {one + "\n\x1A", {{one.size() + 1, "text stands outside the interchanges"}}},
      {"\n" + interchange(group(two_claims()), {}, "\n  "), {{1, "blanks stand between segments"}}},
      {interchange(group(two_claims()), {}, "~"),
       {{0, "segment terminators stand without a segment"},
        {interchange(group(two_claims()), {}, "~").size() - 1,
         "text stands outside the interchanges"}}},
      {one + "x" + one + "y" + one + "z",
       {{one.size(), "text stands outside the interchanges"},
        {2 * one.size() + 1, "text stands outside the interchanges"},
        {3 * one.size() + 2, "text stands outside the interchanges"}}},
  };
  for (auto const &row : rows) {
    auto const reading = read_units(row.text);
    INFO(row.text.substr(0, 40));
    REQUIRE_FALSE(reading.error);
    CHECK(reading.notices == row.notices);
  }
}

TEST_CASE("every interchange is read by its own delimiters", "[reader]") {
  std::string text;
  std::vector<edi::Delimiters> const delimiters = {{'*', ':', '^', '~'},
                                                   {'|', '>', '!', '\n'},
                                                   {'\x1D', '\x1F', '\x1E', '\x1C'},
                                                   {'~', '*', ':', '^'},
                                                   {'\xE9', '\xFF', '\x80', '\xA0'},
                                                   {'*', ':', '^', '\r'}};
  for (auto const &each : delimiters) {
    text += interchange(group(two_claims()), each, each.terminator == '\r' ? "\n" : "");
  }
  auto const reading = read_units(text);
  REQUIRE_FALSE(reading.error);
  std::size_t at = 0;
  std::size_t watched = 0;
  for (auto const &unit : reading.units) {
    if (unit.kind == UnitKind::gap) continue;  // the line end behind an IEA
    CHECK(unit.delimiters == delimiters[at]);
    if (unit.kind == UnitKind::interchange_end) ++at;
    if (unit.watched) ++watched;
  }
  CHECK(at == delimiters.size());
  CHECK(watched == delimiters.size());
}

TEST_CASE("a claim's lines without their guide's service segment are told", "[reader]") {
  struct Row {
    std::string lines;
    std::string guide;
    bool watched;
    bool faulty;
  };
  for (Row const &row : {
           Row{"LX*1~SV1*HC:J3490*1~", "005010X222A1", true, false},
           {"LX*1~SV2*0636*HC:J3490*1~", "005010X222A1", true, true},
           {"LX*1~SV2*0636*HC:J3490*1~", "005010X223A2", true, false},
           {"LX*1~SV1*HC:J3490*1~", "005010X223A2", true, true},
           {"LX*1~LX*2~SV1*HC:99213*1~", "005010X222A1", false, true},
           {"LX*1~", "005010X222A1", false, true},
           {"", "005010X222A1", false, false},
       }) {
    auto const reading =
        read_units(interchange(group(transaction_set("CLM*A*1~" + row.lines, "0001", row.guide))));
    INFO(row.lines << ' ' << row.guide);
    REQUIRE(reading.units.size() == 7);
    CHECK(reading.units[3].kind == UnitKind::claim);
    CHECK(reading.units[3].watched == row.watched);
    CHECK(reading.units[3].faulty_line == row.faulty);
  }
}

TEST_CASE("the guide is what ST03 says, or GS08 where ST03 is empty", "[reader]") {
  using edi::Guide;
  struct Row {
    char const *set;
    char const *st03;
    char const *gs08;
    Guide guide;
  };
  for (Row const &row : {
           Row{"837", "005010X222A1", "005010X222A1", Guide::professional},
           {"837", "005010X222", "", Guide::professional},
           {"837", "005010X222A2", "x", Guide::professional},
           {"837", "", "005010X222A1", Guide::professional},
           {"837", "  ", " 005010X223A2 ", Guide::institutional},
           {"837", "005010X223", "", Guide::institutional},
           {"837", "005010X223A1", "", Guide::institutional},
           {"837", "005010X223A3", "005010X222A1", Guide::institutional},
           {" 837 ", "005010X222A1", "", Guide::professional},
           {"837", "005010X224A2", "005010X222A1", Guide::other},
           {"837", "004010X098A1", "004010X098A1", Guide::other},
           {"837", "", "", Guide::other},
           {"837", "005010x222a1", "", Guide::other},
           {"835", "005010X222A1", "005010X222A1", Guide::other},
           {"", "005010X222A1", "", Guide::other},
       }) {
    INFO(row.set << ' ' << row.st03 << ' ' << row.gs08);
    CHECK(claims::guide_of(row.set, row.st03, row.gs08) == row.guide);
  }
}

TEST_CASE("a passed set larger than the window and every limit is copied through", "[reader]") {
  std::string const text = interchange(group(passed_set(20'000) + two_claims()));
  auto const reading = read_units(text, {.block = 512, .segment = 600, .unit = 1024});
  REQUIRE_FALSE(reading.error);
  CHECK(reading.joined() == text);
  CHECK(reading.units.size() > 20);
  auto const whole = together(reading);
  CHECK(whole.kinds() ==
        "interchange group set passed set_end set level level claim claim set_end group_end "
        "interchange_end");
  CHECK(whole.units[4].ordinal == whole.units[3].segments + 2);
  for (std::size_t i = 2; i < 5; ++i) CHECK(whole.units[i].guide == edi::Guide::other);
}
