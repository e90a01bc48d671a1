// SPDX-License-Identifier: Apache-2.0
// The NDC in LIN03: present, in HIPAA's form, and the same as the narrative's.
#include "grammar/ndc.hpp"

#include <array>

#include "rules/families.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

using grammar::NdcShape;

void hyphenated(LineCase const &c, Report &report) {
  for (auto const &loop : c.line.loops) {
    auto const raw = loop.lin.value.id.view();
    auto const ndc = grammar::read_ndc(raw);
    if (ndc.prefixed) continue;  // NDC07 strips the prefix first
    bool const separated = ndc.shape == NdcShape::five_four_two;
    if (!separated && !(ndc.shape == NdcShape::eleven && ndc.padded)) continue;
    report.at(loop.lin.at, "2410", "LIN03").before(raw).set_element(3, ndc.eleven);
  }
}

constexpr std::array rules = {
    Rule{.id = "NDC03",
         .name = "ndc-hyphenated",
         .family = "ndc",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:218",
         .summary = "the NDC has hyphens or blanks",
         .explanation =
             "LIN03 takes the NDC as eleven digits without punctuation. The hyphens of a 5-4-2 "
             "NDC only show where its parts end, so taking them out changes nothing: it is done "
             "for you.",
         .source = "005010X222A1 and 005010X223A2, 2410 LIN03",
         .before = "LIN**N4*00409-3795-01~",
         .after = "LIN**N4*00409379501~",
         .check_line = hyphenated},
};

}  // namespace

std::span<Rule const> ndc_rules() { return rules; }

}  // namespace noc837::rules
