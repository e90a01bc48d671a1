// SPDX-License-Identifier: Apache-2.0
// Correct claims, drawn at random.
#include "tools/generator/claim_maker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "tools/generator/calendar.hpp"
#include "tools/generator/drug_line.hpp"
#include "tools/generator/names.hpp"
#include "tools/generator/npi.hpp"
#include "tools/generator/services.hpp"

namespace noc837::generator {
namespace {

enum Stream : std::uint64_t { provider_stream = 1, billing_stream = 2, subscriber_stream = 3 };

constexpr std::uint32_t most_lines = 12;
constexpr std::size_t most_diagnoses = 12;

constexpr std::array<std::string_view, 5> taxonomies{"207R00000X", "207RH0003X", "207RR0500X",
                                                     "363L00000X", "208D00000X"};

Person make_person(Random &random) {
  Person person;
  person.female = random.chance(0.52);
  person.last = last_name(random);
  person.first = first_name(random, person.female);
  person.street = street(random);
  // One draw a statement: the order in which arguments are evaluated is the compiler's choice.
  auto const year = random.between(1936, 2019);
  auto const month = random.between(1, 12);
  auto const day = random.between(1, 28);
  person.born = fmt::format("{}{:02}{:02}", year, month, day);
  return person;
}

std::string member_id(PayerKind kind, Random &random) {
  if (kind != PayerKind::medicare) return fmt::format("W{:09}", random.below(1'000'000'000));
  // The pattern of Medicare ids; letters outside it keep these from ever being one.
  auto const first = random.between(1, 9);
  auto const second = random.below(10);
  return fmt::format("{}SI{}-X{:05}", first, second, random.below(100'000));
}

/// A place in the text of other lines where a plain search for J3490 would stumble.
void set_trap(Claim const &claim, ServiceLine &line, Random &random) {
  switch (random.below(3)) {
    case 0:
      line.control.append("-J3490");
      break;
    case 1:
      if (claim.professional()) line.notes.push_back({"ADD", "GIVEN WITH J3490 ON THE SAME DAY"});
      break;
    default:
      if (line.code.starts_with("A4")) line.description = "TUBING SET FOR J3490 INFUSION";
      if (claim.secondary) line.adjudicated_code = drug_code;
      break;
  }
}

}  // namespace

ClaimMaker::ClaimMaker(ClaimShares shares, std::uint64_t seed)
    : shares_(std::move(shares)), seed_(seed) {
  for (std::uint64_t i = 0; i < 400; ++i) {
    Random random(seed_, provider_stream, i);
    auto const last = last_name(random);
    auto const first = first_name(random, random.chance(0.5));
    providers_.push_back({last, first, make_npi(random), random.pick(taxonomies)});
  }
}

Billing ClaimMaker::billing(Guide guide, std::uint64_t ordinal) const {
  Random random(seed_, billing_stream, ordinal);
  bool const hospital = guide == Guide::institutional;
  Billing billing;
  billing.name = organisation_name(random, hospital);
  billing.street = street(random);
  billing.place = &random.pick(places());
  billing.npi = make_npi(random);
  billing.tax_id = fmt::format("98{:07}", random.below(10'000'000));
  billing.taxonomy = hospital ? "282N00000X" : "261QI0500X";
  auto const area = random.between(201, 989);
  billing.phone = fmt::format("{}55501{:02}", area, random.below(100));
  return billing;
}

void ClaimMaker::make(Subscriber &subscriber, Guide guide, Billing const &billing,
                      std::uint64_t ordinal) {
  Random random(seed_, subscriber_stream, ordinal);
  auto const kind = random.pick(std::span<PayerKind const>{shares_.payers});
  subscriber.payer = payer_at(kind, *billing.place, guide);
  subscriber.location = billing.place;
  subscriber.person = make_person(random);
  subscriber.person.member = member_id(kind, random);

  subscriber.secondary = random.chance(0.06);
  if (subscriber.secondary) {
    // Medicaid pays last, so it is never the earlier payer.
    auto const first = kind == PayerKind::medicare ? PayerKind::unitedhealthcare
                       : random.chance(0.5)        ? PayerKind::medicare
                                                   : PayerKind::cigna;
    subscriber.earlier = payer_at(first, *billing.place, guide);
  }

  // Medicare and Medicaid have no dependents; the other payers make up for them.
  std::size_t const claims = random.chance(0.2) ? 2 : 1;
  dependents_owed_ += shares_.dependents * static_cast<double>(claims);
  subscriber.dependents = subscriber.payer.has_dependents() && random.chance(dependents_owed_);
  if (subscriber.dependents) dependents_owed_ -= static_cast<double>(claims);
  dependents_owed_ = std::min(dependents_owed_, 2.0);

  bool const each_their_own = subscriber.dependents && random.chance(0.5);
  subscriber.patients.resize(each_their_own ? claims : 1);
  for (auto &patient : subscriber.patients) {
    if (subscriber.dependents) {
      patient.person = make_person(random);
      patient.person.last = subscriber.person.last;
      patient.person.street = subscriber.person.street;
    }
    patient.claims.clear();
    patient.claims.resize(claims / subscriber.patients.size());
    for (auto &claim : patient.claims) make_claim(claim, subscriber, guide, random);
  }
}

void ClaimMaker::make_claim(Claim &claim, Subscriber const &subscriber, Guide guide,
                            Random &random) {
  bool const professional = guide == Guide::professional;
  claim.guide = guide;
  claim.payer = subscriber.payer;
  claim.location = subscriber.location;
  ++claims_;
  // The first letter keeps ids of both guides apart; a few name the drug code, which is no line.
  claim.id = fmt::format("{}{}{:09}", random.below(500) == 0 ? "J3490-" : "",
                         professional ? 'P' : 'H', claims_);
  claim.day = static_cast<int>(random.below(service_days));
  claim.facility = professional ? (random.chance(0.15) ? "49" : "11") : "13";
  if (!professional && claim.medicare() && random.chance(0.5)) claim.facility = "85";
  claim.rendering = &random.pick(std::span<Provider const>{providers_});
  claim.rendering_npi = claim.rendering->npi;
  claim.secondary = subscriber.secondary;
  claim.earlier = subscriber.earlier;
  make_lines(claim, random);
}

void ClaimMaker::make_lines(Claim &claim, Random &random) {
  // Two draws make claims of middling length the commonest.
  auto const count = 1 + (random.below(most_lines) + random.below(most_lines) + 1) / 2;
  claim.lines.reserve(most_lines + 2);
  std::uint32_t used = 0;
  bool has_drugs = false;
  for (std::uint32_t i = 0; i < count && claim.lines.size() < most_lines; ++i) {
    auto &line = claim.lines.emplace_back();
    line.date = date_text(claim.day);
    line.control = fmt::format("{}L{}", claim.id.substr(claim.id.size() - 9), claim.lines.size());
    if (!random.chance(shares_.drug_lines)) {
      make_line(claim, line, random);
      continue;
    }
    // One line a drug: the same drug twice on a day would look like a duplicate.
    auto const count_of_drugs = static_cast<std::uint32_t>(generator::drugs().size());
    std::uint32_t index = random.below(count_of_drugs);
    while ((used >> index & 1U) != 0) index = (index + 1) % count_of_drugs;
    used |= 1U << index;
    make_drug_line(claim, line, generator::drugs()[index], random);
    has_drugs = true;
    if (claim.lines.size() < most_lines && has_waste(claim, line) && random.chance(0.4)) {
      auto waste = make_waste_line(line);
      waste.control.append("W");
      claim.lines.push_back(std::move(waste));
    }
  }
  finish_claim(claim, has_drugs, random);
}

void ClaimMaker::make_line(Claim &claim, ServiceLine &line, Random &random) {
  auto const &service = random.pick(services(claim.guide));
  auto const units = 1 + random.below(static_cast<std::uint32_t>(service.most_units));
  line.code = service.code;
  line.revenue = service.revenue;
  line.units = std::to_string(units);
  line.set_charge(Money::cents(std::int64_t{service.cents} * units));
  if (service.with_drug_loop) {
    auto &loop = line.loops.emplace_back();
    auto const labeler = random.between(1000, 9899);
    auto const product = random.below(1000);
    loop.ndc = fmt::format("9{}0{:03}{}", labeler, product, random.between(10, 99));
    loop.quantity = line.units;
    loop.unit = "ML";
  }
  if (claim.professional() && random.chance(0.03)) {
    line.provider = &random.pick(std::span<Provider const>{providers_});
  }
  if (random.chance(0.02)) set_trap(claim, line, random);
}

void ClaimMaker::finish_claim(Claim &claim, bool has_drugs, Random &random) {
  // A physician's drug is billed from the office; the facility bills it elsewhere.
  if (claim.professional() && !has_drugs && random.chance(0.15)) claim.facility = "22";
  auto const others = random.between(has_drugs ? 0 : 1, 4);
  for (std::uint32_t i = 0; i < others && claim.diagnoses.size() < most_diagnoses; ++i) {
    auto const code = random.pick(diagnoses());
    auto const &known = claim.diagnoses;
    if (std::find(known.begin(), known.end(), code) == known.end())
      claim.diagnoses.emplace_back(code);
  }
  if (has_drugs && claim.diagnoses.size() < most_diagnoses && random.chance(0.15)) {
    claim.diagnoses.emplace_back("Z79899");
  }
  if (claim.professional()) {
    auto const known = static_cast<std::uint32_t>(std::min<std::size_t>(claim.diagnoses.size(), 9));
    for (auto &line : claim.lines) {
      if (line.drug != nullptr) continue;
      line.pointers.push_back('1');
      if (known > 1 && random.chance(0.3)) {
        line.pointers.push_back(static_cast<char>('0' + random.between(2, known)));
      }
    }
  }
  if (random.chance(0.3))
    claim.clearinghouse = fmt::format("CH{:012}", random.next() % 1'000'000'000'000U);
  if (random.chance(0.1)) claim.authorization = fmt::format("PA{:08}", random.below(100'000'000));
  if (random.chance(0.03)) {
    claim.frequency = "7";
    claim.original = fmt::format("ICN{:010}", random.next() % 10'000'000'000U);
  }
  if (claim.note.empty() && random.below(200) == 0) {
    claim.note = "PATIENT ASKED ABOUT THE CHARGE FOR J3490";
  }
}

}  // namespace noc837::generator
