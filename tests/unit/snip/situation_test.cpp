// SPDX-License-Identifier: Apache-2.0
// Levels 4 and 5.
#include "snip/situation.hpp"

#include <set>

#include "unit/snip/validating.hpp"

using namespace noc837;
using namespace noc837::test;
using claims::UnitKind;
using snip::Level;

namespace {

constexpr auto institutional = edi::Guide::institutional;

Found situations(std::string_view claim, edi::Guide guide = edi::Guide::professional) {
  return in_claim(claim, Level::situation, guide);
}

std::string_view const billing_subscriber =
    "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*SAMPLE*PAT****MI*M1~N3*1 MAIN ST~"
    "N4*SPRINGFIELD*IL*62701~DMG*D8*19700101*F~NM1*PR*2*PAYER*****PI*12345~";

}  // namespace

TEST_CASE("sound claims meet every situation", "[snip]") {
  CHECK(situations(sound_claim) == Found{});
  CHECK(situations(sound_institutional_claim, institutional) == Found{});
  CHECK(brief(issues_of(UnitKind::level, billing_subscriber, Level::code_sets)) == Found{});
}

TEST_CASE("ids and names of situations are unique and there are at least sixty", "[snip]") {
  std::set<std::string_view> ids;
  std::set<std::string_view> names;
  std::size_t rows = 0;
  for (auto const &part : snip::all_situations()) {
    for (auto const &row : part) {
      ++rows;
      INFO(row.check.id);
      CHECK(ids.insert(row.check.id).second);
      CHECK(names.insert(row.check.name).second);
      CHECK(row.check.level == Level::situation);
      CHECK_FALSE(row.check.explanation.empty());
      CHECK((row.run != nullptr || !row.when.id.empty()));
    }
  }
  CHECK(rows >= 60);
}

TEST_CASE("what a claim asks for in terms of other elements", "[snip]") {
  struct Row {
    char const *from;
    char const *to;
    char const *name;  ///< of the situation that is found
  };
  constexpr Row rows[] = {
      {"*Y*A*Y*Y~", "*Y*A*Y*Y**AA~", "accident-state-missing"},
      {"*Y*A*Y*Y~", "*Y*A*Y*Y**OA~", "accident-date-missing"},
      {"11:B:1", "11:B:7", "replaced-claim-number-missing"},
      {"REF*D9*T1~", "REF*F8*T1~", "replaced-claim-number-unneeded"},
      {"11:B:1", "21:B:1", "inpatient-admission-missing"},
      {"REF*D9*T1~", "DTP*096*D8*20260914~", "discharge-without-admission"},
      {"REF*D9*T1~", "PWK*OZ*BM~", "attachment-number-missing"},
      {"REF*D9*T1~", "CRC*07*Y*01~", "ambulance-without-transport"},
      {"HC:99213*85*UN*1***1", "HC:99213*85*UN*1***2", "pointer-to-nothing"},
      {"HI*ABK:M545~", "HI*ABK:M545*BF:25000~", "code-versions-mixed"},
      {"XX*1234567893", "XX*1234567890", "npi-check-digit"},
      {"NM1*82*1*SAMPLE*PAT", "NM1*82*2*SAMPLE*PAT", "organization-with-first-name"},
      {"*85*UN", "*-85*UN", "charge-negative"},
      {"REF*D9*T1~", "AMT*F5*1000~REF*D9*T1~", "patient-paid-exceeds-charge"},
      {"REF*6R*1~", "PS1*X*10~REF*6R*1~", "purchased-service-provider-missing"},
  };
  for (auto const &row : rows) {
    INFO(row.name);
    auto const issues =
        issues_of(UnitKind::claim, with(sound_claim, row.from, row.to), Level::situation);
    std::size_t found = 0;
    for (auto const &issue : issues) found += issue.check->name == row.name ? 1U : 0U;
    CHECK(found == 1);
  }
}

TEST_CASE("institutional situations", "[snip]") {
  auto const names = [](std::string_view text) {
    std::set<std::string_view> out;
    for (auto const &issue : issues_of(UnitKind::claim, text, Level::situation, institutional)) {
      out.insert(issue.check->name);
    }
    return out;
  };
  auto const inpatient = names(with(sound_institutional_claim, "13:A:1", "11:A:1"));
  CHECK(inpatient.contains("inpatient-admission-date-missing"));
  CHECK(inpatient.contains("admitting-diagnosis-missing"));
  CHECK(inpatient.contains("discharge-hour-missing"));
  CHECK(names(with(sound_institutional_claim, "NM1*71*1*SAMPLE*PAT****XX*1234567893~", ""))
            .contains("attending-provider-missing"));
  CHECK(names(with(sound_institutional_claim, "472*D8*20260914", "472*D8*20260913"))
            .contains("service-outside-statement"));
  CHECK(names(with(sound_institutional_claim, "*85*UN*1~", "*85*UN*1**86~"))
            .contains("noncovered-exceeds-charge"));
}

