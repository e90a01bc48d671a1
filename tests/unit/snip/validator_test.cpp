// SPDX-License-Identifier: Apache-2.0
// Levels 1 to 3 on claims and levels.
#include "snip/validator.hpp"

#include "unit/snip/validating.hpp"

using namespace noc837;
using namespace noc837::test;
using claims::UnitKind;
using snip::Level;

TEST_CASE("a sound claim has no issue", "[snip]") {
  CHECK(in_claim(sound_claim) == Found{});
  CHECK(in_claim(sound_institutional_claim, Level::balance, edi::Guide::institutional) == Found{});
}

TEST_CASE("blank lines, CR LF and stray terminators between segments are no faults", "[snip]") {
  std::string text;
  for (char const c : sound_claim) {
    text += c;
    if (c == '~') text += "\r\n ";
  }
  CHECK(in_claim(text) == Found{});
}

TEST_CASE("each fault of a segment is found where it is", "[snip]") {
  struct Row {
    char const *from;
    char const *to;
    Found found;
  };
  Row const rows[] = {
      // level 1
      {"SAMPLE", "SAMPL\xC9", {"SNP101 2310B NM103"}},
      {"SAMPLE", "   ", {"SNP101 2310B NM103"}},
      {"SAMPLE", "SAM\nPLE", {"SNP101 2310B NM103"}},
      {"*85*", "*$85*", {"SNP102 2400 SV102"}},
      {"LX*1~", "LX*A~", {"SNP102 2400 LX01"}},
      {"207Q00000X", "", {"SNP203 2310B PRV03"}},
      {"1234567893", "1", {"SNP103 2310B NM109"}},
      {"N4*00409379501", "N45*00409379501", {"SNP104 2410 LIN02"}},
      {"20260914", "20260931", {"SNP105 2400 DTP03"}},
      {"REF*D9*T1", "REF*D9*T1***X", {"SNP107 2300 REF05"}},
      {"REF*D9*T1", "REF*D9*T1:T2", {"SNP108 2300 REF02-2"}},
      {"HC:99213", "HC:99213:::::A::B", {"SNP108 2400 SV101-9"}},
      {"REF*D9*T1", "REF*D9*T1^T2", {"SNP109 2300 REF02"}},
      {"PAT****XX*1234567893", "PAT****XX", {"SNP110 2310B NM109"}},
      {"*UN*1***1~DTP", "*UN*1***1*~DTP", {"SNP112 2400 SV108"}},
      {"ABK:M545~", "ABK:M545:~", {"SNP112 2300 HI01"}},
      {"PRV*PE", "ZZZ*1~PRV*PE", {"SNP113 2310B ZZZ"}},
      // level 2
      {"HI*ABK:M545~", "", {"SNP201 2300 HI"}},
      {"SV1*HC:99213*85*UN*1***1~", "", {"SNP201 2400 SV1", "SNP301 2300 CLM02"}},
      {"CTP****.5*ML~", "", {"SNP201 2410 CTP"}},
      {"LX*2~", "", {"SNP208 2400 SV1", "SNP208 2400 DTP"}},
      {"*85*UN", "**UN", {"SNP203 2400 SV102"}},
      {"HC:99213", "HC", {"SNP203 2400 SV101-2"}},
      {"ABK:M545", "ABK", {"SNP203 2300 HI01-2"}},
      {"CLM*A1*110***", "CLM*A1*110*1**", {"SNP204 2300 CLM03"}},
      {"99213", "99213::::::X", {"SNP204 2400 SV101-8"}},
      {"*85*UN", "*85*EA", {"SNP205 2400 SV103"}},
      {"HC:99213", "XX:99213", {"SNP205 2400 SV101-1"}},
      {"REF*D9*T1~", "REF*D9*T1~REF*D9*T2~", {"SNP206 2300 REF"}},
      {"NM1*82", "NM1*82*1*A*B****XX*1234567893~NM1*82", {"SNP207 2310B NM1"}},
      {"LX*1~", "REF*EA*1~LX*1~", {"SNP208 2300 REF"}},
      {"PRV*PE", "SVD*1~PRV*PE", {"SNP209 2310B SVD"}},
      {"LX*2~", "LX*4~", {"SNP214 2400 LX01"}},
      // level 3
      {"CLM*A1*110", "CLM*A1*109.99", {"SNP301 2300 CLM02"}},
  };
  for (auto const &row : rows) {
    INFO(row.from << " -> " << row.to);
    CHECK(in_claim(with(sound_claim, row.from, row.to)) == row.found);
  }
}

