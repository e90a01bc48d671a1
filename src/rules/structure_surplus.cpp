// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "rules/line_segments.hpp"
#include "rules/structure_checks.hpp"

namespace noc837::rules::structure {
namespace {

using claims::Index;
using claims::Slice;

/// True for values that say nothing: blanks and zeros, which old systems fill empty fields with.
bool says_nothing(std::string_view value) {
  value = edi::trim(value);
  if (value.empty()) return true;
  auto const number = grammar::read_decimal(value);
  return number && number->zero();
}

bool is_filled(Slice surplus, char separator) {
  return surplus.view().find_first_not_of(separator) != std::string_view::npos;
}

/// What stands in a segment after its last element or component in use, with the separator
/// before it. The values go, or all stay when one of them says something.
void check_surplus(LineCase const &c, Report &report, Index at, std::string_view loop,
                   std::string_view element, Slice surplus, char separator) {
  if (surplus.empty() || !is_filled(surplus, separator)) return;
  auto draft = report.at(at, loop, element).before(surplus.view().substr(1));
  for (auto left = surplus.view(); !left.empty();) {
    left.remove_prefix(1);
    auto const value = left.substr(0, left.find(separator));
    if (!says_nothing(value)) return;
    left.remove_prefix(value.size());
  }
  draft.set_text(with_part(c.claim.segment(at).text, surplus.view(), ""), "");
}

void check_element(Report &report, Index at, std::string_view element, std::size_t number,
                   Slice value) {
  if (value.empty()) return;
  auto draft = report.at(at, "2410", element).before(value.view());
  if (says_nothing(value.view())) draft.set_element(number, "");
}

void check_ctp(LineCase const &c, Report &report, claims::At<grammar::Ctp> const &ctp) {
  check_element(report, ctp.at, "CTP01", 1, ctp.value.class_of_trade);
  check_element(report, ctp.at, "CTP02", 2, ctp.value.price_id);
  check_element(report, ctp.at, "CTP03", 3, ctp.value.price);
  auto const &d = c.claim.delimiters;
  check_surplus(c, report, ctp.at, "2410", "CTP05-2", ctp.value.unit_extra, d.component);
  check_surplus(c, report, ctp.at, "2410", "CTP06", ctp.value.extra, d.element);
}

/// Takes the component separators off the end of element `number`.
std::string without_open_end(std::string_view text, std::size_t number,
                             edi::Delimiters const &delimiters) {
  auto const value = edi::element(text, number, delimiters.element);
  auto const last = value.find_last_not_of(delimiters.component);
  auto const kept = last == std::string_view::npos ? 0 : last + 1;
  if (kept == value.size()) return std::string(text);
  return edi::with_element(text, number, value.substr(0, kept), delimiters);
}

std::string without_trailing_separators(edi::Segment const &segment,
                                        edi::Delimiters const &delimiters) {
  std::string text(segment.text);
  auto const composite = [&](std::size_t number) {
    text = without_open_end(text, number, delimiters);
  };
  switch (segment.id) {
    case edi::tag("SV1"):
      composite(1);
      composite(7);
      break;
    case edi::tag("SV2"):
      composite(2);
      break;
    case edi::tag("CTP"):
      composite(5);
      break;
    case edi::tag("REF"):
      composite(4);
      break;
    default:
      break;
  }
  auto const last = text.find_last_not_of(delimiters.element);
  text.resize(last == std::string::npos ? 0 : last + 1);
  return text;
}

}  // namespace

void unused_element_filled(LineCase const &c, Report &report) {
  auto const &d = c.claim.delimiters;
  if (c.service.service && !description_overflows(c)) {
    check_surplus(c, report, *c.service.service, "2400",
                  c.service.institutional ? "SV202-8" : "SV101-8", c.service.procedure.extra,
                  d.component);
  }
  for (auto const &loop : c.line.loops) {
    check_element(report, loop.lin.at, "LIN01", 1, loop.lin.value.assigned);
    check_surplus(c, report, loop.lin.at, "2410", "LIN04", loop.lin.value.extra, d.element);
    if (loop.ctp) check_ctp(c, report, *loop.ctp);
  }
  for (auto const &ctp : c.line.loose_ctp) check_ctp(c, report, ctp);
}

void trailing_separators(LineCase const &c, Report &report) {
  for (auto const &part : c.line.segments) {
    auto const &segment = c.claim.segment(part.at);
    std::string const trimmed = without_trailing_separators(segment, c.claim.delimiters);
    bool const bare = trimmed.find(c.claim.delimiters.element) == std::string::npos;
    if (bare || trimmed == segment.text) continue;
    report
        .at(part.at, part.loop,
            edi::upper(edi::element(segment.text, 0, c.claim.delimiters.element)))
        .before(segment.text)
        .set_text(trimmed, trimmed);
  }
}

}  // namespace noc837::rules::structure
