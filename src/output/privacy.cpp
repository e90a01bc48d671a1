// SPDX-License-Identifier: Apache-2.0
#include "output/privacy.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "edi/elements.hpp"

namespace noc837::output {
namespace {

/// NM101 of those who are no patient: submitter, receiver, payers and providers. Whoever is not
/// in this list is hidden; PW and 45, where an ambulance stops, may be the patient's home.
constexpr std::array<std::string_view, 19> known_entities = {
    "40", "41", "71", "72", "73", "77", "82", "85", "87", "98",
    "DD", "DK", "DN", "DQ", "P3", "PE", "PR", "QB", "ZZ"};

/// REF01 that number a person wherever they stand: social security number, member numbers,
/// medical record number.
constexpr std::array<std::string_view, 4> personal_references = {"SY", "1W", "IG", "EA"};

/// Segments behind which N3, N4, REF and others no longer belong to who came before.
bool begins_party(edi::Tag id) {
  using edi::tag;
  return id == tag("NM1") || id == tag("HL") || id == tag("CLM") || id == tag("LX") ||
         id == tag("SBR") || id == tag("SVD");
}

/// Subscriber, patient, other subscriber; then where an ambulance stops. A service facility of an
/// 837I has the loop of one of the latter, and is hidden with it.
constexpr std::array<std::string_view, 7> personal_loops = {"2010BA", "2010CA", "2330A", "2310E",
                                                            "2310F",  "2420G",  "2420H"};

template <class Values>
bool among(Values const &values, std::string_view value) {
  return std::find(std::begin(values), std::end(values), value) != std::end(values);
}

/// True for a finding about an element that says who a person is. "N402" is element 2 of N4,
/// "NM109" element 9 of NM1; "NM1" is all of it.
bool is_personal(rules::Finding const &finding) {
  using edi::tag;
  auto const element = std::string_view(finding.element).substr(0, finding.element.find('-'));
  std::size_t const letters = element.size() == 4 ? 2 : 3;
  auto const number = element.substr(std::min(letters, element.size()));
  bool const whole = number.empty();
  bool const person = among(personal_loops, finding.loop);
  // Which number a REF holds stands in another element; rules for drug lines look at known ones.
  bool const validation = finding.rule->id.starts_with("SNP");
  switch (tag(element.substr(0, letters))) {
    case tag("NM1"):
      return person && (whole || (number >= "03" && number != "08"));
    case tag("N3"):
    case tag("N4"):
      return person;
    case tag("PER"):
      return person && number != "01";
    case tag("REF"):
      return (person || validation) && number != "01";
    case tag("DMG"):
      return number != "01";
    case tag("SBR"):
      return whole || number == "03";
    case tag("PAT"):
      return whole || number >= "06";
    default:
      return false;
  }
}

}  // namespace

void Privacy::enter(edi::Segment const &segment, edi::Delimiters const &delimiters) {
  id_ = segment.id;
  qualifier_ = edi::upper(edi::trim(edi::element(segment.text, 1, delimiters.element)));
  if (begins_party(id_)) person_ = id_ == edi::tag("NM1") && !among(known_entities, qualifier_);
}

void Privacy::enter(edi::Segments const &claim, std::size_t at, edi::Delimiters const &delimiters) {
  auto from = at;
  while (from > 0 && !begins_party(claim[from].id)) --from;
  for (; from <= at; ++from) enter(claim[from], delimiters);
}

bool Privacy::hides(std::size_t number) const {
  using edi::tag;
  if (show_ || number == 0) return false;
  switch (id_) {
    case tag("NM1"):
      return person_ && number >= 3 && number != 8;
    case tag("N3"):
    case tag("N4"):
      return person_;
    case tag("PER"):
      return person_ && number >= 2;
    case tag("REF"):
      return number >= 2 && (person_ || among(personal_references, qualifier_));
    case tag("DMG"):
      return number != 1;
    case tag("SBR"):
      return number == 3;
    case tag("PAT"):
      return number >= 6;
    default:
      return false;
  }
}

std::string Privacy::shown(edi::Segment const &segment, edi::Delimiters const &delimiters) const {
  std::string out;
  // One step through the text: a segment may have a million elements.
  auto rest = segment.text;
  for (std::size_t number = 0;; ++number) {
    auto const size = rest.find(delimiters.element);
    auto const value = rest.substr(0, size);
    out += !value.empty() && hides(number) ? "HIDDEN" : value;
    if (size == std::string_view::npos) return out;
    out += delimiters.element;
    rest.remove_prefix(size + 1);
  }
}

std::string_view shown_value(rules::Finding const &finding, std::string_view value) {
  return !value.empty() && is_personal(finding) ? "HIDDEN" : value;
}

}  // namespace noc837::output