TEST_CASE("other payers", "[snip]") {
  std::string const other =
      "SBR*S*18*******CI~AMT*D*110~OI***Y***Y~NM1*IL*1*SAMPLE*PAT****MI*M1~"
      "NM1*PR*2*OTHER*****PI*P1~DTP*573*D8*20260914~";
  auto const names = [](std::string_view text, std::string_view subscriber) {
    snip::Issues issues;
    std::string const bytes(text);
    snip::Validator({Level::situation})
        .check(unit_of(UnitKind::claim, bytes, edi::Guide::professional), issues, {subscriber});
    std::set<std::string_view> out;
    for (auto const &issue : issues) out.insert(issue.check->name);
    return out;
  };
  using Names = std::set<std::string_view>;
  auto const claim = with(sound_claim, "LX*1~", other + "LX*1~");
  CHECK(names(claim, "HL*2*1*22*0~SBR*P*18~") == Names{});
  CHECK(names(claim, "HL*2*1*22*0~SBR*S*18~") == Names{"payer-sequence-twice"});
  CHECK(names(sound_claim, "HL*2*1*22*0~SBR*S*18~") == Names{"other-payer-for-secondary-missing"});
  CHECK(names(with(claim, "DTP*573*D8*20260914~", ""), "") == Names{"payment-date-missing"});
  auto const line = with(claim, "REF*6R*1~", "REF*6R*1~SVD*P9*85*HC:99213**1~DTP*573*D8*20260914~");
  CHECK(names(line, "") == Names{"other-payer-unknown"});
  auto const none = with(claim, "AMT*D*110", "AMT*A8*100");
  CHECK(names(none, "") == Names{"noncovered-amount-differs"});
}

TEST_CASE("levels", "[snip]") {
  auto const names = [](std::string_view text) {
    std::set<std::string_view> out;
    for (auto const &issue : issues_of(UnitKind::level, text, Level::situation)) {
      out.insert(issue.check->name);
    }
    return out;
  };
  using Names = std::set<std::string_view>;
  CHECK(names(with(billing_subscriber, "DMG*D8*19700101*F~", "")) ==
        Names{"patient-birth-missing"});
  CHECK(names(with(billing_subscriber, "SBR*P*18", "SBR*P*")) == Names{"patient-level-needed"});
  CHECK(names(with(billing_subscriber, "*IL*62701", "**62701")) == Names{"city-state-missing"});
  auto const medicare = with(billing_subscriber, "SBR*P*18*******CI", "SBR*S*18*******MB");
  CHECK(names(medicare) == Names{"medicare-secondary-type-missing"});
}

TEST_CASE("code sets that are shipped", "[snip]") {
  CHECK(in_claim(with(sound_claim, "11:B:1", "98:B:1"), Level::code_sets) ==
        Found{"SNP501 2300 CLM05-1"});
  CHECK(in_claim(with(sound_claim, ":JZ:", ":0Z:"), Level::code_sets) ==
        Found{"SNP502 2400 SV101-3"});
  CHECK(in_claim(with(sound_institutional_claim, "SV2*0636", "SV2*0799"), Level::code_sets,
                 institutional) == Found{});
  CHECK(in_claim(with(sound_institutional_claim, "SV2*0636", "SV2*0A99"), Level::code_sets,
                 institutional) == Found{"SNP506 2400 SV201"});
  CHECK(in_claim(with(sound_claim, "11:B:1", "11:B:L"), Level::code_sets) ==
        Found{"SNP506 2300 CLM05-3"});
}

TEST_CASE("code sets that the user supplies", "[snip]") {
  auto files = std::make_shared<snip::CodeFiles>();
  files->diagnoses = snip::CodeList::read("code,title\r\n\"M54.5\",Low back pain\n# old\n\nE119\n");
  files->procedures = snip::CodeList::read("j3490 drugs\n");
  CHECK(files->diagnoses->size() == 3);  // the heading counts as a code
  CHECK(files->diagnoses->has("m545"));
  snip::Issues issues;
  std::string const text(sound_claim);
  snip::Validator({Level::code_sets, files})
      .check(unit_of(UnitKind::claim, text, edi::Guide::professional), issues);
  CHECK(brief(issues) == Found{"SNP504 2400 SV101-2"});
  snip::CodeFiles none;
  CHECK_FALSE(snip::add_code_file("icd11=x", none));
  CHECK_FALSE(snip::add_code_file("hcpcs=/no/such/file", none));
}
