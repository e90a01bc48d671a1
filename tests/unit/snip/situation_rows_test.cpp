// SPDX-License-Identifier: Apache-2.0
// Each situation of level 4 has a unit that breaks it and one that nearly does.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "snip/situation.hpp"
#include "unit/snip/validating.hpp"

using namespace noc837;
using namespace noc837::test;
using claims::UnitKind;
using edi::Guide;
using snip::Level;

namespace {

/// Sound units; a row says what it changes in one of them.
struct Sample {
  UnitKind kind;
  Guide guide;
  std::string text;
};

std::string const other_payer =
    "SBR*S*18*******CI~AMT*D*110~OI***Y***Y~NM1*IL*1*SAMPLE*PAT****MI*M1~"
    "NM1*PR*2*OTHER*****PI*P1~DTP*573*D8*20260914~LX*1~";

Sample const claim{UnitKind::claim, Guide::professional, std::string(sound_claim)};
Sample const hospital{UnitKind::claim, Guide::institutional,
                      std::string(sound_institutional_claim)};
Sample const later{UnitKind::claim, Guide::professional,
                   std::string(sound_claim).replace(sound_claim.find("LX*1~"), 5, other_payer)};
Sample const billing{UnitKind::level, Guide::professional,
                     "HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~N3*1 MAIN ST~"
                     "N4*SPRINGFIELD*IL*627010001~REF*EI*123456789~"
                     "PER*IC*DESK*TE*5555550100~"};
Sample const subscriber{UnitKind::level, Guide::professional,
                        "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*SAMPLE*PAT****MI*M1~"
                        "N3*1 MAIN ST~N4*SPRINGFIELD*IL*62701~DMG*D8*19700101*F~"
                        "NM1*PR*2*PAYER*****PI*12345~"};
Sample const patient{UnitKind::level, Guide::professional,
                     "HL*3*2*23*0~PAT*19~NM1*QC*1*SAMPLE*KIM~N3*1 MAIN ST~"
                     "N4*SPRINGFIELD*IL*62701~DMG*D8*20100101*F~"};

/// Replacements, one after the other, each of the first place that fits.
using Changes = std::vector<std::pair<char const *, char const *>>;

struct Row {
  char const *id;
  Sample const *sample;
  Changes broken;
  Changes sound;  ///< nearly as broken
  char const *around = "HL*2*1*22*0~SBR*P*18*******CI~";
};

constexpr char const *clm = "*Y*A*Y*Y~";   // end of CLM
constexpr char const *ref = "REF*D9*T1~";  // stands where the segments of 2300 begin
constexpr char const *hi = "HI*ABK:M545~";
constexpr char const *first_line = "LX*1~";  // stands where 2310 and 2320 end
constexpr char const *second_line = "LX*2~";
constexpr char const *line_ref = "REF*6R*1~";
constexpr char const *line_date = "*1***1~DTP*472";  // SV1 ends here
constexpr char const *paid = "AMT*D*110~";
constexpr char const *doctor = "NM1*82*1*SAMPLE*PAT****XX*1234567893~";
constexpr char const *city = "N4*SPRINGFIELD*IL*62701~";
constexpr char const *person = "NM1*IL*1*SAMPLE*PAT****MI*M1~";
constexpr char const *sbr = "SBR*P*18*******CI~";
constexpr char const *phone = "PER*IC*DESK*TE*5555550100~";
Changes::value_type const not_the_patient = {"SBR*P*18", "SBR*P*"};
Changes::value_type const with_patients = {"22*0", "22*1"};

std::vector<Row> const &rows() {
  static std::vector<Row> const all = {
      {"SNP401",
       &claim,
       {{clm, "*Y*A*Y*Y**AA~DTP*439*D8*20260901~"}},
       {{clm, "*Y*A*Y*Y**AA:::IL~DTP*439*D8*20260901~"}}},
      {"SNP401",
       &claim,
       {{clm, "*Y*A*Y*Y**AA~DTP*439*D8*20260901~"}},
       {{clm, "*Y*A*Y*Y**AA::::DE~DTP*439*D8*20260901~"}}},
      {"SNP402", &claim, {{clm, "*Y*A*Y*Y**EM:AA~"}}, {{clm, "*Y*A*Y*Y**EM:AA::IL~"}}},
      {"SNP403", &claim, {{clm, "*Y*A*Y*Y**OA~"}}, {{clm, "*Y*A*Y*Y**OA~DTP*439*D8*20260901~"}}},
      {"SNP404",
       &claim,
       {{clm, "*Y*A*Y*Y**EM:OA~"}},
       {{clm, "*Y*A*Y*Y**EM:OA~DTP*439*D8*20260901~"}}},
      {"SNP405", &claim, {{"11:B:1", "11:B:7"}}, {{"11:B:1", "11:B:7"}, {ref, "REF*F8*EARLIER~"}}},
      {"SNP406", &claim, {{ref, "REF*F8*EARLIER~"}}, {{ref, "REF*F8*EARLIER~"}, {":1*", ":8*"}}},
      {"SNP407",
       &claim,
       {{"11:B:1", "21:B:1"}},
       {{"11:B:1", "21:B:1"}, {ref, "DTP*435*D8*20260910~"}}},
      {"SNP408",
       &claim,
       {{ref, "DTP*096*D8*20260914~"}},
       {{ref, "DTP*435*D8*20260910~DTP*096*D8*20260914~"}}},
      {"SNP409",
       &claim,
       {{ref, "DTP*314*D8*20260914~"}},
       {{ref, "DTP*314*RD8*20260901-20260914~"}}},
      {"SNP410",
       &claim,
       {{ref, "DTP*360*RD8*20260901-20260914~"}},
       {{ref, "DTP*360*D8*20260901~DTP*361*D8*20260914~"}}},
      {"SNP411", &claim, {{ref, "PWK*OZ*BM~"}}, {{ref, "PWK*OZ*BM***AC*N1~"}}},
      {"SNP412", &claim, {{ref, "PWK*OZ*AA***AC*N1~"}}, {{ref, "PWK*OZ*AA~"}}},
      {"SNP413", &claim, {{ref, "CRC*07*Y*01~"}}, {{ref, "CR1*LB*140**A*DH*12~CRC*07*Y*01~"}}},
      {"SNP414",
       &claim,
       {{ref, "CR1*LB*140**A*DH*12~"}},
       {{ref, "CR1*LB*140**A*DH*12~"}, {first_line, "NM1*PW*2~N3*1 ELM ST~LX*1~"}}},
      {"SNP415",
       &claim,
       {{ref, "CR1*LB*140**A*DH*12~"}},
       {{ref, "CR1*LB*140**A*DH*12~"}, {first_line, "NM1*45*2~N3*1 ELM ST~LX*1~"}}},
      {"SNP416",
       &claim,
       {{ref, "CR2********A~"}},
       {{ref, "DTP*453*D8*20260901~CR2********A~"}},
       "SBR*P*18*******MB~"},
      {"SNP417", &claim, {{ref, "CRC*ZZ*N*AV~"}}, {{ref, "CRC*ZZ*N*NU~"}}},
      {"SNP418", &claim, {{ref, "CRC*ZZ*Y*NU~"}}, {{ref, "CRC*ZZ*Y*AV~"}}},
      {"SNP419",
       &hospital,
       {{hi, "HI*ABK:M545~HI*BBR:0DTJ4ZZ:D8:20260914~"}},
       {{hi, "HI*ABK:M545~HI*BBR:0DTJ4ZZ:D8:20260914~"},
        {first_line, "NM1*72*1*SAMPLE*SUE****XX*1234567893~LX*1~"}}},
      {"SNP420",
       &hospital,
       {{first_line, "NM1*ZZ*1*SAMPLE*ANN****XX*1234567893~LX*1~"}},
       {{first_line,
         "NM1*72*1*SAMPLE*SUE****XX*1234567893~NM1*ZZ*1*SAMPLE*ANN****XX*1234567893~LX*1~"}}},
      {"SNP421",
       &hospital,
       {{hi, "HI*ABK:M545~HI*BBQ:0DTJ4ZZ:D8:20260914~"}},
       {{hi, "HI*ABK:M545~HI*BBR:0DTJ4ZZ:D8:20260914~HI*BBQ:0DT80ZZ:D8:20260914~"}}},
      {"SNP422",
       &hospital,
       {{hi, "HI*BK:7245~HI*BQ:4709:D8:20260914~"}},
       {{hi, "HI*BK:7245~HI*BR:4701:D8:20260914~HI*BQ:4709:D8:20260914~"}}},
      {"SNP423",
       &hospital,
       {{"13:A:1", "11:A:1"}},
       {{"13:A:1", "11:A:1"}, {"CL1*", "DTP*435*DT*202609140800~CL1*"}}},
      {"SNP424",
       &hospital,
       {{"13:A:1", "11:A:1"}},
       {{"13:A:1", "11:A:1"}, {hi, "HI*ABK:M545~HI*ABJ:M545~"}}},
      {"SNP425", &hospital, {{"13:A:1", "11:A:1"}}, {{"13:A:1", "11:A:2"}}},
      {"SNP426",
       &hospital,
       {{"CL1*", "DTP*096*TM*1200~CL1*"}},
       {{"CL1*", "DTP*096*TM*1200~DTP*435*DT*202609140800~CL1*"}}},
      {"SNP427",
       &hospital,
       {{"13:A:1", "11:A:1"}},
       {{"13:A:1", "11:A:1"}, {hi, "HI*ABK:M545:::::::Y~"}}},
      {"SNP428",
       &claim,
       {{line_date, "*1***1~PWK*OZ*EL~DTP*472"}},
       {{line_date, "*1***1~PWK*OZ*EL***AC*N1~DTP*472"}}},
      {"SNP429",
       &claim,
       {{line_date, "*1***1~CRC*07*Y*01~DTP*472"}},
       {{line_date, "*1***1~CR1*LB*140**A*DH*12~CRC*07*Y*01~DTP*472"}}},
      {"SNP430",
       &claim,
       {{line_date, "*1***1~CR1*LB*140**A*DH*12~DTP*472"}},
       {{line_date, "*1***1~CR1*LB*140**A*DH*12~DTP*472"},
        {second_line, "NM1*PW*2~N3*1 ELM ST~LX*2~"}}},
      {"SNP431",
       &claim,
       {{line_ref, "QTY*PT*2~REF*6R*1~"}},
       {{line_ref, "QTY*PT*2~REF*6R*1~"}, {line_date, "*1***1~CR1*LB*140**A*DH*12~DTP*472"}}},
      {"SNP432",
       &claim,
       {{line_date, "*1***1~CR3*R*MO*12~DTP*472"}},
       {{line_date, "*1***1~CR3*R*MO*12~DTP*472"}, {line_ref, "DTP*607*D8*20260901~REF*6R*1~"}}},
      {"SNP433",
       &claim,
       {{line_date, "*1***1~CR3*I*MO*12~DTP*472"}},
       {{line_date, "*1***1~CR3*I*MO*12~DTP*472"}, {line_ref, "DTP*463*D8*20260901~REF*6R*1~"}}},
      {"SNP434",
       &claim,
       {{line_date, "*1***1~CR3*I*MO*12~DTP*472"}},
       {{line_date, "*1***1~CR3*I*MO*12~DTP*472"},
        {second_line, "NM1*DK*1*SAMPLE*SUE****XX*1234567893~LX*2~"}}},
      {"SNP435",
       &claim,
       {{line_ref, "REF*6R*1~PS1*X*10~"}},
       {{line_ref, "REF*6R*1~PS1*X*10~NM1*QB*2******XX*1234567893~"}}},
      {"SNP436",
       &claim,
       {{line_ref, "REF*6R*1~NM1*QB*2******XX*1234567893~"}},
       {{line_ref, "REF*6R*1~PS1*X*10~NM1*QB*2******XX*1234567893~"}}},
      {"SNP437", &claim, {{line_ref, "MEA*OG*HT*70~"}}, {{line_ref, "MEA*TR*HT*70~"}}},
      {"SNP438",
       &hospital,
       {{second_line, "NM1*ZZ*1*SAMPLE*ANN****XX*1234567893~LX*2~"}},
       {{second_line,
         "NM1*72*1*SAMPLE*SUE****XX*1234567893~NM1*ZZ*1*SAMPLE*ANN****XX*1234567893~LX*2~"}}},
      {"SNP439",
       &claim,
       {},
       {{first_line, other_payer.c_str()}, {"SBR*S", "SBR*P"}},
       "SBR*S*18*******CI~"},
      {"SNP440", &later, {{paid, "AMT*D*110~AMT*A8*110~"}}, {{paid, "AMT*A8*110~"}}},
      {"SNP441", &later, {{paid, "CAS*PR*3*10~AMT*A8*110~"}}, {{paid, "AMT*A8*110~"}}},
      {"SNP442", &later, {{paid, "AMT*EAF*10~"}}, {{paid, "AMT*D*100~AMT*EAF*10~"}}},
      {"SNP443", &later, {{paid, "CAS*PR*3*10~"}}, {{paid, "CAS*PR*3*10~AMT*D*100~"}}},
      {"SNP444",
       &claim,
       {{line_ref, "REF*6R*1~SVD*P1*85*HC:99213**1~DTP*573*D8*20260914~"}},
       {{line_ref, "REF*6R*1~SVD*P1*85*HC:99213**1~DTP*573*D8*20260914~"},
        {first_line, other_payer.c_str()}}},
      {"SNP445",
       &claim,
       {{doctor, "NM1*82*2*SAMPLE*PAT****XX*1234567893~"}},
       {{doctor, "NM1*82*2*SAMPLE*****XX*1234567893~"}}},
      {"SNP446",
       &claim,
       {{doctor, "NM1*82*2*SAMPLE**Q***XX*1234567893~"}},
       {{doctor, "NM1*82*1*SAMPLE*PAT*Q***XX*1234567893~"}}},
      {"SNP447",
       &claim,
       {{doctor, "NM1*82*2*SAMPLE****JR*XX*1234567893~"}},
       {{doctor, "NM1*82*1*SAMPLE*PAT***JR*XX*1234567893~"}}},
      {"SNP448",
       &claim,
       {{doctor, "NM1*82*1*SAMPLE*PAT****XX~"}},
       {{doctor, "NM1*82*1*SAMPLE*PAT~"}}},
      {"SNP449", &subscriber, {{city, "N4*SPRINGFIELD**62701~"}}, {{city, "N4*BERN**3011*CH~"}}},
      {"SNP450", &subscriber, {{city, "N4*SPRINGFIELD*IL~"}}, {{city, "N4*NASSAU***BS~"}}},
      {"SNP451",
       &subscriber,
       {{city, "N4*SPRINGFIELD*IL*62701*US~"}},
       {{city, "N4*TORONTO*ON*M5V2T6*CA~"}}},
      {"SNP452",
       &subscriber,
       {{city, "N4*TORONTO*ON*M5V2T6*CA***ON~"}},
       {{city, "N4*BERN**3011*CH***BE~"}}},
      {"SNP453",
       &billing,
       {{phone, "PER*IC*DESK*FX*5555550100*EX*12~"}},
       {{phone, "PER*IC*DESK*TE*5555550100*EX*12~"}}},
      {"SNP454",
       &billing,
       {{phone, "PER*IC*DESK*TE*5555550100*FX*5555550101*EX*12~"}},
       {{phone, "PER*IC*DESK*FX*5555550101*TE*5555550100*EX*12~"}}},
      {"SNP455",
       &subscriber,
       {{"N3*1 MAIN ST~", ""}},
       {{"N3*1 MAIN ST~", ""}, not_the_patient, with_patients}},
      {"SNP456", &subscriber, {{city, ""}}, {{city, ""}, not_the_patient, with_patients}},
      {"SNP457",
       &subscriber,
       {{"DMG*D8*19700101*F~", ""}},
       {{"DMG*D8*19700101*F~", ""}, not_the_patient, with_patients}},
      {"SNP458",
       &subscriber,
       {{person, "NM1*IL*1*SAMPLE*PAT*****M1~"}},
       {{person, "NM1*IL*2*SAMPLE TRUST~"}}},
      {"SNP459",
       &subscriber,
       {{person, "NM1*IL*1*SAMPLE*PAT****MI~"}},
       {{person, "NM1*IL*2*SAMPLE TRUST~"}}},
      {"SNP460", &subscriber, {{sbr, "SBR*S*18*******MB~"}}, {{sbr, "SBR*S*18***12****MB~"}}},
      {"SNP461", &subscriber, {{sbr, "SBR*P*18***12****MB~"}}, {{sbr, "SBR*S*18***12****MB~"}}},
      {"SNP462",
       &subscriber,
       {{sbr, "SBR*P*18*G1*SAMPLE GROUP*****CI~"}},
       {{sbr, "SBR*P*18**SAMPLE GROUP*****CI~"}}},
      {"SNP463", &subscriber, {not_the_patient}, {not_the_patient, with_patients}},
      {"SNP464",
       &subscriber,
       {{sbr, "SBR*P*18*******CI~PAT*********Y~"}, {"19700101*F", "19700101*M"}},
       {{sbr, "SBR*P*18*******CI~PAT*********Y~"}}},
      {"SNP465",
       &patient,
       {{"PAT*19~", "PAT*19********Y~"}, {"20100101*F", "20100101*M"}},
       {{"PAT*19~", "PAT*19********Y~"}}},
      {"SNP466",
       &later,
       {{"SBR*S*18**", "SBR*S*18*G1*SAMPLE GROUP"}},
       {{"SBR*S*18**", "SBR*S*18*G1*"}}},
      {"SNP467",
       &later,
       {{person, "NM1*IL*1*SAMPLE*PAT****MI~"}},
       {{person, "NM1*IL*2*SAMPLE TRUST~"}}},
      {"SNP468",
       &later,
       {{line_ref, "REF*6R*1~SVD*P9*85*HC:99213**1~DTP*573*D8*20260914~"}},
       {{line_ref, "REF*6R*1~SVD*P1*85*HC:99213**1~DTP*573*D8*20260914~"}}},
      {"SNP469",
       &later,
       {{first_line, other_payer.c_str()}},
       {{first_line, other_payer.c_str()}, {"*P1~", "*P2~"}}},
      {"SNP470", &later, {}, {{"SBR*S", "SBR*T"}}, "SBR*S*18*******CI~"},
      {"SNP471", &later, {{paid, "AMT*A8*100~"}}, {{paid, "AMT*A8*110.00~"}}},
      {"SNP472",
       &later,
       {{line_ref, "REF*6R*1~SVD*P1*0*HC:99213**1*9~DTP*573*D8*20260914~"}},
       {{line_ref, "REF*6R*1~SVD*P1*0*HC:99213**1*2~DTP*573*D8*20260914~"}}},
      {"SNP473",
       &later,
       {{"DTP*573*D8*20260914~", ""}},
       {{"DTP*573*D8*20260914~", ""},
        {line_ref, "REF*6R*1~SVD*P1*85*HC:99213**1~DTP*573*D8*20260914~"}}},
      {"SNP474",
       &later,
       {{paid, "CAS*PR*1*5~CAS*PR*2*5~AMT*D*100~"}},
       {{paid, "CAS*PR*1*5~CAS*CO*45*5~AMT*D*100~"}}},
      {"SNP475",
       &later,
       {{paid, "CAS*PR*1*5**2*0.00~AMT*D*105~"}},
       {{paid, "CAS*PR*1*5**2*0.01~AMT*D*104.99~"}}},
      {"SNP476",
       &claim,
       {{"UN*1***1~", "UN*1***1:2~"}},
       {{"UN*1***1~", "UN*1***1:2~"}, {hi, "HI*ABK:M545*ABF:E119~"}}},
      {"SNP477", &claim, {{hi, "HI*ABK:M545*BF:25000~"}}, {{hi, "HI*BK:7245*BF:25000~"}}},
      {"SNP478",
       &claim,
       {{line_date, "*1***1~SV5*HC:E0250*DA*30*50~DTP*472"}},
       {{line_date, "*1***1~SV5*HC:99213*DA*30*50~DTP*472"}}},
      {"SNP479", &hospital, {{"*85*UN*1~", "*85*UN*1**85.01~"}}, {{"*85*UN*1~", "*85*UN*1**85~"}}},
      {"SNP480",
       &hospital,
       {{"NM1*71*1*SAMPLE*PAT****XX*1234567893~", ""}},
       {{"NM1*71*1*SAMPLE*PAT****XX*1234567893~", ""},
        {"SV2*0450", "SV2*0540"},
        {"SV2*0636", "SV2*0549"}}},
      {"SNP481", &claim, {{"*85*UN", "*-85*UN"}}, {{"*85*UN", "*0*UN"}}},
      {"SNP482", &claim, {{ref, "AMT*F5*110.01~"}}, {{ref, "AMT*F5*110~"}}},
      {"SNP483",
       &hospital,
       {{"472*D8*20260914", "472*D8*20260913"}},
       {{"472*D8*20260914", "472*D8*20260913"}, {"20260914-", "20260913-"}}},
      {"SNP484", &claim, {{"1234567893", "1234567890"}}, {{"1234567893", "1790002012"}}},
      {"SNP485", &billing, {{"EI*123456789", "EI*12-3456789"}}, {{"EI*123456789", "SY*123456789"}}},
      {"SNP486", &billing, {{"*IL*627010001", "*IL*62701"}}, {{"*IL*627010001", "*ON*M5V2T6*CA"}}},
      {"SNP487",
       &claim,
       {{first_line, "NM1*77*2*LAB~N3*1 MAIN ST~N4*SPRINGFIELD*IL*62701~LX*1~"}},
       {{first_line, "NM1*77*2*LAB~N3*1 MAIN ST~N4*SPRINGFIELD*IL*627010001~LX*1~"}}},
      {"SNP487",
       &hospital,
       {{first_line, "NM1*77*2*LAB~N3*1 MAIN ST~N4*SPRINGFIELD*IL*62701~LX*1~"}},
       {{first_line, "NM1*77*2*LAB~N3*1 MAIN ST~N4*SPRINGFIELD*IL*627010001~LX*1~"}}},
  };
  return all;
}

/// How often each check finds something in a row's sample after changes.
std::map<std::string_view, int> found_in(Row const &row, Changes const &changes) {
  auto text = row.sample->text;
  for (auto const &[from, to] : changes) text = with(text, from, to);
  INFO(text);
  snip::Issues issues;
  snip::Validator({Level::situation})
      .check(unit_of(row.sample->kind, text, row.sample->guide), issues, {row.around});
  std::map<std::string_view, int> found;
  for (auto const &issue : issues) ++found[issue.check->id];
  return found;
}

}  // namespace

