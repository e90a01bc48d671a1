// SPDX-License-Identifier: Apache-2.0
#include "grammar/transmission_def.hpp"

#include <algorithm>

#include "edi/elements.hpp"

namespace noc837::grammar {
namespace {

/// A code of up to eight characters as an integer; 0 for anything longer.
std::uint64_t packed(std::string_view code) {
  code = edi::trim(code);
  if (code.empty() || code.size() > 8) return 0;
  std::uint64_t value = 0;
  for (char const c : code) value = value << 8U | static_cast<unsigned char>(edi::fold(c));
  return value;
}

}  // namespace

Level level_of(std::string_view code) {
  code = edi::trim(code);
  if (code == "20") return Level::billing;
  if (code == "22") return Level::subscriber;
  return Level::patient;
}

void Watch::add(std::string_view code) {
  code = edi::trim(code);
  auto const value = packed(code);
  if (value == 0) return;
  codes_.push_back(value);
  auto const enter = [](std::array<bool, 256> &table, char c) {
    for (char const any : {c, edi::fold(c), static_cast<char>(c | 0x20), ' ', '\t', '\r', '\n'}) {
      table[static_cast<unsigned char>(any)] = true;
    }
  };
  enter(last_, code.back());
  enter(last_but_one_, code.back());
  if (code.size() > 1) enter(last_but_one_, code[code.size() - 2]);
}

bool Watch::is_watched(std::string_view code) const {
  auto const value = packed(code);
  return value != 0 && std::find(codes_.begin(), codes_.end(), value) != codes_.end();
}

void Scanner::scan(char const *first, char const *last, Scan &scan) {
  scan.marks.clear();
  scan.closed = false;
  scan.reopened = false;
  scan.window = first;
  // Candidates before the last terminator are whole.
  auto const whole = std::string_view(first, static_cast<std::size_t>(last - first))
                         .rfind(scan.delimiters.terminator);
  char const *const stop = whole == std::string_view::npos ? first : first + whole;
  index_.start(first, last, scan.delimiters.terminator);
  fast_pass::Passing passing{*watch_, index_, scan, stop};
  char const *at = first;
  namespace x3 = fast_pass::x3;
  x3::parse(at, last, x3::with<fast_pass::pass_tag>(std::ref(passing))[fast_pass::transmission]);
  auto const passed = index_.finish(scan.closed || scan.reopened ? passing.stop : last);
  scan.end = passed.end;
  scan.segments = passed.segments;
  scan.strays = passed.strays;
  scan.indented = passed.indented;
}

}  // namespace noc837::grammar
