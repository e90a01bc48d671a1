// SPDX-License-Identifier: Apache-2.0
// Writes the claim level: loop 2300 with its providers, and 2320 of claims that someone else
// paid first.
#include "tools/generator/claim_writer.hpp"

#include "tools/generator/calendar.hpp"

namespace noc837::generator {
namespace {

void write_header(SegmentWriter &out, Claim const &claim) {
  out.begin("CLM").element(claim.id).money(claim.total()).skip(2);
  out.element(claim.facility)
      .component(claim.professional() ? "B" : "A")
      .component(claim.frequency);
  if (claim.professional()) {
    out.element("Y").element("A").element("Y").element("Y");
  } else {
    out.skip(1).element("A").element("Y").element("Y");
  }
  out.end();
  if (!claim.professional()) {
    std::string statement{date_text(claim.day)};
    statement.append("-").append(date_text(claim.day + 3));
    out.segment("DTP", "434", "RD8", statement);
    out.segment("CL1", "3", "1", "01");
  }
}

void write_references(SegmentWriter &out, Claim const &claim) {
  if (!claim.authorization.empty()) out.segment("REF", "G1", claim.authorization);
  if (!claim.original.empty()) out.segment("REF", "F8", claim.original);
  if (!claim.clearinghouse.empty()) out.segment("REF", "D9", claim.clearinghouse);
  if (!claim.note.empty()) out.segment("NTE", "ADD", claim.note);
}

void write_diagnoses(SegmentWriter &out, Claim const &claim) {
  // Professional claims have one HI for all; institutional ones a segment for each kind.
  out.begin("HI").element(claim.principal_qualifier).component(claim.diagnoses.front());
  auto const others = claim.principal_qualifier == "BK" ? "BF" : "ABF";
  bool const apart = !claim.professional() && claim.diagnoses.size() > 1;
  if (apart) {
    out.end();
    out.begin("HI");
  }
  for (std::size_t i = 1; i < claim.diagnoses.size(); ++i) {
    out.element(others).component(claim.diagnoses[i]);
  }
  out.end();
}

void write_providers(SegmentWriter &out, Claim const &claim) {
  auto const &provider = *claim.rendering;
  auto const role = claim.professional() ? "82" : "71";
  out.segment("NM1", role, "1", provider.last, provider.first, "", "", "", "XX",
              claim.rendering_npi);
  out.segment("PRV", claim.professional() ? "PE" : "AT", "PXC", provider.taxonomy);
  if (claim.professional() && claim.facility == "22") {
    out.segment("NM1", "77", "2", "COUNTY OUTPATIENT CENTER");
    out.segment("N3", "1 HEALTH PARK");
    out.segment("N4", claim.location->city, claim.location->state, claim.location->zip);
  }
}

void write_earlier_payer(SegmentWriter &out, Claim const &claim, Person const &subscriber) {
  Money paid;
  for (auto const &line : claim.lines) paid += paid_before(line);
  out.segment("SBR", "P", "18", "", "", "", "", "", "", claim.earlier.filing);
  out.begin("AMT").element("D").money(paid).end();
  out.segment("OI", "", "", "Y", "", "", "Y");
  out.segment("NM1", "IL", "1", subscriber.last, subscriber.first, "", "", "", "MI",
              subscriber.member + "0");
  out.segment("N3", subscriber.street);
  out.segment("N4", claim.location->city, claim.location->state, claim.location->zip);
  out.segment("NM1", "PR", "2", claim.earlier.name, "", "", "", "", "PI", claim.earlier.id);
}

}  // namespace

void write_claim(SegmentWriter &out, Claim const &claim, Person const &subscriber) {
  write_header(out, claim);
  write_references(out, claim);
  write_diagnoses(out, claim);
  write_providers(out, claim);
  if (claim.secondary) write_earlier_payer(out, claim, subscriber);
  for (std::size_t i = 0; i < claim.lines.size(); ++i) {
    write_line(out, claim, claim.lines[i], i + 1);
  }
}

}  // namespace noc837::generator
