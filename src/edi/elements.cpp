// SPDX-License-Identifier: Apache-2.0
#include "edi/elements.hpp"

#include <algorithm>
#include <charconv>

namespace noc837::edi {
namespace {

/// The `number`-th part (from 0) of `text` between separators; a null view when there is none.
std::string_view part(std::string_view text, std::size_t number, char separator) {
  for (; number > 0; --number) {
    auto const at = text.find(separator);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + 1);
  }
  return text.substr(0, text.find(separator));
}

/// `text` with its `number`-th part (from 0) replaced by `value`.
std::string with_part(std::string_view text, std::size_t number, std::string_view value,
                      char separator) {
  std::string_view const old = part(text, number, separator);
  if (old.data() == nullptr) {
    auto const have = static_cast<std::size_t>(std::count(text.begin(), text.end(), separator));
    std::string out(text);
    out.append(number - have, separator);
    return out.append(value);
  }
  auto const at = static_cast<std::size_t>(old.data() - text.data());
  std::string out(text.substr(0, at));
  out.append(value).append(text.substr(at + old.size()));
  return out;
}

/// Reads a whole number that is all of `digits`; false where it is none, or zero.
bool read_number(std::string_view digits, std::size_t &number) {
  auto const *const end = digits.data() + digits.size();
  auto const [at, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && at == end && number != 0;
}

}  // namespace

std::string_view element(std::string_view text, std::size_t number, char separator) {
  return part(text, number, separator);
}

std::string_view component(std::string_view element, std::size_t number, char separator) {
  return part(element, number - 1, separator);
}

std::size_t element_count(std::string_view text, char separator) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), separator));
}

std::string with_element(std::string_view text, std::size_t number, std::string_view value,
                         Delimiters const &delimiters) {
  return with_part(text, number, value, delimiters.element);
}

std::string with_component(std::string_view text, std::size_t number, std::size_t component_number,
                           std::string_view value, Delimiters const &delimiters) {
  std::string_view const old = part(text, number, delimiters.element);
  return with_element(
      text, number, with_part(old, component_number - 1, value, delimiters.component), delimiters);
}

std::optional<ElementNumber> element_number(std::string_view name, std::string_view segment_id) {
  if (segment_id.empty() || name.size() < segment_id.size() ||
      !equal_folded(name.substr(0, segment_id.size()), segment_id)) {
    return std::nullopt;
  }
  name.remove_prefix(segment_id.size());
  if (name.empty()) return ElementNumber{};
  ElementNumber out;
  auto const digits = name.substr(0, name.find('-'));
  if (digits.size() != 2 || !read_number(digits, out.element)) return std::nullopt;
  name.remove_prefix(digits.size());
  if (!name.empty() && !read_number(name.substr(1), out.component)) return std::nullopt;
  return out;
}

std::string_view part_of(std::string_view text, ElementNumber number,
                         Delimiters const &delimiters) {
  if (number.element == 0) return text;
  auto const element = part(text, number.element, delimiters.element);
  if (element.data() == nullptr) return text.substr(text.size());
  if (number.component == 0) return element;
  auto const component = part(element, number.component - 1, delimiters.component);
  return component.data() == nullptr ? element.substr(element.size()) : component;
}

std::string upper(std::string_view value) {
  std::string out(value);
  std::transform(out.begin(), out.end(), out.begin(), fold);
  return out;
}

}  // namespace noc837::edi
