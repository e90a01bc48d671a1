// SPDX-License-Identifier: Apache-2.0
// Writes service lines: loops 2400, 2410, 2420 and 2430.
#include "tools/generator/calendar.hpp"
#include "tools/generator/claim_writer.hpp"

namespace noc837::generator {
namespace {

void write_drug_loops(SegmentWriter &out, ServiceLine const &line) {
  for (auto const &loop : line.loops) {
    if (loop.has_ndc) out.segment("LIN", loop.unused, loop.qualifier, loop.ndc);
    if (loop.has_quantity) {
      out.begin("CTP").skip(2).element(loop.price).element(loop.quantity).element(loop.unit);
      if (loop.stray_components > 0) {
        out.end_with(out.delimiters().component, static_cast<std::size_t>(loop.stray_components));
      } else {
        out.end_with(out.delimiters().element, static_cast<std::size_t>(loop.stray_elements));
      }
    }
    if (!loop.prescription.empty()) out.segment("REF", "XZ", loop.prescription);
    if (!loop.link.empty()) out.segment("REF", "VY", loop.link);
  }
}

/// SV101 or SV202.
void write_procedure(SegmentWriter &out, ServiceLine const &line) {
  if (line.code.empty()) {
    out.skip(1);
    return;
  }
  out.element(line.qualifier).component(line.code);
  for (auto const &modifier : line.modifiers) out.component(modifier);
  out.component(line.description).component(line.overflow);
}

void write_pointers(SegmentWriter &out, ServiceLine const &line) {
  out.skip(1);
  bool first = true;
  for (char const pointer : line.pointers) {
    auto const text = std::to_string(pointer - '0');
    if (first) {
      out.element(text);
    } else {
      out.component(text);
    }
    first = false;
  }
}

void write_professional_service(SegmentWriter &out, ServiceLine const &line) {
  out.begin("SV1");
  write_procedure(out, line);
  out.element(line.charge).element(line.unit_code).element(line.units).element(line.place);
  write_pointers(out, line);
}

void write_institutional_service(SegmentWriter &out, ServiceLine const &line) {
  out.begin("SV2").element(line.revenue.empty() ? "0636" : line.revenue);
  write_procedure(out, line);
  out.element(line.charge).element(line.unit_code).element(line.units).skip(1);
  out.element(line.noncovered);
}

void write_service(SegmentWriter &out, Claim const &claim, ServiceLine const &line) {
  if (line.segment == ServiceSegment::none) return;
  if (claim.professional() == (line.segment == ServiceSegment::right)) {
    write_professional_service(out, line);
  } else {
    write_institutional_service(out, line);
  }
  out.end_with(out.delimiters().element, static_cast<std::size_t>(line.stray_elements));
}

/// Loop 2430: what the earlier payer made of the line.
void write_adjudication(SegmentWriter &out, Claim const &claim, ServiceLine const &line) {
  auto const paid = paid_before(line);
  auto const code =
      line.adjudicated_code.empty() ? std::string_view{line.code} : line.adjudicated_code;
  out.begin("SVD").element(claim.earlier.id).money(paid);
  if (code.empty()) {
    out.skip(1);
  } else {
    out.element("HC").component(code);
  }
  out.element(claim.professional() ? std::string_view{} : std::string_view{line.revenue});
  out.element(line.units).end();
  out.begin("CAS").element("CO").element("45").money(line.counted - paid).end();
  out.segment("DTP", "573", "D8", date_text(claim.day + 21));
}

}  // namespace

Money paid_before(ServiceLine const &line) {
  return Money::cents(line.counted.thousandths / 10 * 7 / 10);
}

void write_line(SegmentWriter &out, Claim const &claim, ServiceLine const &line,
                std::size_t position) {
  out.begin("LX");
  if (line.number.empty()) {
    out.number(position).end();
  } else {
    out.element(line.number).end();
  }
  if (line.loop_position == LoopPosition::before_service) write_drug_loops(out, line);
  write_service(out, claim, line);
  if (!line.date.empty()) out.segment("DTP", "472", line.date_qualifier, line.date);
  if (!line.control.empty()) out.segment("REF", "6R", line.control);
  if (line.loop_position == LoopPosition::before_note) write_drug_loops(out, line);
  for (auto const &note : line.notes) out.segment("NTE", note.qualifier, note.text);
  if (line.loop_position == LoopPosition::last) write_drug_loops(out, line);
  if (line.provider != nullptr) {
    auto const &provider = *line.provider;
    out.segment("NM1", "82", "1", provider.last, provider.first, "", "", "", "XX", provider.npi);
    if (claim.professional()) out.segment("PRV", "PE", "PXC", provider.taxonomy);
  }
  if (line.loop_position == LoopPosition::after_provider) write_drug_loops(out, line);
  if (claim.secondary) write_adjudication(out, claim, line);
}

}  // namespace noc837::generator
