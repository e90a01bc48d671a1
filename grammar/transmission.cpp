// SPDX-License-Identifier: Apache-2.0
#include "grammar/transmission_def.hpp"

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

void Watch::add(std::string_view code) {
  if (auto const value = packed(code); value != 0) codes_.push_back(value);
}

bool Watch::has(std::string_view code) const {
  auto const value = packed(code);
  if (value == 0) return false;
  for (auto const watched : codes_) {
    if (watched == value) return true;
  }
  return false;
}

char const *scan(char const *first, char const *last, Scan &scan) {
  scan.marks.clear();
  scan.segments = 0;
  scan.strays = 0;
  scan.indented = false;
  scan.closed = false;
  scan.reopened = false;
  scan.index.build(first, last, scan.delimiters.terminator);
  scan.window = first;
  auto const grammar = x3::with<scan_tag>(std::ref(scan))[transmission];
  x3::parse(first, last, grammar);
  return first;
}

}  // namespace noc837::grammar
