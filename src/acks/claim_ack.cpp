// SPDX-License-Identifier: Apache-2.0
#include "acks/claim_ack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "claims/hierarchy.hpp"
#include "edi/elements.hpp"
#include "grammar/envelope.hpp"
#include "grammar/hierarchy.hpp"
#include "grammar/segments.hpp"
#include "grammar/service_line.hpp"

namespace noc837::acks {
namespace {

using claims::UnitKind;
using edi::tag;

// What the guide has room for: data elements 1035, 1036, 1037, 1039, 67 and 127.
constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_first_name = 35;
constexpr std::size_t longest_middle_name = 25;
constexpr std::size_t longest_suffix = 10;
constexpr std::size_t longest_id = 80;
constexpr std::size_t longest_reference = 50;
constexpr std::string_view unknown = "UNKNOWN";  ///< where the guide wants what the claim lacks
constexpr std::string_view no_trace = "0";

/// Lengths in the spills of what belongs to one provider.
struct ProviderSizes {
  std::uint64_t level = 0;
  std::uint64_t claims = 0;
};

std::string_view or_else(std::string_view value, std::size_t most, std::string_view otherwise) {
  auto const shown = cut(value, most);
  return shown.empty() ? otherwise : shown;
}

/// A segment's element of data type 67 has two characters at least.
std::string_view id_or_unknown(std::string_view id) {
  return cut(id, longest_id).size() < 2 ? unknown : cut(id, longest_id);
}

std::string date_text(grammar::Date const &date) {
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

void write_period(SegmentWriter &out, grammar::Period const &period) {
  auto const first = date_text(period.first);
  if (period.first == period.last) {
    out.write("DTP", {"472", "D8", first});
  } else {
    out.write("DTP", {"472", "RD8", first + "-" + date_text(period.last)});
  }
}

void write_party(SegmentWriter &out, std::string_view entity, std::string_view type,
                 Party const &party, std::string_view qualifier) {
  bool const person = type == "1";
  auto const personal = [&](std::string const &value, std::size_t most) {
    return person ? cut(value, most) : std::string_view();
  };
  out.write("NM1",
            {entity, type, or_else(party.name, longest_name, unknown),
             personal(party.first, longest_first_name), personal(party.middle, longest_middle_name),
             "", entity == "41" ? std::string_view() : personal(party.suffix, longest_suffix),
             qualifier, id_or_unknown(party.id)});
}

Element composite(ClaimStatuses const &statuses, std::size_t index) {
  if (index >= statuses.size()) return "";
  return {statuses[index].category, statuses[index].code};
}

void write_status(SegmentWriter &out, ClaimStatuses const &statuses, std::string const &date,
                  std::string_view action, std::string_view charge) {
  out.write("STC", {composite(statuses, 0), date, action, charge, "", "", "", "", "",
                    composite(statuses, 1), composite(statuses, 2)});
}

/// What is accepted and rejected, in numbers and charges.
void write_totals(SegmentWriter &out, Totals const &totals, std::string_view accepted,
                  std::string_view rejected) {
  if (totals.accepted != 0) out.write("QTY", {accepted, std::to_string(totals.accepted)});
  if (totals.rejected != 0) out.write("QTY", {rejected, std::to_string(totals.rejected)});
  if (totals.accepted != 0) out.write("AMT", {"YU", totals.accepted_charges.to_string()});
  if (totals.rejected != 0) out.write("AMT", {"YY", totals.rejected_charges.to_string()});
}

Decimal charges_of(Totals const &totals) {
  return totals.accepted_charges + totals.rejected_charges;
}

}  // namespace

void Totals::count(bool rejected_claim, Decimal const &charge) {
  ++(rejected_claim ? rejected : accepted);
  (rejected_claim ? rejected_charges : accepted_charges) += charge;
}

void Totals::add(Totals const &other) {
  accepted += other.accepted;
  rejected += other.rejected;
  accepted_charges += other.accepted_charges;
  rejected_charges += other.rejected_charges;
}

void ClaimAck::begin(ReceivedInterchange const &received) {
  file_.answer(received);
  body_.use(received.delimiters);
}

Result<void> ClaimAck::unit(claims::Unit const &unit) {
  switch (unit.kind) {
    case UnitKind::group:
      group_ = received_group(unit);
      return {};
    case UnitKind::set:
      return begin_set(unit);
    case UnitKind::level:
      return in_set_ ? level(unit) : Result<void>();
    case UnitKind::set_end:
      return in_set_ ? end_set() : Result<void>();
    case UnitKind::interchange_end:
      return file_.end_interchange();
    default:
      return {};
  }
}

// --- Around the claims -----------------------------------------------------------------------

Result<void> ClaimAck::begin_set(claims::Unit const &unit) {
  in_set_ = unit.guide != edi::Guide::other;
  if (!in_set_) return {};
  set_totals_ = provider_totals_ = {};
  levels_ = 2;  // information source and receiver
  provider_hl_ = provider_bytes_ = providers_count_ = spilled_ = 0;
  reference_.clear();
  submitter_ = receiver_ = provider_ = subscriber_ = {};
  dependent_ = false;
  new_patient_ = true;
  segments_.clear();
  grammar::split_segments(unit.bytes, unit.delimiters, 0, 1, segments_);
  for (auto const &segment : segments_) {
    if (segment.id == tag("BHT")) {
      auto const bht = grammar::read_bht(segment.text, unit.delimiters);
      reference_ = cut(bht.reference.view(), longest_reference);
    } else if (segment.id == tag("NM1")) {
      auto const entity = grammar::read_nm1(segment.text, unit.delimiters).entity;
      if (entity == "41") submitter_ = read_party(segment.text, unit.delimiters);
      if (entity == "40") receiver_ = read_party(segment.text, unit.delimiters);
    }
  }
  if (submitter_.id.empty()) submitter_.id = group_.sender;
  if (receiver_.id.empty()) receiver_.id = group_.receiver;
  if (auto done = claims_.clear(); !done) return done;
  return providers_.clear();
}

Result<void> ClaimAck::level(claims::Unit const &unit) {
  new_patient_ = true;
  auto const place = claims::level_place(unit);
  if (place == claims::Place::billing) {
    if (auto done = end_provider(); !done) return done;
    read_provider(unit);
    return {};
  }
  auto &person = place == claims::Place::subscriber ? subscriber_ : patient_;
  auto const entity = place == claims::Place::subscriber ? "IL" : "QC";
  dependent_ = place == claims::Place::patient;
  person = {};
  segments_.clear();
  grammar::split_segments(unit.bytes, unit.delimiters, 0, 1, segments_);
  for (auto const &segment : segments_) {
    if (segment.id != tag("NM1")) continue;
    if (grammar::read_nm1(segment.text, unit.delimiters).entity == entity) {
      person = read_party(segment.text, unit.delimiters);
    }
  }
  return {};
}

void ClaimAck::read_provider(claims::Unit const &unit) {
  provider_ = subscriber_ = {};
  dependent_ = false;
  bool in_billing = false;  // 2010AA, not the pay-to loops after it
  std::string tax_id;
  segments_.clear();
  grammar::split_segments(unit.bytes, unit.delimiters, 0, 1, segments_);
  for (auto const &segment : segments_) {
    if (segment.id == tag("NM1")) {
      in_billing = grammar::read_nm1(segment.text, unit.delimiters).entity == "85";
      if (in_billing) provider_ = read_party(segment.text, unit.delimiters);
    } else if (in_billing && segment.id == tag("REF")) {
      auto const ref = grammar::read_ref(segment.text, unit.delimiters);
      if (ref.qualifier == "EI" || ref.qualifier == "SY") tax_id = edi::trim(ref.id.view());
    }
  }
  if (provider_.id.empty()) {
    provider_.id = tax_id;
    provider_.id_qualifier.clear();
  }
}

// --- Claims ----------------------------------------------------------------------------------

Result<void> ClaimAck::claim(claims::Unit const &unit, edits::Review const *review) {
  if (!in_set_) return {};
  segments_.clear();
  grammar::split_segments(unit.bytes, unit.delimiters, unit.offset, unit.ordinal, segments_);
  auto const facts = read_claim_facts(segments_, unit);
  bool const reject = review != nullptr && review->flagged;
  provider_totals_.count(reject, facts.charge);
  if (provider_hl_ == 0) provider_hl_ = ++levels_;
  if (new_patient_) patient();
  body_.write("TRN", {"2", or_else(facts.id, longest_reference, no_trace)});
  if (reject) {
    rejected(facts, *review);
  } else {
    accepted(facts, review);
  }
  provider_bytes_ += body_.text().size();
  auto done = claims_.write(body_.text());
  body_.clear();
  return done;
}

void ClaimAck::patient() {
  new_patient_ = false;
  body_.write("HL", {std::to_string(++levels_), std::to_string(provider_hl_), "PT"});
  auto person = dependent_ ? patient_ : subscriber_;
  if (person.id.empty()) person.id = subscriber_.id;  // a patient has the subscriber's id
  write_party(body_, "QC", "1", person, person.id_qualifier == "II" ? "II" : "MI");
}

void ClaimAck::accepted(ClaimFacts const &facts, edits::Review const *review) {
  ClaimStatuses statuses = {{"A2", "20"}};
  if (review != nullptr && review->corrected) {
    auto const corrected =
        std::find_if(review->findings.begin(), review->findings.end(),
                     [](auto const &finding) { return finding.status == Status::corrected; });
    if (corrected != review->findings.end()) statuses = corrected_statuses(*corrected);
  }
  write_status(body_, statuses, file_.stamp().date, "WQ", facts.charge.to_string());
  references(facts);
}

/// One STC for each that the claim is rejected for, then the lines that have one of their own.
void ClaimAck::rejected(ClaimFacts const &facts, edits::Review const &review) {
  std::vector<ClaimStatuses> written;
  std::vector<std::size_t> lines;
  for (auto const &finding : review.findings) {
    if (finding.status != Status::flagged) continue;
    if (finding.line_index) lines.push_back(*finding.line_index);
    auto const statuses = statuses_of(finding);
    if (std::find(written.begin(), written.end(), statuses) != written.end()) continue;
    written.push_back(statuses);
    write_status(body_, statuses, file_.stamp().date, "U", facts.charge.to_string());
  }
  references(facts);
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  for (auto const line : lines) rejected_line(review, line);
}

void ClaimAck::references(ClaimFacts const &facts) {
  auto const reference = [&](std::string_view qualifier, std::string_view value) {
    if (auto const shown = cut(value, longest_reference); !shown.empty()) {
      body_.write("REF", {qualifier, shown});
    }
  };
  reference("1K", facts.payer_number);
  reference("D9", facts.clearinghouse_number);
  reference("BLT", facts.type_of_bill);
  if (facts.period) {
    write_period(body_, *facts.period);
  } else {  // the guide wants a date, and the claim has none: the day that it was received
    body_.write("DTP", {"472", "D8", file_.stamp().date});
  }
}

void ClaimAck::rejected_line(edits::Review const &review, std::size_t line) {
  auto const facts = read_line_facts(review.claim, review.claim.lines[line]);
  if (!facts) return;
  constexpr std::array<std::string_view, 7> qualifiers = {"AD", "ER", "HC", "HP", "IV", "NU", "WK"};
  bool const known =
      std::find(qualifiers.begin(), qualifiers.end(), facts->qualifier) != qualifiers.end();
  std::vector<std::string_view> procedure = {known ? facts->qualifier : "HC", facts->code};
  if (facts->code.empty()) procedure = {"NU", facts->revenue};
  procedure.insert(procedure.end(), facts->modifiers.begin(), facts->modifiers.end());
  bool const revenue = !facts->code.empty();
  body_.write("SVC", {Element::composite(procedure), facts->charge, "",
                      revenue ? facts->revenue : std::string_view(), "", "", facts->units});
  ClaimStatuses statuses;
  for (auto const &finding : review.findings) {
    if (finding.status != Status::flagged || finding.line_index != line) continue;
    for (auto const &status : statuses_of(finding)) {
      bool const told = std::find(statuses.begin(), statuses.end(), status) != statuses.end();
      if (!told && statuses.size() < statuses.capacity()) statuses.push_back(status);
    }
  }
  write_status(body_, statuses, file_.stamp().date, "U", "");
  if (!facts->number.empty()) body_.write("REF", {"FJ", cut(facts->number, longest_reference)});
  if (!facts->prescription.empty()) {
    body_.write("REF", {"XZ", cut(facts->prescription, longest_reference)});
  }
  if (facts->period) write_period(body_, *facts->period);
}

// --- Where totals are known ------------------------------------------------------------------

/// Puts the provider's level aside, behind the sizes of it and of its claims.
Result<void> ClaimAck::end_provider() {
  if (provider_hl_ == 0) return {};
  body_.write("HL", {std::to_string(provider_hl_), "2", "19", "1"});
  bool const has_qualifier = provider_.id_qualifier == "XX" || provider_.id_qualifier == "SV";
  write_party(body_, "85", provider_.type == "1" ? "1" : "2", provider_,
              has_qualifier ? std::string_view(provider_.id_qualifier) : "FI");
  body_.write("TRN", {"1", no_trace});
  body_.write("STC",
              {Element{"A1", "19", "AY"}, "", "WQ", charges_of(provider_totals_).to_string()});
  write_totals(body_, provider_totals_, "QA", "QC");
  ProviderSizes const sizes{body_.text().size(), provider_bytes_};
  std::array<char, sizeof sizes> bytes{};
  std::memcpy(bytes.data(), &sizes, sizeof sizes);
  if (auto done = providers_.write({bytes.data(), bytes.size()}); !done) return done;
  if (auto done = providers_.write(body_.text()); !done) return done;
  body_.clear();
  set_totals_.add(provider_totals_);
  provider_totals_ = {};
  provider_hl_ = provider_bytes_ = 0;
  ++providers_count_;
  return {};
}

Result<void> ClaimAck::end_set() {
  in_set_ = false;
  if (auto done = end_provider(); !done) return done;
  spilled_ = body_.take_count();
  if (set_totals_.claims() == 0) return {};
  header();
  if (auto done = file_.flush(); !done) return done;
  auto const sink = file_.sink();
  if (!sink) return tl::unexpected(sink.error());
  if (auto done = copy_providers(**sink); !done) return done;
  return file_.end_set(spilled_);
}

/// ST to the totals of the information receiver.
void ClaimAck::header() {
  file_.begin_set(group_);
  auto &out = file_.segments();
  auto const &[date, time] = file_.stamp();
  auto const own = file_.reference();
  out.write("BHT", {"0085", "08", own, date, time, "TH"});
  out.write("HL", {"1", "", "20", "1"});
  write_party(out, "AY", "2", receiver_, "46");
  out.write("TRN", {"1", own});
  out.write("DTP", {"050", "D8", date});
  out.write("DTP", {"009", "D8", date});
  out.write("HL", {"2", "1", "21", "1"});
  write_party(out, "41", submitter_.type == "1" ? "1" : "2", submitter_, "46");
  out.write("TRN", {"2", or_else(reference_, longest_reference, no_trace)});
  out.write("STC", {Element{"A1", "19", "AY"}, date, "WQ", charges_of(set_totals_).to_string()});
  write_totals(out, set_totals_, "90", "AA");
}

/// Each provider's level, then its claims.
Result<void> ClaimAck::copy_providers(io::Sink &to) {
  if (auto done = claims_.rewind(); !done) return done;
  if (auto done = providers_.rewind(); !done) return done;
  std::string bytes;
  io::StringSink held(bytes);
  for (std::uint64_t i = 0; i < providers_count_; ++i) {
    ProviderSizes sizes;
    bytes.clear();
    if (auto done = providers_.copy(sizeof sizes, held); !done) return done;
    std::memcpy(&sizes, bytes.data(), sizeof sizes);
    if (auto done = providers_.copy(sizes.level, to); !done) return done;
    if (auto done = claims_.copy(sizes.claims, to); !done) return done;
  }
  return {};
}

}  // namespace noc837::acks
