// SPDX-License-Identifier: Apache-2.0
// Elements and components of a segment by number, and segments rewritten in one element.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/segment.hpp"

namespace noc837::edi {

/// Element `number` (1 is the first after the id) of `text`; empty when absent.
[[nodiscard]] std::string_view element(std::string_view text, std::size_t number, char separator);

/// Component `number` (from 1) of an element; empty when absent.
[[nodiscard]] std::string_view component(std::string_view element, std::size_t number,
                                         char separator);

/// How many elements a segment has, the id not counted.
[[nodiscard]] std::size_t element_count(std::string_view text, char separator);

/// `text` with element `number` replaced; separators are added where the segment was shorter.
/// Every byte outside the element is kept.
[[nodiscard]] std::string with_element(std::string_view text, std::size_t number,
                                       std::string_view value, Delimiters const &delimiters);

/// `text` with component `component_number` of element `number` replaced, likewise.
[[nodiscard]] std::string with_component(std::string_view text, std::size_t number,
                                         std::size_t component_number, std::string_view value,
                                         Delimiters const &delimiters);

/// An element by its number, with the component where it is one; element 0 is the whole segment.
struct ElementNumber {
  std::size_t element = 0;
  std::size_t component = 0;

  bool operator==(ElementNumber const &) const = default;
};

/// The number in an element's name: "SV101-7" of an SV1 is component 7 of element 1, "LIN" of a
/// LIN the segment. Nothing where the name is not one of a segment with this id.
[[nodiscard]] std::optional<ElementNumber> element_number(std::string_view name,
                                                          std::string_view segment_id);

/// The part of `text` that a number stands for; where it is absent, nothing at the place where
/// it would be: the end of what is there. Always points into `text`.
[[nodiscard]] std::string_view part_of(std::string_view text, ElementNumber number,
                                       Delimiters const &delimiters);

[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// `value` without blanks at its ends.
[[nodiscard]] constexpr std::string_view trim(std::string_view value) {
  while (!value.empty() && is_blank(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_blank(value.back())) value.remove_suffix(1);
  return value;
}

/// `value` in upper case (ASCII letters only).
[[nodiscard]] std::string upper(std::string_view value);

/// True where upper() would change nothing.
[[nodiscard]] constexpr bool is_upper(std::string_view value) {
  for (char const c : value) {
    if (fold(c) != c) return false;
  }
  return true;
}

/// Equal but for the case of ASCII letters.
[[nodiscard]] constexpr bool equal_folded(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i] && fold(a[i]) != fold(b[i])) return false;
  }
  return true;
}

/// True for `code` in any case and with blanks around it: how codes and qualifiers are compared.
[[nodiscard]] constexpr bool is(std::string_view typed, std::string_view code) {
  return typed.size() >= code.size() && equal_folded(trim(typed), code);
}

}  // namespace noc837::edi
