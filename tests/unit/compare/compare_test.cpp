// SPDX-License-Identifier: Apache-2.0
// Differences between files: found, paired, and bounded in reach.
#include "compare/compare.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "compare/difference_text.hpp"
#include "compare/edi_records.hpp"
#include "compare/text_records.hpp"
#include "io/source.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::compare;

namespace {

struct Found {
  std::string text;
  Counts counts;
};

Found between(Records &a, Records &b, std::size_t held = most_held) {
  Found found;
  auto const counts = compare::compare(
      a, b, [&](Difference const &d) { found.text += difference_text(d, false); }, held);
  REQUIRE(counts);
  found.counts = *counts;
  return found;
}

Found lines(std::string_view a, std::string_view b, std::size_t held = most_held) {
  auto const before = line_records(a);
  auto const after = line_records(b);
  return between(*before, *after, held);
}

std::string interchange(std::string_view segments, std::string const &newline = "") {
  std::string out =
      "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
      "*260915*1200*^*00501*000000001*0*T*:~" +
      newline + "GS*HC*A*B*20260915*1200*1*X*005010X222A1~" + newline +
      "ST*837*0001*005010X222A1~" + newline;
  for (char const c : segments) {
    out += c;
    if (c == '~') out += newline;
  }
  return out + "SE*9*0001~" + newline + "GE*1*1~" + newline + "IEA*1*000000001~" + newline;
}

Found edi(std::string const &a, std::string const &b, EdiOptions const &options = {}) {
  auto const first = io::memory_source(a);
  auto const second = io::memory_source(b);
  auto const before = edi_records(*first, "a", options);
  auto const after = edi_records(*second, "b", options);
  return between(*before, *after);
}

constexpr std::string_view claim =
    "HL*1**20*1~NM1*IL*1*EXAMPLE*ALMA****MI*ZQ1~CLM*C-1*85***11:B:1*Y*A*Y*Y~LX*1~"
    "SV1*HC:J3490*85*UN*1***1~LIN**N4*0409-3795-01~CTP****.5*cc~";

std::string with(std::string_view from, std::string_view to) {
  std::string out(claim);
  return out.replace(out.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("files that are the same have no differences", "[compare]") {
  CHECK(lines("a\nb\nc\n", "a\nb\nc\n").counts.all() == 0);
  CHECK(lines("", "").counts.all() == 0);
  CHECK(edi(interchange(claim), interchange(claim)).counts.all() == 0);
}

TEST_CASE("records that are in one file only are told, wherever they stand", "[compare]") {
  struct Row {
    std::string_view a, b;
    std::uint64_t changed, only_a, only_b;
  };
  std::vector<Row> const rows = {
      {"", "x\n", 0, 0, 1},
      {"x\n", "", 0, 1, 0},
      {"a\nb\nc\nd\n", "a\nb\nX\nc\nd\n", 0, 0, 1},
      {"a\nb\nX\nc\nd\n", "a\nb\nc\nd\n", 0, 1, 0},
      {"X\na\nb\nc\n", "a\nb\nc\n", 0, 1, 0},
      {"a\nb\nc\n", "a\nb\nc\nX\n", 0, 0, 1},
      {"a\nb\nc\nd\ne\n", "a\nX\nc\nd\ne\n", 1, 0, 0},
      {"a\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nX\nc\nY\nZ\nd\ne\nf\nh\ni\n", 1, 1, 2},
      {"a\nb\n", "c\nd\n", 2, 0, 0},
  };
  for (auto const &row : rows) {
    INFO(row.a << " against " << row.b);
    auto const counts = lines(row.a, row.b).counts;
    CHECK(counts.changed == row.changed);
    CHECK(counts.only_before == row.only_a);
    CHECK(counts.only_after == row.only_b);
  }
}

TEST_CASE("a long stretch in one file is passed over and the files meet again behind it",
          "[compare]") {
  std::string a;
  std::string b;
  for (int i = 0; i < 5000; ++i) {
    a += std::to_string(i) + "\n";
    if (i < 700 || i >= 3900) b += std::to_string(i) + "\n";
  }
  auto const counts = lines(a, b).counts;
  CHECK(counts.only_before == 3200);
  CHECK(counts.changed == 0);
  CHECK(counts.only_after == 0);
}

TEST_CASE("however little is held, every difference is told and the work ends", "[compare]") {
  std::string a;
  std::string b;
  for (int i = 0; i < 300; ++i) {
    a += std::to_string(i) + "\n";
    b += std::to_string(i % 50 == 7 ? -i : i) + "\n";
    if (i == 100) b += "x\ny\nz\nu\nv\nw\n";
  }
  for (std::size_t held = 1; held < 40; held += 3) {
    INFO(held);
    auto const counts = lines(a, b, held).counts;
    CHECK(counts.all() >= 12);
    CHECK(counts.only_after == counts.only_before + 6);
  }
  CHECK(lines(a, b).counts.changed == 6);
}

TEST_CASE("of a changed segment the elements and components are named", "[compare]") {
  auto const found = edi(interchange(claim), interchange(with("0409-3795-01", "00409379501")));
  CHECK(found.text == "~ claim C-1 line 1: LIN (7)\n    LIN03    0409-3795-01 -> 00409379501\n");
  CHECK(edi(interchange(claim), interchange(with("11:B:1", "11:B:7"))).text ==
        "~ claim C-1: CLM (4)\n    CLM05-3  1 -> 7\n");
  CHECK(edi(interchange(claim), interchange(with("HC:J3490*", "HC:J3490:JW*"))).text ==
        "~ claim C-1 line 1: SV1 (6)\n    SV101-3  (nothing) -> JW\n");
}

TEST_CASE("an added segment is told with where it stands", "[compare]") {
  auto const found = edi(interchange(claim), interchange(with("LIN**", "NTE*ADD*X~LIN**")));
  CHECK(found.text == "+ claim C-1 line 1: NTE (7)\n    NTE*ADD*X\n");
}

TEST_CASE("names and ids of people are told only where that is asked for", "[compare]") {
  auto const other = interchange(with("ALMA", "ANNA"));
  CHECK(edi(interchange(claim), other).text == "~ NM1 (3)\n    NM104    HIDDEN -> HIDDEN\n");
  EdiOptions options;
  options.show_phi = true;
  CHECK(edi(interchange(claim), other, options).text == "~ NM1 (3)\n    NM104    ALMA -> ANNA\n");
}

TEST_CASE("delimiters and line ends are differences once an interchange, or none", "[compare]") {
  auto const plain = interchange(claim);
  auto const wrapped = interchange(claim, "\r\n");
  CHECK(edi(plain, wrapped).text == "~ ISA (1)\n    line end none -> \\x0D\\x0A\n");
  EdiOptions lenient;
  lenient.ignore_line_ends = true;
  CHECK(edi(plain, wrapped, lenient).counts.all() == 0);

  auto piped = plain;
  for (char &c : piped) {
    if (c == '*') c = '|';
    if (c == ':') c = '>';
    if (c == '^') c = '!';
    if (c == '~') c = '\'';
  }
  CHECK(edi(plain, piped).counts.changed == 1);
  CHECK(edi(plain, piped).text.find("ISA16    : -> >") != std::string::npos);
  lenient.ignore_delimiters = true;
  CHECK(edi(plain, piped, lenient).counts.all() == 0);
}

TEST_CASE("a file that cannot be read ends the comparison with its name", "[compare]") {
  auto const whole = interchange(claim);
  auto const cut = whole.substr(0, whole.size() / 2);
  auto const first = io::memory_source(whole);
  auto const second = io::memory_source(cut);
  auto const before = edi_records(*first, "whole.edi", {});
  auto const after = edi_records(*second, "cut.edi", {});
  auto const counts = compare::compare(*before, *after, [](Difference const &) {});
  REQUIRE(!counts);
  CHECK(counts.error().file == "cut.edi");
}

TEST_CASE("tables are compared by column and JSON by path", "[compare]") {
  auto const a = csv_records("rule,before\nNDC03,\"x,1\"\nNDC04,y\n");
  auto const b = csv_records("rule,before\nNDC03,\"x,2\"\nNDC04,y\n");
  CHECK(between(*a, *b).text == "~ row (1)\n    before   x,1 -> x,2\n");
  auto const c = json_records(R"({"claims":{"total":3},"bytes":7})");
  auto const d = json_records(R"({"claims":{"total":4},"bytes":7,"more":true})");
  CHECK(between(*c, *d).text == "~ /claims/total\n    value    3 -> 4\n+ /more\n    /more: true\n");
}
