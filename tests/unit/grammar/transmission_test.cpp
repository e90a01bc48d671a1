// SPDX-License-Identifier: Apache-2.0
// The fast pass: where units begin, what is in the claims, and where it stops.
#include "grammar/transmission.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;

namespace {

constexpr std::string_view names[] = {"gs", "st", "hl", "clm", "se", "ge", "iea"};

struct Pass {
  grammar::Scan scan;
  std::size_t end = 0;
  std::string marks;  // "clm@12/3 lines=2 sv1 watched"
};

grammar::Watch const &watch() {
  static grammar::Watch const codes = [] {
    grammar::Watch out;
    for (auto const *code : {"J3490", "j3590"}) out.add(code);
    return out;
  }();
  return codes;
}

Pass pass(std::string_view text, edi::Delimiters delimiters = {}) {
  Pass out;
  out.scan.delimiters = delimiters;
  // Its own allocation of exactly this size: the sanitizer sees any read past it.
  std::vector<char> const window(text.begin(), text.end());
  char const *const first = window.data();
  grammar::Scanner(watch()).scan(first, first + window.size(), out.scan);
  out.end = static_cast<std::size_t>(out.scan.end - first);
  for (auto const &mark : out.scan.marks) {
    if (!out.marks.empty()) out.marks += ", ";
    out.marks += names[static_cast<std::size_t>(mark.kind)];
    out.marks += "@" + std::to_string(mark.offset) + "/" + std::to_string(mark.segments);
    if (mark.lines != 0) out.marks += " lines=" + std::to_string(mark.lines);
    if (mark.sv1) out.marks += " sv1";
    if (mark.sv2) out.marks += " sv2";
    if (mark.watched) out.marks += " watched";
    if (mark.bare_line) out.marks += " bare";
    if (mark.awaiting) out.marks += " awaiting";
  }
  return out;
}

/// The flags of the one claim in this text.
std::string claim_flags(std::string const &lines, edi::Delimiters delimiters = {}) {
  std::string text = "CLM*1~" + lines + "SE*1~";
  for (char &c : text) {
    if (c == '~') c = delimiters.terminator;
    if (c == '*') c = delimiters.element;
    if (c == ':') c = delimiters.component;
  }
  auto const marks = pass(text, delimiters).marks;
  REQUIRE(marks.substr(0, 7) == "clm@0/0");
  auto const comma = marks.find(',');
  return comma == 7 ? "" : marks.substr(8, comma - 8);
}

constexpr std::string_view interchange =
    "GS*HC*S*R~\r\nST*837*0001~\r\nBHT*0019~\r\nHL*1**20*1~\r\nNM1*85*2*CLINIC~\r\n"
    "HL*2*1*22*0~\r\nCLM*A1*10~\r\nLX*1~\r\nSV1*HC:99213*10~\r\nLX*2~\r\nSV1*HC:J3490*10~\r\n"
    "CLM*A2*10~\r\nLX*1~\r\nSV1*HC:99213*10~\r\nSE*15*0001~\r\nGE*1*1~\r\nIEA*1*1~\r\n";

}  // namespace

TEST_CASE("the pass marks where units begin and counts segments and lines", "[scan]") {
  auto const whole = pass(interchange);
  CHECK(whole.marks ==
        "gs@0/0, st@12/1, hl@37/3, hl@68/5, clm@82/6 lines=2 sv1 watched, "
        "clm@144/11 lines=1 sv1, se@181/14, ge@194/15, iea@203/16");
  CHECK(whole.scan.segments == 17);
  CHECK(whole.scan.closed);
  CHECK_FALSE(whole.scan.indented);
  CHECK_FALSE(whole.scan.reopened);
  CHECK(whole.scan.strays == 0);
  CHECK(whole.end == interchange.size() - 2);  // what follows IEA is no longer the interchange
}

TEST_CASE("cut at any byte, the pass stops behind the last whole segment", "[scan]") {
  auto const whole = pass(interchange);
  for (std::size_t cut = 0; cut < interchange.size(); ++cut) {
    auto const text = interchange.substr(0, cut);
    auto const part = pass(text);
    INFO("cut at " << cut);
    auto const last = text.rfind('~');
    CHECK(part.end == (last == std::string_view::npos ? 0 : last + 1));
    CHECK(part.scan.segments ==
          static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '~')));
    CHECK(part.scan.closed == (part.scan.segments == whole.scan.segments));
    for (std::size_t i = 0; i < part.scan.marks.size(); ++i) {
      CHECK(part.scan.marks[i].offset == whole.scan.marks[i].offset);
      CHECK(part.scan.marks[i].kind == whole.scan.marks[i].kind);
      CHECK(part.scan.marks[i].segments == whole.scan.marks[i].segments);
    }
    auto const begun =
        std::count_if(whole.scan.marks.begin(), whole.scan.marks.end(), [&](auto const &mark) {
          return text.find('~', mark.offset) != std::string_view::npos && mark.offset < text.size();
        });
    CHECK(part.scan.marks.size() == static_cast<std::size_t>(begun));
  }
}

