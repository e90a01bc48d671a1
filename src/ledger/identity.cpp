// SPDX-License-Identifier: Apache-2.0
#include "ledger/identity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/iso_date.hpp"
#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "rules/line_facts.hpp"

namespace noc837::ledger {
namespace {

using rules::folded;

/// Values, one to a line.
class Text {
 public:
  explicit Text(char kind) : text_(1, kind) {}

  Text &add(std::string_view value) {
    text_.append("\n").append(value);
    return *this;
  }
  Text &add(edi::Slice value) { return add(folded(value)); }
  Text &add_number(edi::Slice value) {
    auto const number = grammar::read_decimal(edi::trim(value.view()));
    return number ? add(number->to_string()) : add(value);
  }
  Text &add(std::optional<grammar::Period> const &period) {
    if (!period) return add("");
    return add(iso_date(period->first)).add(iso_date(period->last));
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string_view name_element(claims::Claim const &claim, edi::Slice nm1, std::size_t number) {
  return edi::element(nm1.view(), number, claim.delimiters.element);
}

edi::Slice member_of(claims::Claim const &claim) {
  auto const id = name_element(claim, claim.levels.subscriber, 9);
  return {id.data(), id.size()};
}

/// Billing provider, payer and member.
void add_parties(Text &text, claims::Claim const &claim) {
  auto const &levels = claim.levels;
  text.add(levels.billing_npi.empty() ? levels.billing_name : levels.billing_npi)
      .add(levels.payer_id.empty() ? levels.payer_name : levels.payer_id)
      .add(levels.payer_responsibility)
      .add(member_of(claim));
}

void add_account(Text &text, claims::Claim const &claim) {
  add_parties(text, claim);
  text.add(claim.header.id);
}

/// DTP*472 of any line, drug line or not.
std::optional<grammar::Period> date_of(claims::Claim const &claim,
                                       claims::ServiceLine const &line) {
  for (auto at = line.begin; at < line.end; ++at) {
    if (claim.segment(at).id != edi::tag("DTP")) continue;
    auto const date = grammar::read_dtp(claim.segment(at).text, claim.delimiters);
    if (!rules::is(date.qualifier, "472")) continue;
    return grammar::read_period(edi::trim(date.format.view()), edi::trim(date.period.view()));
  }
  return std::nullopt;
}

/// Modifiers that attest or inform and leave the dose the one that it is.
constexpr std::array<std::string_view, 8> beside_the_dose = {"JZ", "JG", "TB", "KX",
                                                             "GA", "GX", "GY", "GZ"};

void add_modifiers(Text &text, grammar::Procedure const &procedure) {
  std::vector<std::string> modifiers;
  for (int number = 1; number <= 4; ++number) {
    auto modifier = folded(procedure.modifier(number));
    if (modifier.empty() || rules::one_of(modifier, beside_the_dose)) continue;
    modifiers.push_back(std::move(modifier));
  }
  std::sort(modifiers.begin(), modifiers.end());
  text.add(fmt::format("{}", fmt::join(modifiers, " ")));
}

/// The words of the description, else of the first note, each followed by one blank.
std::string narrative_of(claims::DrugLine const &line) {
  auto text = line.description.text;
  if (edi::trim(text).empty() && !line.note_texts.empty()) text = line.note_texts.front().text;
  std::string out;
  for (char const c : edi::upper(edi::trim(text))) {
    if (!edi::is_blank(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace

std::string account_text(claims::Claim const &claim) {
  Text text('A');
  add_account(text, claim);
  return text.take();
}

std::string claim_text(claims::Claim const &claim) {
  Text text('C');
  add_account(text, claim);
  text.add_number(claim.header.charge).add(rules::statement_period(claim));
  for (auto const &line : claim.lines) {
    text.add(line.revenue).add(line.procedure.code).add_number(line.charge);
    text.add(date_of(claim, line));
  }
  return text.take();
}

std::string dose_text(claims::Claim const &claim, claims::DrugLine const &line) {
  if (edi::trim(member_of(claim).view()).empty() || !line.service_date) return {};
  auto const &service = claim.service(line);
  auto const ndc = rules::ndc_of(line);
  auto const narrative = ndc.empty() ? narrative_of(line) : std::string();
  if (ndc.empty() && narrative.empty()) return {};
  Text text('D');
  add_parties(text, claim);
  // Of a dependent the member id is the subscriber's.
  auto const patient = claim.levels.patient;
  text.add(edi::upper(edi::trim(name_element(claim, patient, 3))))
      .add(edi::upper(edi::trim(name_element(claim, patient, 4))))
      .add(line.service_date);
  if (ndc.empty()) {
    text.add(service.procedure.code).add(narrative);
  } else {
    text.add(ndc);
  }
  auto const *loop = line.loop();
  text.add_number(loop != nullptr && loop->ctp ? loop->ctp->value.quantity : edi::Slice{})
      .add_number(service.units);
  add_modifiers(text, service.procedure);
  return text.take();
}

}  // namespace noc837::ledger
