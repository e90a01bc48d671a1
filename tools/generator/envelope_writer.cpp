// SPDX-License-Identifier: Apache-2.0
// Writes the envelope and the levels above the claims, and keeps their counts.
#include "tools/generator/envelope_writer.hpp"

#include <fmt/format.h>

#include "tools/generator/calendar.hpp"
#include "tools/generator/claim_writer.hpp"

namespace noc837::generator {
namespace {

constexpr std::string_view sender = "NOC837GEN";
constexpr std::string_view receiver = "CLEARHOUSE01";

}  // namespace

EnvelopeWriter::EnvelopeWriter(std::string &out, Delimiters const &delimiters,
                               std::uint64_t control)
    : buffer_(out), out_(out, delimiters), interchange_(fmt::format("{:09}", control)) {}

std::string EnvelopeWriter::set_control() const {
  return fmt::format("{:04}", sets_);
}

void EnvelopeWriter::open_interchange() {
  // Fixed widths: nothing may be trimmed, so this segment is not written like the others.
  auto const &d = out_.delimiters();
  std::string_view const e{&d.element, 1};
  buffer_ += fmt::format("ISA{0}00{0}{1:10}{0}00{0}{1:10}{0}ZZ{0}{2:15}{0}ZZ{0}{3:15}{0}", e, "",
                         sender, receiver);
  buffer_ += fmt::format("{1}{0}{2}{0}{3}{0}00501{0}{4}{0}0{0}T{0}", e, file_date.substr(2),
                         file_time, d.repetition, interchange_);
  buffer_.push_back(d.component);
  buffer_.push_back(d.terminator);
  buffer_.append(d.newline);
}

void EnvelopeWriter::open_group(Guide guide) {
  guide_ = guide;
  ++groups_;
  sets_ = 0;
  out_.segment("GS", "HC", sender, receiver, file_date, file_time, group_control(), "X",
               version_of(guide));
}

void EnvelopeWriter::open_set() {
  ++sets_;
  levels_ = 0;
  set_start_ = out_.segments();
  out_.segment("ST", "837", set_control(), version_of(guide_));
  out_.segment("BHT", "0019", "00", fmt::format("{}G{}S{}", interchange_, groups_, sets_),
               file_date, file_time, "CH");
  out_.segment("NM1", "41", "2", "NOC837 GENERATOR", "", "", "", "", "46", sender);
  out_.segment("PER", "IC", "TEST DESK", "TE", "2015550100");
  out_.segment("NM1", "40", "2", "EXAMPLE CLEARINGHOUSE", "", "", "", "", "46", receiver);
}

std::uint64_t EnvelopeWriter::level(std::string_view parent, std::string_view kind, bool children) {
  ++levels_;
  out_.begin("HL").number(levels_).element(parent).element(kind).element(children ? "1" : "0");
  out_.end();
  return levels_;
}

void EnvelopeWriter::billing(Billing const &billing) {
  billing_level_ = std::to_string(level("", "20", true));
  out_.segment("PRV", "BI", "PXC", billing.taxonomy);
  out_.segment("NM1", "85", "2", billing.name, "", "", "", "", "XX", billing.npi);
  out_.segment("N3", billing.street);
  out_.segment("N4", billing.place->city, billing.place->state, billing.place->zip);
  out_.segment("REF", "EI", billing.tax_id);
  out_.segment("PER", "IC", "BILLING OFFICE", "TE", billing.phone);
}

void EnvelopeWriter::person(std::string_view role, Person const &person, Place const &place) {
  out_.begin("NM1").element(role).element("1").element(person.last).element(person.first);
  if (!person.member.empty()) out_.skip(3).element("MI").element(person.member);
  out_.end();
  out_.segment("N3", person.street);
  out_.segment("N4", place.city, place.state, place.zip.substr(0, 5));
  out_.segment("DMG", "D8", person.born, person.female ? "F" : "M");
}

void EnvelopeWriter::subscriber(Subscriber const &subscriber) {
  auto const own = std::to_string(level(billing_level_, "22", subscriber.dependents));
  // Medicare as a secondary payer wants to know why: 12, a working aged person's employer plan.
  bool const msp = subscriber.secondary && subscriber.payer.kind == PayerKind::medicare;
  out_.segment("SBR", subscriber.secondary ? "S" : "P", subscriber.dependents ? "" : "18", "", "",
               msp ? "12" : "", "", "", "", subscriber.payer.filing);
  person("IL", subscriber.person, *subscriber.location);
  out_.segment("NM1", "PR", "2", subscriber.payer.name, "", "", "", "", "PI", subscriber.payer.id);
  for (auto const &patient : subscriber.patients) {
    if (subscriber.dependents) {
      level(own, "23", false);
      out_.segment("PAT", "19");
      person("QC", patient.person, *subscriber.location);
    }
    for (auto const &claim : patient.claims) write_claim(out_, claim, subscriber.person);
  }
}

void EnvelopeWriter::close_set() {
  out_.begin("SE").number(out_.segments() - set_start_ + 1).element(set_control()).end();
}

void EnvelopeWriter::close_group() {
  out_.begin("GE").number(sets_).element(group_control()).end();
}

void EnvelopeWriter::close_interchange() {
  out_.begin("IEA").number(groups_).element(interchange_).end();
}

}  // namespace noc837::generator