TEST_CASE("higher levels than asked for are silent", "[snip]") {
  auto const text = with(with(sound_claim, "*85*UN", "*$5*EA"), "CLM*A1*110", "CLM*A1*9");
  CHECK(in_claim(text, Level::off) == Found{});
  CHECK(in_claim(text, Level::syntax) == Found{"SNP102 2400 SV102"});
  CHECK(in_claim(text, Level::guide) == Found{"SNP102 2400 SV102", "SNP205 2400 SV103"});
}

TEST_CASE("an issue is placed as a 999 places it", "[snip]") {
  auto const text = with(sound_claim, "LIN**N4*00409379501", "LIN**N4*");
  auto const issues = issues_of(UnitKind::claim, text);
  REQUIRE(issues.size() == 1);
  auto const &issue = issues[0];
  CHECK(issue.check->id == "SNP203");
  CHECK(issue.segment_id == "LIN");
  CHECK(issue.segment == 10 + 12);
  CHECK(issue.loop == "2410");
  CHECK(issue.segment_code == "8");
  CHECK(issue.element_code == "1");
  CHECK(issue.position == snip::Position{3, 0, 0});
  CHECK(issue.data_element == "234");
  CHECK(issue.line == "2");
  CHECK(issue.offset == 1000 + text.find("LIN"));
}

TEST_CASE("values that tell who a person is stay out of issues", "[snip]") {
  auto const name = issues_of(UnitKind::claim, with(sound_claim, "SAMPLE", "SAMPL\xC9"));
  REQUIRE(name.size() == 1);
  CHECK(name[0].value.empty());
  auto const code = issues_of(UnitKind::claim, with(sound_claim, "*85*UN", "*85*EA"));
  REQUIRE(code.size() == 1);
  CHECK(code[0].value == "EA");
  CHECK(code[0].suggestion == "MJ, UN");
}

TEST_CASE("a loop without its first segment is entered all the same", "[snip]") {
  auto const text = with(sound_claim, "NM1*82*1*SAMPLE*PAT****XX*1234567893~", "");
  CHECK(in_claim(text) == Found{"SNP201 2310B NM1"});
}

TEST_CASE("behind a name of no known kind nothing is guessed", "[snip]") {
  auto const text = with(sound_claim, "NM1*82", "NM1*ZZ");
  CHECK(in_claim(text) == Found{"SNP205 2310A NM101"});
}

TEST_CASE("two uses of a segment that later elements tell apart", "[snip]") {
  auto const attached = with(sound_claim, "DTP*472", "PWK*CT*AB~DTP*472");
  CHECK(in_claim(attached) == Found{});
  CHECK(in_claim(with(attached, "PWK*CT*AB~", "PWK*CT*AB~PWK*CT*AB~")) == Found{"SNP206 2400 PWK"});
}

TEST_CASE("what another payer decided must add up", "[snip]") {
  std::string const other =
      "SBR*S*18*******CI~AMT*D*70~OI***Y***Y~NM1*IL*1*SAMPLE*PAT****MI*M1~"
      "NM1*PR*2*OTHER*****PI*P1~";
  auto claim = with(sound_claim, "LX*1~", other + "LX*1~");
  claim =
      with(claim, "REF*6R*1~", "REF*6R*1~SVD*P1*60*HC:99213**1~CAS*CO*45*25~DTP*573*D8*20260914~");
  claim += "SVD*P1*10*HC:J3490**1~CAS*PR*1*10**2*5~DTP*573*D8*20260914~";
  CHECK(in_claim(claim) == Found{});
  CHECK(in_claim(with(claim, "CAS*CO*45*25", "CAS*CO*45*20")) == Found{"SNP302 2430 SVD02"});
  CHECK(in_claim(with(claim, "AMT*D*70", "AMT*D*71")) == Found{"SNP303 2320 AMT02"});
  CHECK(in_claim(with(with(claim, "AMT*D*70", "CAS*CO*45*4~AMT*D*66"), "OI", "OI")) == Found{});
  auto const whole =
      with(sound_claim, "LX*1~", with(other, "AMT*D*70", "CAS*CO*45*40~AMT*D*70") + "LX*1~");
  CHECK(in_claim(whole) == Found{});
  CHECK(in_claim(with(whole, "AMT*D*70", "AMT*D*60")) == Found{"SNP304 2320 AMT02"});
}

