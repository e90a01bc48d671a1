// SPDX-License-Identifier: Apache-2.0
#include "acks/claim_facts.hpp"

#include <algorithm>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "grammar/hierarchy.hpp"
#include "grammar/service_line.hpp"

namespace noc837::acks {
namespace {

using edi::tag;

std::string_view value(edi::Slice slice) {
  return edi::trim(slice.view());
}

std::optional<grammar::Period> period_of(grammar::Dtp const &dtp) {
  auto const period = grammar::read_period(value(dtp.format), value(dtp.period));
  // A period that ends before it begins tells one day for sure.
  if (period && period->last < period->first) return grammar::Period{period->first, period->first};
  return period;
}

void widen(std::optional<grammar::Period> &period, grammar::Period const &other) {
  if (!period) {
    period = other;
    return;
  }
  period->first = std::min(period->first, other.first);
  period->last = std::max(period->last, other.last);
}

std::string amount(edi::Slice slice) {
  return grammar::read_decimal(value(slice)).value_or(Decimal()).to_string();
}

void read_service(std::string_view text, bool institutional, edi::Delimiters const &delimiters,
                  LineFacts &line) {
  auto const take = [&](grammar::Procedure const &procedure, edi::Slice charge, edi::Slice units) {
    line.qualifier = value(procedure.qualifier);
    line.code = value(procedure.code);
    for (int i = 1; i <= 4; ++i) {
      auto const modifier = value(procedure.modifier(i));
      if (modifier.size() == 2) line.modifiers.push_back(modifier);
    }
    line.charge = amount(charge);
    if (grammar::read_decimal(value(units))) line.units = value(units);
  };
  if (institutional) {
    auto const sv2 = grammar::read_sv2(text, delimiters);
    take(sv2.procedure, sv2.charge, sv2.units);
    line.revenue = value(sv2.revenue);
  } else {
    auto const sv1 = grammar::read_sv1(text, delimiters);
    take(sv1.procedure, sv1.charge, sv1.units);
  }
}

}  // namespace

Party read_party(std::string_view nm1, edi::Delimiters const &delimiters) {
  auto const element = [&](std::size_t number) {
    return std::string(edi::trim(edi::element(nm1, number, delimiters.element)));
  };
  return {element(2), element(3), element(4), element(5), element(7), element(8), element(9)};
}

ClaimFacts read_claim_facts(edi::Segments const &claim, claims::Unit const &unit) {
  ClaimFacts facts;
  std::optional<grammar::Period> services;
  bool in_line = false;
  for (auto const &segment : claim) {
    switch (segment.id) {
      case tag("CLM"): {
        auto const clm = grammar::read_clm(segment.text, unit.delimiters);
        facts.id = value(clm.id);
        facts.charge = grammar::read_decimal(value(clm.charge)).value_or(Decimal());
        if (unit.guide == edi::Guide::institutional) {
          facts.type_of_bill.append(value(clm.facility)).append(value(clm.frequency));
        }
        break;
      }
      case tag("LX"):
        in_line = true;
        break;
      case tag("DTP"): {
        auto const dtp = grammar::read_dtp(segment.text, unit.delimiters);
        auto const period = period_of(dtp);
        if (!period) break;
        if (!in_line && dtp.qualifier == "434") facts.period = period;
        if (dtp.qualifier == "472") widen(services, *period);
        break;
      }
      case tag("REF"): {
        if (in_line) break;
        auto const ref = grammar::read_ref(segment.text, unit.delimiters);
        if (ref.qualifier == "F8" && facts.payer_number.empty()) {
          facts.payer_number = value(ref.id);
        }
        if (ref.qualifier == "D9" && facts.clearinghouse_number.empty()) {
          facts.clearinghouse_number = value(ref.id);
        }
        break;
      }
      default:
        break;
    }
  }
  if (!facts.period) facts.period = services;
  return facts;
}

std::optional<LineFacts> read_line_facts(claims::Claim const &claim,
                                         claims::ServiceLine const &line) {
  if (!line.service) return std::nullopt;
  LineFacts facts;
  read_service(claim.segment(*line.service).text, line.institutional, claim.delimiters, facts);
  if (facts.code.empty() && facts.revenue.empty()) return std::nullopt;
  facts.number = value(line.number);
  for (auto at = line.begin; at < line.end; ++at) {
    auto const &segment = claim.segment(at);
    if (segment.id == tag("REF")) {
      auto const ref = grammar::read_ref(segment.text, claim.delimiters);
      if (ref.qualifier == "6R" && !value(ref.id).empty()) facts.number = value(ref.id);
      if (ref.qualifier == "XZ") facts.prescription = value(ref.id);
    } else if (segment.id == tag("DTP")) {
      auto const dtp = grammar::read_dtp(segment.text, claim.delimiters);
      if (dtp.qualifier == "472") facts.period = period_of(dtp);
    }
  }
  return facts;
}

}  // namespace noc837::acks
