// SPDX-License-Identifier: Apache-2.0
#include "output/excerpt.hpp"

#include <algorithm>

#include "base/printable.hpp"
#include "edi/elements.hpp"

namespace noc837::output {
namespace {

constexpr std::string_view left_out = "...";

/// At most `most` bytes of the end of `text`; never begins inside a character.
std::string last_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  text.remove_prefix(text.size() - most);
  while (!text.empty() && continues_character(text.front())) text.remove_prefix(1);
  return std::string(left_out).append(text);
}

/// At most `most` bytes of the front of `text`; never ends inside a character.
std::string first_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && continues_character(text[most])) --most;
  return std::string(text.substr(0, most)).append(left_out);
}

}  // namespace

std::optional<Excerpt> excerpt(std::string_view segment, std::string_view element,
                               edi::Delimiters const &delimiters, std::size_t width) {
  auto const id = segment.substr(0, segment.find(delimiters.element));
  auto const number = edi::element_number(element, id);
  if (!number) return std::nullopt;
  auto const part = edi::part_of(segment, *number, delimiters);
  auto const at = static_cast<std::size_t>(part.data() - segment.data());
  auto const before = printable_utf8(segment.substr(0, at));
  auto const marked = printable_utf8(part);
  auto const after = printable_utf8(segment.substr(at + part.size()));

  Excerpt out;
  out.marked = first_of(marked, width);
  auto const room = width - std::min(width, marked.size());
  // Half of the room for each side, and what one does not need for the other.
  auto const left = std::max(room / 2, room - std::min(room, after.size()));
  out.before = last_of(before, left);
  out.after = first_of(after, room - std::min(room, before.size() <= left ? before.size() : left));
  return out;
}

}  // namespace noc837::output
