// SPDX-License-Identifier: Apache-2.0
// Facts about a drug line that several families of rules ask for.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edi/elements.hpp"
#include "rules/rule.hpp"

namespace noc837::rules {

/// Rules that compare lines with each other look no further than this: an 837I claim has at most
/// 999 lines, an 837P claim 50.
inline constexpr std::size_t most_lines_compared = 999;

template <class Values>
[[nodiscard]] bool one_of(std::string_view value, Values const &values) {
  return std::any_of(std::begin(values), std::end(values),
                     [&](auto const &other) { return value == other; });
}
[[nodiscard]] inline bool one_of(std::string_view value,
                                 std::initializer_list<std::string_view> values) {
  return one_of<std::initializer_list<std::string_view>>(value, values);
}

/// True where `value`, without blanks at its ends and in any case, is `code`: how codes and
/// qualifiers are compared.
[[nodiscard]] inline bool is(edi::Slice value, std::string_view code) {
  return edi::is(value.view(), code);
}
/// The same for any of `codes`.
template <class Codes>
[[nodiscard]] bool is_any(edi::Slice value, Codes const &codes) {
  auto const trimmed = edi::trim(value.view());
  return std::any_of(std::begin(codes), std::end(codes),
                     [&](std::string_view code) { return edi::equal_folded(trimmed, code); });
}
[[nodiscard]] inline bool is_any(edi::Slice value, std::initializer_list<std::string_view> codes) {
  return is_any<std::initializer_list<std::string_view>>(value, codes);
}

/// `value` without blanks at its ends and in upper case, to be written or kept.
[[nodiscard]] std::string folded(edi::Slice value);

/// Number of the element that holds the procedure: 1 for SV101, 2 for SV202.
[[nodiscard]] std::size_t procedure_element(claims::ServiceLine const &service);
/// "SV101-3" or "SV202-3".
[[nodiscard]] std::string procedure_component(claims::ServiceLine const &service,
                                              std::size_t component);

/// The NDC of the line's first drug loop in HIPAA's form where that is known, else as typed;
/// empty without one.
[[nodiscard]] std::string ndc_of(claims::DrugLine const &line);

/// The statement dates of an 837I claim, DTP*434.
[[nodiscard]] std::optional<grammar::Period> statement_period(claims::Claim const &claim);
/// First day of service: the line's, else the statement's.
[[nodiscard]] std::optional<grammar::Date> service_start(claims::Claim const &claim,
                                                         claims::DrugLine const &line);

/// True where both lines have the same dates of service.
[[nodiscard]] bool same_dates(claims::DrugLine const &a, claims::DrugLine const &b);

/// True where the description or a note of the line passes. Our own notes say nothing.
template <class Test>
[[nodiscard]] bool any_narrative(claims::DrugLine const &line, Test const &passes) {
  return passes(line.description) ||
         std::any_of(line.note_texts.begin(), line.note_texts.end(), passes);
}
/// True where a CTP of the line, in a drug loop or astray, passes.
template <class Test>
[[nodiscard]] bool any_ctp(claims::DrugLine const &line, Test const &passes) {
  return std::any_of(line.loops.begin(), line.loops.end(),
                     [&](claims::DrugLoop const &loop) { return loop.ctp && passes(*loop.ctp); }) ||
         std::any_of(line.loose_ctp.begin(), line.loose_ctp.end(), passes);
}
/// True where a narrative speaks of a compound.
[[nodiscard]] bool says_compound(claims::DrugLine const &line);

/// How much the payer wants the NDC on the day of service.
[[nodiscard]] profiles::Need ndc_need(LineCase const &c);

/// True for an 837I claim whose facility code (CLM05-1) is in `facilities`.
[[nodiscard]] bool billed_under(claims::Claim const &claim,
                                std::vector<std::string> const &facilities);
/// True where Medicare pays for an unclassified drug as part of the outpatient visit.
[[nodiscard]] bool packaged(LineCase const &c);

}  // namespace noc837::rules
