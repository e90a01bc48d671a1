// SPDX-License-Identifier: Apache-2.0
// Claims and levels for tests of validation, and short forms of what it finds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/hierarchy.hpp"
#include "snip/set_check.hpp"
#include "snip/validator.hpp"
#include "support/catch.hpp"

namespace noc837::test {

inline constexpr std::string_view sound_claim =
    "CLM*A1*110***11:B:1*Y*A*Y*Y~REF*D9*T1~HI*ABK:M545~"
    "NM1*82*1*SAMPLE*PAT****XX*1234567893~PRV*PE*PXC*207Q00000X~"
    "LX*1~SV1*HC:99213*85*UN*1***1~DTP*472*D8*20260914~REF*6R*1~"
    "LX*2~SV1*HC:J3490:JZ:::: KETOROLAC 15MG*25*UN*1***1~DTP*472*D8*20260914~"
    "LIN**N4*00409379501~CTP****.5*ML~";

inline constexpr std::string_view sound_institutional_claim =
    "CLM*A1*110***13:A:1**A*Y*Y~DTP*434*RD8*20260914-20260914~CL1*1*1*01~HI*ABK:M545~"
    "NM1*71*1*SAMPLE*PAT****XX*1234567893~"
    "LX*1~SV2*0450*HC:99213*85*UN*1~DTP*472*D8*20260914~"
    "LX*2~SV2*0636*HC:J3490:JZ*25*UN*1~DTP*472*D8*20260914~LIN**N4*00409379501~CTP****.5*ML~";

/// `text` with the first `from` replaced.
inline std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  auto const at = out.find(from);
  REQUIRE(at != std::string::npos);
  return out.replace(at, from.size(), to);
}

inline claims::Unit unit_of(claims::UnitKind kind, std::string_view bytes, edi::Guide guide) {
  claims::Unit unit;
  unit.kind = kind;
  unit.bytes = bytes;
  unit.ordinal = 10;
  unit.offset = 1000;
  unit.guide = guide;
  auto const first = bytes.substr(0, bytes.find(unit.delimiters.terminator));
  unit.level = grammar::level_of(grammar::read_hl(first, unit.delimiters).level.view());
  return unit;
}

inline snip::Issues issues_of(claims::UnitKind kind, std::string_view bytes,
                              snip::Level level = snip::Level::balance,
                              edi::Guide guide = edi::Guide::professional) {
  snip::Issues issues;
  std::string const text(bytes);  // its own storage, so that reads past the end are seen
  snip::Validator({level}).check(unit_of(kind, text, guide), issues);
  return issues;
}

/// "SNP203 2400 SV102" for each, in order.
inline std::vector<std::string> brief(snip::Issues const &issues) {
  std::vector<std::string> out;
  for (auto const &issue : issues) {
    out.push_back(std::string(issue.check->id) + ' ' + std::string(issue.loop) + ' ' +
                  issue.element_name());
  }
  return out;
}

inline std::vector<std::string> in_claim(std::string_view claim,
                                         snip::Level level = snip::Level::balance,
                                         edi::Guide guide = edi::Guide::professional) {
  return brief(issues_of(claims::UnitKind::claim, claim, level, guide));
}

using Found = std::vector<std::string>;

}  // namespace noc837::test
