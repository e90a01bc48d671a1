// SPDX-License-Identifier: Apache-2.0
#include "profiles/names.hpp"

#include "edi/elements.hpp"

namespace noc837::profiles {

std::string comparable_name(std::string_view name) {
  std::string out;
  for (char const c : edi::upper(name)) {
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '*') {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool stands_in(std::string_view pattern, std::string_view name) {
  bool const open = !pattern.empty() && pattern.back() == '*';
  if (open) pattern.remove_suffix(1);
  for (auto at = name.find(pattern); at != std::string_view::npos;
       at = name.find(pattern, at + 1)) {
    auto const end = at + pattern.size();
    bool const begins = at == 0 || name[at - 1] == ' ';
    bool const ends = open || end == name.size() || name[end] == ' ';
    if (begins && ends && !pattern.empty()) return true;
  }
  return false;
}

}  // namespace noc837::profiles
