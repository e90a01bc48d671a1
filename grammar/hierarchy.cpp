// SPDX-License-Identifier: Apache-2.0
#include "grammar/hierarchy.hpp"

#include "grammar/hierarchy_def.hpp"

namespace noc837::grammar {

Hl read_hl(std::string_view text, edi::Delimiters const &delimiters) {
  Hl value;
  parse_segment(hl, text, delimiters, value);
  return value;
}

Nm1 read_nm1(std::string_view text, edi::Delimiters const &delimiters) {
  Nm1 value;
  parse_segment(nm1, text, delimiters, value);
  return value;
}

Sbr read_sbr(std::string_view text, edi::Delimiters const &delimiters) {
  Sbr value;
  parse_segment(sbr, text, delimiters, value);
  return value;
}

N4 read_n4(std::string_view text, edi::Delimiters const &delimiters) {
  N4 value;
  parse_segment(n4, text, delimiters, value);
  return value;
}

Clm read_clm(std::string_view text, edi::Delimiters const &delimiters) {
  Clm value;
  parse_segment(clm, text, delimiters, value);
  return value;
}

void read_hi(std::string_view text, edi::Delimiters const &delimiters, HealthCodes &out) {
  parse_segment(hi, text, delimiters, out);
}

}  // namespace noc837::grammar