TEST_CASE("a claim is watched when a service line has a watched code", "[scan]") {
  struct Row {
    char const *lines;
    char const *flags;
  };
  for (Row const &row : {
           Row{"", ""},
           {"LX*1~SV1*HC:J3490*1~", "lines=1 sv1 watched"},
           {"LX*1~SV1*HC:j3490*1~", "lines=1 sv1 watched"},
           {"LX*1~sv1*hc:J3590*1~", "lines=1 sv1 watched"},
           {"lx*1~Sv1*HC:J3490*1~", "lines=1 sv1 watched"},
           {"LX*1~SV1*HC: J3490 *1~", "lines=1 sv1 watched"},
           {"LX*1~SV1*HC:J3490~", "lines=1 sv1 watched"},
           {"LX*1~SV1*ER:J3490:JW~", "lines=1 sv1 watched"},
           {"LX*1~SV1*:J3490~", "lines=1 sv1 watched"},
           {"LX*1~SV1*HC:00409379501*1~", "lines=1 sv1 watched"},  // an NDC for the code
           {"LX*1~SV2*0636*N4:0409-3795-01*1~", "lines=1 sv2 watched"},
           {"LX*1~SV1*HC:004093795*1~", "lines=1 sv1"},
           {"LX*1~SV2*0636*HC:J3490*1~", "lines=1 sv2 watched"},
           {"LX*1~SV2**HC:j3590*1~", "lines=1 sv2 watched"},
           {"LX*1~SV2*HC:J3490*HC:99213~", "lines=1 sv2"},
           {"LX*1~SV2*0636*HC:J3590~", "lines=1 sv2 watched"},
           {"LX*1~SV2*636*HC:J3490~", "lines=1 sv2 watched"},
           {"LX*1~SV2*063A*HC:J3490~", "lines=1 sv2 watched"},
           {"LX*1~SV2*06*6*HC:J3490~", "lines=1 sv2"},
           {"LX*1~SV2*0636*HC~J3490~", "lines=1 sv2"},
           {"LX*1~SV2*0636*HC*J3490~", "lines=1 sv2"},
           {"LX*1~SV2*0636*HX:J3490~", "lines=1 sv2 watched"},
           {"LX*1~SV1*HC:~J3490~", "lines=1 sv1"},
           {"LX*1~SV1*HC:J34901234J3490~", "lines=1 sv1 watched"},  // as long as an NDC
           {"LX*1~SV1*HC:J3490 \t ~", "lines=1 sv1 watched"},
           {"LX*1~SV1*HC:0J3490~", "lines=1 sv1"},
           {"LX*1~SV2*0636~", "lines=1 sv2"},
           {"LX*1~SV1*HC:J349~", "lines=1 sv1"},
           {"LX*1~SV1*HC:J34900~", "lines=1 sv1"},
           {"LX*1~SV1*HC:J 3490~", "lines=1 sv1"},
           {"LX*1~SV1*J3490~", "lines=1 sv1"},
           {"LX*1~SV1*HC::J3490~", "lines=1 sv1"},
           {"LX*1~SV1**HC:J3490~", "lines=1 sv1"},
           {"LX*1~SV1~", "lines=1 sv1"},
           {"LX*1~SV11*HC:J3490~", "lines=1 bare"},
           {"LX*1~SV3*AD:J3490~", "lines=1 bare"},
           {"LX*1~SVD*P*1*HC:J3490~", "lines=1 bare"},
           {"LX*1~NTE*ADD*SV1*HC:J3490~", "lines=1 bare"},
           {"LX*1~SV1*HC:99213~NTE*ADD*J3490~SVD*P*1*HC:J3490~", "lines=1 sv1"},
           {"LX*1~SV1*HC:99213~LX*2~SV2*0636*HC:J3490~", "lines=2 sv1 sv2 watched"},
           {"LX*1~LX*2~SV1*HC:99213~", "lines=2 sv1 bare"},
           {"LX*1~SV1*HC:99213~LX*2~", "lines=2 sv1 bare"},
           {"SV1*HC:J3490~", "sv1 watched"},
       }) {
    INFO(row.lines);
    CHECK(claim_flags(row.lines) == row.flags);
    CHECK(claim_flags(row.lines, {'|', '>', '\0', '\n'}) == row.flags);
    CHECK(claim_flags(row.lines, {'\x1D', '\x1F', '\x1E', '\x1C'}) == row.flags);
    CHECK(claim_flags(row.lines, {'\xE9', '\xFF', '\x80', '\xA0'}) == row.flags);
  }
}

