// SPDX-License-Identifier: Apache-2.0
#include "edits/counts.hpp"

#include <charconv>
#include <limits>

#include "edi/elements.hpp"

namespace noc837::edits {

std::string with_unit_element(std::string_view unit, edi::Delimiters const &delimiters,
                              std::size_t number, std::string_view value) {
  auto const text = unit.substr(0, unit.find(delimiters.terminator));
  auto out = edi::with_element(text, number, value, delimiters);
  return out.append(unit.substr(text.size()));
}

std::string with_count(std::string_view unit, edi::Delimiters const &delimiters,
                       std::uint64_t before, std::uint64_t after, Recount recount) {
  auto const text = unit.substr(0, unit.find(delimiters.terminator));
  auto const written = edi::element(text, 1, delimiters.element);
  auto const number = edi::trim(written);
  std::uint64_t value = 0;
  auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  bool const readable = error == std::errc() && end == number.data() + number.size();
  if (recount == Recount::shift) {
    // A count that is too wrong to be shifted stays as well.
    bool const below = before > after && value < before - after;
    bool const beyond =
        after > before && value > std::numeric_limits<std::uint64_t>::max() - (after - before);
    if (!readable || below || beyond) return std::string(unit);
  }
  std::uint64_t const wanted = recount == Recount::count ? after : value + after - before;
  if (readable && wanted == value) return std::string(unit);
  std::string digits = std::to_string(wanted);
  // A count padded with zeros keeps its width.
  if (written.starts_with('0') && digits.size() < written.size()) {
    digits.insert(0, written.size() - digits.size(), '0');
  }
  return with_unit_element(unit, delimiters, 1, digits);
}

}  // namespace noc837::edits
