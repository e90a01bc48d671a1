// SPDX-License-Identifier: Apache-2.0
#include "grammar/envelope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/fusion/include/at_c.hpp>
#include <boost/fusion/include/vector.hpp>
#include <iterator>

#include "base/printable.hpp"
#include "grammar/envelope_def.hpp"

namespace noc837::grammar {
namespace {

using S = Slice;
using IsaElements = boost::fusion::vector<S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, char>;

bool alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool stands_for_data(char c) {
  return alphanumeric(c) || c == ' ';
}

std::string shown(char c) {
  return fmt::format("'{}'", printable({&c, 1}));
}

/// Says what is wrong with an ISA whose elements could not be read.
IsaFault width_fault(std::string_view text, IsaState const &state) {
  if (state.furthest == nullptr) {
    return {0, "no ISA segment here", "an interchange that begins with ISA and 106 fixed bytes"};
  }
  auto const at = static_cast<std::size_t>(state.furthest - text.data());
  if (text.size() < isa_size && text.size() - at < static_cast<std::size_t>(state.width) + 2 &&
      text.substr(at + 1).find(state.separator) == std::string_view::npos) {
    return {text.size(), fmt::format("the file ends inside ISA{:02}", state.element),
            "106 bytes of ISA"};
  }
  auto const next = text.find(state.separator, at + 1);
  auto const found = next == std::string_view::npos ? text.size() - at - 1 : next - at - 1;
  return {
      at + 1,
      fmt::format("ISA{:02} is {} wide", state.element,
                  found > isa_size ? "too many bytes"
                                   : fmt::format("{} {}", found, found == 1 ? "byte" : "bytes")),
      fmt::format("{} {}", state.width, state.width == 1 ? "byte" : "bytes")};
}

}  // namespace

bool looks_like_isa(std::string_view text) {
  if (text.size() < 4 || text.substr(0, 3) != "ISA" || stands_for_data(text[3])) return false;
  // Sixteen separators within a line or two: no prose has that, a faulty ISA does.
  auto const head = text.substr(0, std::min<std::size_t>(text.size(), 2 * isa_size));
  return std::count(head.begin(), head.end(), text[3]) >= 16 || text.size() < isa_size;
}

std::size_t find_isa(std::string_view text) {
  for (auto at = text.find("ISA"); at != std::string_view::npos; at = text.find("ISA", at + 1)) {
    if (looks_like_isa(text.substr(at))) return at;
  }
  return text.size();
}

std::optional<Isa> read_isa(std::string_view text, IsaFault &fault) {
  IsaState state;
  IsaElements elements;
  char const *first = text.data();
  char const *const last = first + text.size();
  if (!x3::parse(first, last, x3::with<isa_tag>(std::ref(state))[isa], elements)) {
    if (state.element == 16 && text.size() == isa_size - 1) {
      fault = {text.size(), "the file ends before the terminator of ISA", "106 bytes of ISA"};
    } else {
      fault = width_fault(text, state);
    }
    return std::nullopt;
  }
  using boost::fusion::at_c;
  Isa header;
  header.sender_qualifier = at_c<4>(elements);
  header.sender = at_c<5>(elements);
  header.receiver_qualifier = at_c<6>(elements);
  header.receiver = at_c<7>(elements);
  header.date = at_c<8>(elements);
  header.time = at_c<9>(elements);
  header.repetition = at_c<10>(elements);
  header.version = at_c<11>(elements);
  header.control_number = at_c<12>(elements);
  header.acknowledgment = at_c<13>(elements);
  header.usage = at_c<14>(elements);
  header.delimiters.element = state.separator;
  header.delimiters.component = *at_c<15>(elements).begin;
  header.delimiters.terminator = at_c<16>(elements);
  // Up to 00401 ISA11 names a standards body, not a delimiter.
  char const eleventh = *header.repetition.begin;
  bool const has_repetition = header.version.view() >= "00402" && !stands_for_data(eleventh);
  header.delimiters.repetition = has_repetition ? eleventh : '\0';

  auto const refuse = [&](std::size_t offset, char const *which, char c) {
    fault = {offset, fmt::format("the {} is {}", which, shown(c)),
             "a byte that is no letter, digit or blank"};
    return std::nullopt;
  };
  edi::Delimiters const &d = header.delimiters;
  if (stands_for_data(d.element)) return refuse(3, "element separator", d.element);
  if (stands_for_data(d.component)) return refuse(104, "component separator", d.component);
  if (stands_for_data(d.terminator)) return refuse(105, "segment terminator", d.terminator);
  auto const same = [&](std::size_t offset, char const *a, char const *b, char c) {
    fault = {offset, fmt::format("{} and {} are both {}", a, b, shown(c)),
             "four delimiters that differ"};
    return std::nullopt;
  };
  if (d.component == d.element) {
    return same(104, "component separator", "element separator", d.component);
  }
  if (d.terminator == d.element) {
    return same(105, "segment terminator", "element separator", d.terminator);
  }
  if (d.terminator == d.component) {
    return same(105, "segment terminator", "component separator", d.terminator);
  }
  if (d.repetition != 0 && d.repetition == d.element) {
    return same(82, "repetition separator", "element separator", d.repetition);
  }
  if (d.repetition != 0 && (d.repetition == d.component || d.repetition == d.terminator)) {
    return same(82, "repetition separator",
                d.repetition == d.component ? "component separator" : "segment terminator",
                d.repetition);
  }
  return header;
}

Gs read_gs(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Gs>(gs, text, delimiters);
}

St read_st(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<St>(st, text, delimiters);
}

Trailer read_trailer(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Trailer>(trailer, text, delimiters);
}

Bht read_bht(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Bht>(bht, text, delimiters);
}

}  // namespace noc837::grammar