TEST_CASE("each situation is found where it is broken and not where it nearly is", "[snip]") {
  for (auto const &row : rows()) {
    INFO(row.id);
    CHECK(found_in(row, row.broken)[row.id] == 1);
    CHECK(found_in(row, row.sound)[row.id] == 0);
  }
}

TEST_CASE("no situation is without a unit that breaks it", "[snip]") {
  std::set<std::string_view> shown;
  for (auto const &row : rows()) shown.insert(row.id);
  for (auto const &part : snip::all_situations()) {
    for (auto const &situation : part) {
      INFO(situation.check.id);
      CHECK(shown.erase(situation.check.id) == 1);
    }
  }
  CHECK(shown.empty());
}

namespace {

/// True where the guide has an element like that of a term, with all values that the term names.
bool is_in(grammar::Guide const &guide, snip::Term const &term) {
  auto const words = [](std::string_view list) {
    std::vector<std::string_view> out;
    while (!list.empty()) {
      auto const word = list.substr(0, list.find(' '));
      if (!word.empty()) out.push_back(word);
      list.remove_prefix(std::min(list.size(), word.size() + 1));
    }
    return out;
  };
  auto const has_codes = [&](grammar::ElementUse const &use, std::string_view list) {
    auto const codes = guide.codes_of(use);
    auto const wanted = words(list);
    return codes.empty() || std::all_of(wanted.begin(), wanted.end(), [&](std::string_view code) {
             return std::binary_search(codes.begin(), codes.end(), grammar::packed_code(code));
           });
  };
  auto values = term.values == "-" ? std::string_view() : term.values;
  if (values.starts_with('!')) values.remove_prefix(1);
  for (auto const &loop : guide.loops) {
    if (!loop.id.starts_with(term.loop)) continue;
    for (auto const &child : guide.children.subspan(loop.children, loop.child_count)) {
      if (child.is_loop) continue;
      auto const &segment = guide.segments[child.target];
      auto const elements = guide.elements_of(segment);
      if (guide.tags[segment.tag].tag != edi::tag(term.id)) continue;
      if (!has_codes(elements[0], term.keys)) continue;
      if (term.element == 0) return true;
      if (term.element > elements.size()) continue;
      auto const *element = &elements[term.element - 1U];
      if (term.component != 0) {
        auto const components = guide.components_of(*element);
        if (term.component > components.size()) continue;
        element = &components[term.component - 1U];
      }
      if (element->usage != grammar::Usage::not_used && has_codes(*element, values)) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("what situations speak of is in the guides that they are for", "[snip]") {
  for (auto const &part : snip::all_situations()) {
    for (auto const &situation : part) {
      for (auto const *guide : {&grammar::guide_837p(), &grammar::guide_837i()}) {
        auto const only = situation.check.only;
        if (only == snip::Only::professional && guide->name != "837P") continue;
        if (only == snip::Only::institutional && guide->name != "837I") continue;
        for (auto const *term : {&situation.when, &situation.also, &situation.then}) {
          if (term->id.empty()) continue;
          INFO(situation.check.id << " " << guide->name << " " << term->id);
          CHECK(is_in(*guide, *term));
        }
      }
    }
  }
}