TEST_CASE("ids that only begin like others mark nothing", "[scan]") {
  CHECK(pass("HLX*1~CLMX*1~STC*A~GSX~SEX~ISAX*~IE~CL1~H~S~~").marks.empty());
  CHECK(pass("hl*1~Clm*1~st~").marks == "hl@0/0, clm@5/1, st@11/2");
}

TEST_CASE("the level of an HL is read with it", "[scan]") {
  using grammar::Level;
  auto const found =
      pass("HL*1**20*1~HL*2*1*22*0~hl*3*2*23~HL*4** 20 ~HL*5*~HL*6**22~HL~HL*20~HL*7**220*22~");
  std::vector<Level> levels;
  for (auto const &mark : found.scan.marks) levels.push_back(mark.level);
  CHECK(levels == std::vector<Level>{Level::billing, Level::subscriber, Level::patient,
                                     Level::billing, Level::patient, Level::subscriber,
                                     Level::patient, Level::patient, Level::patient});
}

TEST_CASE("blanks before segments and terminators without one are noticed", "[scan]") {
  struct Row {
    char const *text;
    bool indented;
    std::uint32_t strays;
    char const *marks;
  };
  for (Row const &row : {
           Row{"ST*837~\nSE*1~", false, 0, "st@0/0, se@8/1"},
           {"ST*837~\r\n\r\nSE*1~", false, 0, "st@0/0, se@11/1"},
           {"ST*837~  SE*1~", true, 0, "st@0/0, se@9/1"},
           {"ST*837~\n\tSE*1~", true, 0, "st@0/0, se@9/1"},
           {"ST*837~~SE*1~", false, 1, "st@0/0, se@8/1"},
           {"~~ST*837~\n~\nSE*1~", false, 3, "st@2/0, se@12/1"},
           {"  ST*837~", true, 0, "st@2/0"},
           {"ST*837~\vSE*1~", false, 0, "st@0/0"},  // no blank: an unknown segment
       }) {
    auto const found = pass(row.text);
    INFO(row.text);
    CHECK(found.scan.indented == row.indented);
    CHECK(found.scan.strays == row.strays);
    CHECK(found.marks == row.marks);
  }
}

TEST_CASE("the pass stops behind IEA and before an ISA", "[scan]") {
  auto const closed = pass("GE*1~IEA*1~GS*HC~IEA*1~");
  CHECK(closed.end == 11);
  CHECK(closed.scan.closed);
  CHECK(closed.marks == "ge@0/0, iea@5/1");
  auto const followed = pass("IEA*1~\n  ~ ~");
  CHECK(followed.end == 6);
  CHECK_FALSE(followed.scan.indented);
  CHECK(followed.scan.strays == 0);
  auto const reopened = pass("GS*HC~ST*837~\nISA*00~GS*HC~");
  CHECK(reopened.scan.reopened);
  CHECK_FALSE(reopened.scan.closed);
  CHECK(reopened.scan.segments == 2);
  CHECK(reopened.marks == "gs@0/0, st@6/1");
  CHECK(reopened.end == 13);
  CHECK_FALSE(pass("GS*HC~ISA*00").scan.reopened);  // not whole yet
}

TEST_CASE("a pass forgets the pass before", "[scan]") {
  grammar::Scanner scanner(watch());
  grammar::Scan scan;
  std::string const first = " ~CLM*1~LX*1~IEA*1~";
  scanner.scan(first.data(), first.data() + first.size(), scan);
  CHECK(scan.closed);
  CHECK(scan.strays == 1);
  std::string const second = "HL*1~";
  scanner.scan(second.data(), second.data() + second.size(), scan);
  CHECK_FALSE(scan.closed);
  CHECK_FALSE(scan.indented);
  CHECK(scan.strays == 0);
  CHECK(scan.segments == 1);
  REQUIRE(scan.marks.size() == 1);
  CHECK(scan.marks[0].kind == grammar::MarkKind::hl);
}

TEST_CASE("the watch compares codes of up to eight characters", "[watch]") {
  grammar::Watch codes;
  CHECK(codes.empty());
  codes.add("123456789");
  codes.add("");
  codes.add("  ");
  CHECK(codes.empty());
  codes.add("c9399 ");
  codes.add("ABCDEFGH");
  CHECK_FALSE(codes.empty());
  CHECK(codes.has("C9399"));
  CHECK(codes.has(" c9399"));
  CHECK(codes.has("abcdefgh"));
  CHECK_FALSE(codes.has("ABCDEFG"));
  CHECK_FALSE(codes.has("ABCDEFGHI"));
  CHECK_FALSE(codes.has("XABCDEFGH"));
  CHECK_FALSE(codes.has("C939"));
  CHECK_FALSE(codes.has(""));
}
