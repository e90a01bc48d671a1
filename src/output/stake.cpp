// SPDX-License-Identifier: Apache-2.0
#include "output/stake.hpp"

#include <vector>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"

namespace noc837::output {

Decimal amount(claims::Slice value) {
  return grammar::read_decimal(edi::trim(value.view())).value_or(Decimal());
}

Decimal at_stake(edits::Review const &review) {
  auto const &claim = review.claim;
  std::vector<bool> counted(claim.lines.size(), false);
  Decimal lines;
  for (auto const &finding : review.findings) {
    if (finding.status != Status::flagged) continue;
    if (!finding.line_index) return amount(claim.header.charge);
    if (counted[*finding.line_index]) continue;
    counted[*finding.line_index] = true;
    lines += amount(claim.lines[*finding.line_index].charge);
  }
  return lines;
}

}  // namespace noc837::output
