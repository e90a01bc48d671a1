// SPDX-License-Identifier: Apache-2.0
#include "mask/mask.hpp"

#include <algorithm>

#include "claims/reader.hpp"
#include "edi/elements.hpp"
#include "edi/npi.hpp"
#include "grammar/envelope.hpp"
#include "grammar/hierarchy.hpp"
#include "grammar/segments.hpp"
#include "mask/dates.hpp"
#include "mask/free_text.hpp"

namespace noc837::mask {
namespace {

using claims::UnitKind;
using edi::tag;

/// A name and number of a payer are no person's, and payer profiles know payers by them.
bool is_payer(edi::Segment const &segment, edi::Delimiters const &delimiters) {
  return segment.id == tag("NM1") &&
         edi::trim(grammar::read_nm1(segment.text, delimiters).entity.view()) == "PR";
}

}  // namespace

Result<std::string_view> Masker::mask(claims::Unit const &unit) {
  unit_ = unit.bytes;
  masked_.assign(unit.bytes);
  if (unit.kind == UnitKind::gap) {
    mask_value(key_, Kind::text, masked_);
    return masked_;
  }
  segments_.clear();
  grammar::split_segments(unit.bytes, unit.delimiters, unit.offset, unit.ordinal, segments_);
  if (unit.kind == UnitKind::set && !segments_.empty() &&
      grammar::read_st(segments_[0].text, unit.delimiters).transaction_set.view() != "837") {
    auto error = fail(Fault::input, "a transaction set that is no 837 cannot be masked", "ST*837");
    error.value().offset = unit.offset;
    error.value().segment = unit.ordinal;
    return error;
  }
  if (unit.kind == UnitKind::level) follow_patient(unit);
  for (auto const &segment : segments_) mask_segment(segment, unit.delimiters);
  counts_.segments += segments_.size();
  return masked_;
}

/// Of a subscriber's or patient's level: by how much the dates below it move.
void Masker::follow_patient(claims::Unit const &unit) {
  std::string patient;
  for (auto const &segment : segments_) {
    if (segment.id != tag("NM1") && segment.id != tag("DMG")) continue;
    if (segment.id == tag("NM1") && is_payer(segment, unit.delimiters)) break;
    // The member id alone where there is one: it is written the same way on every claim.
    auto const id = segment.id == tag("NM1")
                        ? grammar::read_nm1(segment.text, unit.delimiters).id.view()
                        : std::string_view();
    patient = id.empty() ? patient.append(edi::upper(segment.text)) : edi::upper(edi::trim(id));
    if (!id.empty()) break;
  }
  shift_ = shift_of(key_, patient);
}

void Masker::mask_segment(edi::Segment const &segment, edi::Delimiters const &delimiters) {
  if (is_payer(segment, delimiters)) return;
  auto const id = edi::upper(segment.text.substr(0, segment.text.find(delimiters.element)));
  auto const found = fields_of(id);
  if (!found.known) {
    auto const count = edi::element_count(segment.text, delimiters.element);
    for (std::size_t number = 1; number <= count; ++number) {
      treat(Treatment::id, edi::element(segment.text, number, delimiters.element));
    }
  }
  for (auto const &field : found.fields) {
    auto const element = edi::element(segment.text, field.element, delimiters.element);
    treat(field.treatment, field.component == 0
                               ? element
                               : edi::component(element, field.component, delimiters.component));
  }
}

void Masker::treat(Treatment treatment, std::string_view value) {
  if (edi::trim(value).empty()) return;
  auto const place = place_of(value);
  switch (treatment) {
    case Treatment::name:
      mask_value(key_, Kind::name, place);
      break;
    case Treatment::id:
      if (value.size() == 10) {
        mask_npi(key_, place);
      } else {
        mask_value(key_, Kind::id, place);
      }
      break;
    case Treatment::birth_date:
      mask_birth_date(key_, place);
      break;
    case Treatment::date:
      if (!options_.shift_dates) return;
      shift_dates(shift_, place);
      break;
    case Treatment::text:
      mask_text(key_, place);
      break;
  }
  ++counts_.values;
}

std::span<char> Masker::place_of(std::string_view value) {
  auto const at = static_cast<std::size_t>(value.data() - unit_.data());
  return std::span(masked_).subspan(at, value.size());
}

Result<Counts> mask(io::Source &source, std::string const &file, Key const &key, Options options,
                    io::Sink &sink) {
  grammar::Watch const nothing;
  claims::Reader reader(source, nothing);
  Masker masker(key, options);
  for (;;) {
    auto const unit = reader.next();
    if (!unit) return with_file(unit.error(), file);
    if (*unit == nullptr) return masker.counts();
    auto const masked = masker.mask(**unit);
    if (!masked) return with_file(masked.error(), file);
    if (auto done = sink.write(*masked); !done) return tl::unexpected(done.error());
  }
}

}  // namespace noc837::mask
