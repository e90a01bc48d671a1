// SPDX-License-Identifier: Apache-2.0
#include "grammar/hierarchy.hpp"

#include "grammar/hierarchy_def.hpp"

namespace noc837::grammar {

Hl read_hl(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Hl>(hl, text, delimiters);
}

Nm1 read_nm1(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Nm1>(nm1, text, delimiters);
}

Sbr read_sbr(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Sbr>(sbr, text, delimiters);
}

N4 read_n4(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<N4>(n4, text, delimiters);
}

Clm read_clm(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Clm>(clm, text, delimiters);
}

void read_hi(std::string_view text, edi::Delimiters const &delimiters, HealthCodes &out) {
  parse_segment(hi, text, delimiters, out);
}

}  // namespace noc837::grammar
