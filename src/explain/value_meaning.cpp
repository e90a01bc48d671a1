// SPDX-License-Identifier: Apache-2.0
#include "explain/value_meaning.hpp"

#include <fmt/format.h>

#include "base/iso_date.hpp"
#include "explain/code_meanings.hpp"
#include "grammar/date.hpp"
#include "grammar/ndc.hpp"

namespace noc837::explain {
namespace {

std::string date_text(std::string_view text) {
  auto const day = grammar::read_date(text);
  if (!day) return {};
  return iso_date(*day);
}

/// A day, or a period as DTP*...*RD8 has it.
std::string period_text(std::string_view text) {
  auto const hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return date_text(text.substr(0, 8));
  auto const first = date_text(text.substr(0, hyphen));
  auto const last = date_text(text.substr(hyphen + 1));
  if (first.empty() || last.empty()) return {};
  return first == last ? first : first + " to " + last;
}

std::string ndc_text(std::string_view text) {
  auto const &eleven = grammar::read_ndc(text).eleven;
  if (eleven.size() != 11) return {};
  return fmt::format("{}-{}-{}", eleven.substr(0, 5), eleven.substr(5, 4), eleven.substr(9));
}

/// The element before the one at hand: its qualifier.
std::string_view qualifier_of(Value const &value) {
  return value.number.element < 2
             ? std::string_view()
             : edi::element(value.segment, value.number.element - 1, value.delimiters.element);
}

/// True for CLM05-1 of an institutional claim, which is no place of service.
bool is_type_of_bill(Value const &value) {
  if (value.segment_id != "CLM") return false;
  auto const facility = edi::element(value.segment, 5, value.delimiters.element);
  return edi::component(facility, 2, value.delimiters.component) == "A";
}

}  // namespace

std::string value_meaning(Value const &value) {
  if (value.data_element == "1331" && is_type_of_bill(value)) {
    return std::string(code_meaning(type_of_bill, value.value));
  }
  if (value.data_element == "373") return date_text(value.value);
  if (value.data_element == "1251") return period_text(value.value);
  if (value.segment_id == "LIN" && qualifier_of(value) == "N4") return ndc_text(value.value);
  return std::string(code_meaning(value.data_element, value.value));
}

}  // namespace noc837::explain
