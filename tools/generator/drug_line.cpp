// SPDX-License-Identifier: Apache-2.0
// Correct J3490 lines, and the texts that describe them.
#include "tools/generator/drug_line.hpp"

#include <algorithm>
#include <array>

namespace noc837::generator {
namespace {

constexpr std::array<std::string_view, 4> remarks{
    "SINGLE DOSE VIAL GIVEN IN OFFICE", "ADMINISTERED BY RN UNDER SUPERVISION",
    "NOT SELF ADMINISTERED", "ORDER AND RECORD ON FILE"};

/// JW and JZ belong on single-dose drugs that Medicare pays for separately.
bool wants_attestation(Claim const &claim) {
  return claim.medicare() && !claim.packaged();
}

bool wants_ndc_in_text(Claim const &claim) {
  if (!claim.medicare()) return false;
  auto const contractor = claim.location->contractor;
  return contractor == Contractor::palmetto || contractor == Contractor::cgs ||
         contractor == Contractor::ngs;
}

/// The position of `diagnosis` in the claim, added when it is not there; 1 is the first.
std::size_t diagnosis_position(Claim &claim, std::string_view diagnosis) {
  auto &known = claim.diagnoses;
  auto const found = std::find(known.begin(), known.end(), diagnosis);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin()) + 1;
  known.emplace_back(diagnosis);
  return known.size();
}

}  // namespace

std::string plain_description(Claim const &claim, ServiceLine const &line) {
  std::string text{line.drug->name};
  // Palmetto takes the total dose only, and returns amounts a millilitre.
  bool const palmetto = claim.medicare() && claim.location->contractor == Contractor::palmetto;
  if (!palmetto) text.append(" ").append(line.drug->strength);
  return text.append(" ").append(line.dose.text).append(" ").append(line.route);
}

void make_drug_line(Claim &claim, ServiceLine &line, Drug const &drug, Random &random) {
  bool const second = random.chance(0.4);
  line.drug = &drug;
  line.dose = drug.doses[second ? 1 : 0];
  line.route = random.pick(drug.routes);
  line.code = drug_code;
  line.set_charge(Money::cents(second ? drug.cents * 2 : drug.cents));
  if (!claim.professional()) line.revenue = "0636";
  if (wants_attestation(claim)) line.modifiers[0] = "JZ";
  line.description = plain_description(claim, line);
  if (wants_ndc_in_text(claim)) line.description.append(" NDC ").append(hyphenated(drug.ndc));

  auto const indication = diagnosis_position(claim, drug.indication);
  if (claim.professional()) {
    line.pointers.assign(1, static_cast<char>('0' + static_cast<int>(indication)));
    if (random.chance(0.25)) line.notes.push_back({"ADD", std::string{random.pick(remarks)}});
  } else if (claim.medicare() && claim.note.empty()) {
    // Part A contractors read the remarks field of the paper form.
    claim.note = line.description;
  }

  DrugLoop loop;
  loop.ndc = drug.ndc;
  loop.quantity = line.dose.quantity;
  loop.unit = drug.unit();
  if (random.chance(0.15)) loop.prescription = std::to_string(random.between(2'000'000, 8'999'999));
  line.loops.push_back(std::move(loop));
}

bool has_waste(Claim const &claim, ServiceLine const &line) {
  return wants_attestation(claim) && !line.drug->wasted.text.empty() &&
         line.dose.text == line.drug->doses[0].text;
}

ServiceLine make_waste_line(ServiceLine &given) {
  given.modifiers[0].clear();
  given.paired = true;
  ServiceLine waste = given;
  waste.notes.clear();
  waste.modifiers[0] = "JW";
  waste.dose = given.drug->wasted;
  waste.description = given.drug->name;
  waste.description.append(" ").append(waste.dose.text).append(" ").append(given.route);
  waste.description.append(" DISCARDED");
  waste.loops.front().quantity = waste.dose.quantity;
  return waste;
}

}  // namespace noc837::generator
