// SPDX-License-Identifier: Apache-2.0
#include "grammar/service_line.hpp"

#include "grammar/service_line_def.hpp"

namespace noc837::grammar {
Lx read_lx(std::string_view text, edi::Delimiters const &delimiters) {
  return {read_segment<Slice>(lx, text, delimiters)};
}
Sv1 read_sv1(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Sv1>(sv1, text, delimiters);
}
Sv2 read_sv2(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Sv2>(sv2, text, delimiters);
}
ServiceHead read_sv1_head(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<ServiceHead>(sv1_head, text, delimiters);
}
ServiceHead read_sv2_head(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<ServiceHead>(sv2_head, text, delimiters);
}
Lin read_lin(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Lin>(lin, text, delimiters);
}
Ctp read_ctp(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Ctp>(ctp, text, delimiters);
}
Ref read_ref(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Ref>(ref, text, delimiters);
}
Nte read_nte(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Nte>(nte, text, delimiters);
}
K3 read_k3(std::string_view text, edi::Delimiters const &delimiters) {
  return {read_segment<Slice>(k3, text, delimiters)};
}
Dtp read_dtp(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Dtp>(dtp, text, delimiters);
}
Pwk read_pwk(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Pwk>(pwk, text, delimiters);
}
Svd read_svd(std::string_view text, edi::Delimiters const &delimiters) {
  return read_segment<Svd>(svd, text, delimiters);
}

}  // namespace noc837::grammar
