// SPDX-License-Identifier: Apache-2.0
#include "rules/characters.hpp"

#include <algorithm>
#include <cstdint>

namespace noc837::rules {
namespace {

struct Character {
  std::size_t size = 1;  ///< bytes
  char32_t code = 0;     ///< Unicode; of a byte that CP1252 puts elsewhere, only if we spell it out
};

/// The characters above 0x7F that we know a plain spelling of, by their CP1252 byte.
char32_t from_cp1252(unsigned char byte) {
  switch (byte) {
    case 0x91:
      return U'\u2018';
    case 0x92:
      return U'\u2019';
    case 0x93:
      return U'\u201C';
    case 0x94:
      return U'\u201D';
    case 0x96:
      return U'\u2013';
    case 0x97:
      return U'\u2014';
    case 0x99:
      return U'\u2122';
    default:
      return byte;
  }
}

/// How many bytes a UTF-8 sequence has that begins with `lead`; 1 when none does.
std::size_t sequence_size(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 1;
}

/// The character that begins `text`, which is not empty. UTF-8 is tried first: a CP1252 text that
/// happens to be well-formed UTF-8 does not occur in drug names.
Character first_character(std::string_view text) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  std::size_t const size = sequence_size(byte(0));
  if (size == 1 || size > text.size()) return {1, from_cp1252(byte(0))};
  char32_t code = byte(0) & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {1, from_cp1252(byte(0))};
    code = code << 6U | (byte(i) & 0x3FU);
  }
  if (code < smallest[size]) return {1, from_cp1252(byte(0))};
  return {size, code};
}

bool in_extended_set(unsigned char byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\r' || byte == '\n';
}

bool alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A plain spelling, and how many bytes of the text it stands for.
struct Spelling {
  std::string_view text;
  std::size_t size;
};

std::optional<Spelling> spelling(Character character, std::string_view rest,
                                 std::string_view written) {
  std::size_t const size = character.size;
  std::string_view const after = rest.substr(size);
  switch (character.code) {
    case U'\u00B5':  // micro sign
    case U'\u03BC':  // Greek mu
      if (after.empty() || (after[0] != 'g' && after[0] != 'G')) return std::nullopt;
      return Spelling{"MCG", size + 1};
    case U'\u00AE':
    case U'\u2122': {
      bool const joins = !written.empty() && alphanumeric(written.back()) && !after.empty() &&
                         alphanumeric(after[0]);
      return Spelling{joins ? " " : "", size};
    }
    case U'\u2013':
    case U'\u2014':
      return Spelling{"-", size};
    case U'\u2018':
    case U'\u2019':
      return Spelling{"'", size};
    case U'\u201C':
    case U'\u201D':
      return Spelling{"\"", size};
    default:
      return std::nullopt;
  }
}

}  // namespace

bool all_printable(std::string_view text) {
  unsigned char farthest = 0;  // from the blank, the first that is printable
  for (char const c : text) farthest = std::max(farthest, static_cast<unsigned char>(c - ' '));
  return farthest <= '~' - ' ';
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(first_character(text).size);
  return count;
}

std::optional<std::size_t> find_foreign(std::string_view text, edi::Delimiters const &delimiters) {
  if (all_printable(text)) return std::nullopt;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (in_extended_set(static_cast<unsigned char>(text[at]))) continue;
    // A delimiter in a text is another rule's matter, and may be a control character.
    if (delimiters.can_hold(text.substr(at, 1))) return at;
  }
  return std::nullopt;
}

std::string in_plain_characters(std::string_view text, edi::Delimiters const &delimiters) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    auto const character = first_character(text);
    auto const plain = spelling(character, text, out);
    bool const usable = plain && delimiters.can_hold(plain->text);
    out.append(usable ? plain->text : text.substr(0, character.size));
    text.remove_prefix(usable ? plain->size : character.size);
  }
  return out;
}

}  // namespace noc837::rules