TEST_CASE("levels, header and envelope are validated as units of their own", "[snip]") {
  std::string const subscriber =
      "HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*SAMPLE*PAT****MI*M1~DMG*D8*19700101*F~"
      "NM1*PR*2*PAYER*****PI*12345~";
  auto const level = [](std::string_view text) { return brief(issues_of(UnitKind::level, text)); };
  CHECK(level(subscriber) == Found{});
  CHECK(level(with(subscriber, "NM1*PR*2*PAYER*****PI*12345~", "")) == Found{"SNP202 2010BB NM1"});
  CHECK(level(with(subscriber, "SBR*P", "SBR*X")) == Found{"SNP205 2000B SBR01"});
  CHECK(level(with(subscriber, "19700101", "19700231")) == Found{"SNP105 2010BA DMG02"});

  auto const set = [](std::string_view text) { return brief(issues_of(UnitKind::set, text)); };
  std::string const header =
      "ST*837*0001*005010X222A1~BHT*0019*00*1*20260914*1530*CH~NM1*41*2*SENDER*****46*12345~"
      "PER*IC*DESK*TE*5555550100~NM1*40*2*RECEIVER*****46*12345~";
  CHECK(set(header) == Found{});
  CHECK(set(with(header, "PER*IC*DESK*TE*5555550100~", "")) == Found{"SNP201 1000A PER"});
  CHECK(set(with(header, "1530", "2530")) == Found{"SNP106 ST BHT05"});

  CHECK(brief(issues_of(UnitKind::set_end, "SE*A*0001~")) == Found{"SNP102 SE SE01"});
  std::string const isa =
      "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260914*1530*^*00501*"
      "000000001*0*T*:~";
  CHECK(brief(issues_of(UnitKind::interchange, isa)) == Found{});
  CHECK(brief(issues_of(UnitKind::interchange, with(isa, "*0*T*", "*0*X*"))) ==
        Found{"SNP205 ISA ISA15"});
  std::string const gs = "GS*HC*SENDER*RECEIVER*20260914*1530*1*X*005010X222A1~";
  CHECK(brief(issues_of(UnitKind::group, gs)) == Found{});
  CHECK(brief(issues_of(UnitKind::group, with(gs, "GS*HC", "GS*XX"))) == Found{"SNP205 GS GS01"});
}

TEST_CASE("a validator finds the same whatever it has seen before", "[snip]") {
  // SBR begins a loop of a claim and is a segment of a level: behind the first segment of either.
  std::string const level =
      "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*SAMPLE*PAT****MI*M1~N3*1 MAIN ST~"
      "N4*SPRINGFIELD*IL*62701~DMG*D8*19700101*F~NM1*PR*2*PAYER*****PI*12345~";
  auto const sbr = with(sound_claim, "REF*D9*T1~HI*ABK:M545~", "SBR*P*18*******CI~OI***Y***Y~");
  auto const twice = with(sound_claim, "REF*6R*1~", "REF*6R*1~REF*6R*2~REF*6R*3~");
  snip::Validator validator({Level::guide});
  auto const after_all = [&](UnitKind kind, std::string const &text) {
    snip::Issues issues;
    validator.check(unit_of(kind, text, edi::Guide::professional), issues);
    return brief(issues);
  };
  for (int round = 0; round < 3; ++round) {
    CHECK(after_all(UnitKind::level, level) == Found{});
    CHECK(after_all(UnitKind::claim, std::string(sound_claim)) == Found{});
    CHECK(after_all(UnitKind::claim, sbr) == in_claim(sbr, Level::guide));
    CHECK(after_all(UnitKind::claim, twice) == in_claim(twice, Level::guide));
  }
}

TEST_CASE("sets of other guides are left alone", "[snip]") {
  CHECK(in_claim("CLM*~ZZ~", Level::balance, edi::Guide::other) == Found{});
}

TEST_CASE("whole sets: a 999 of ours and one that is not sound", "[snip]") {
  std::string const text =
      "ST*999*0001*005010X231A1~AK1*HC*17456*005010X222A1~AK2*837*0001*005010X222A1~"
      "IK3*LIN*33*2410*8~CTX*CLM01:CLMNO12345~IK4*3*234*I12*0409379501~IK5*E*I5~AK9*E*1*1*1~"
      "SE*9*0001~";
  auto const check = [](std::string_view set) {
    snip::Issues issues;
    snip::check_set(grammar::guide_999(), {set, 0, 1, {}}, {Level::guide}, issues);
    return brief(issues);
  };
  CHECK(check(text) == Found{});
  CHECK(check(with(text, "IK5*E*I5~", "")) == Found{"SNP201 2000 IK5"});
  CHECK(check(with(text, "*I12*", "*I99*")) == Found{"SNP205 2110 IK403"});
}
