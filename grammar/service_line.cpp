// SPDX-License-Identifier: Apache-2.0
#include "grammar/service_line.hpp"

#include "grammar/service_line_def.hpp"

namespace noc837::grammar {
namespace {

template <class T, class Grammar>
T read(Grammar const &grammar, std::string_view text, edi::Delimiters const &delimiters) {
  T value;
  parse_segment(grammar, text, delimiters, value);
  return value;
}

}  // namespace

Lx read_lx(std::string_view text, edi::Delimiters const &delimiters) {
  return {read<Slice>(lx, text, delimiters)};
}
Sv1 read_sv1(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Sv1>(sv1, text, delimiters);
}
Sv2 read_sv2(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Sv2>(sv2, text, delimiters);
}
ServiceHead read_sv1_head(std::string_view text, edi::Delimiters const &delimiters) {
  return read<ServiceHead>(sv1_head, text, delimiters);
}
ServiceHead read_sv2_head(std::string_view text, edi::Delimiters const &delimiters) {
  return read<ServiceHead>(sv2_head, text, delimiters);
}
Lin read_lin(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Lin>(lin, text, delimiters);
}
Ctp read_ctp(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Ctp>(ctp, text, delimiters);
}
Ref read_ref(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Ref>(ref, text, delimiters);
}
Nte read_nte(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Nte>(nte, text, delimiters);
}
K3 read_k3(std::string_view text, edi::Delimiters const &delimiters) {
  return {read<Slice>(k3, text, delimiters)};
}
Dtp read_dtp(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Dtp>(dtp, text, delimiters);
}
Pwk read_pwk(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Pwk>(pwk, text, delimiters);
}
Svd read_svd(std::string_view text, edi::Delimiters const &delimiters) {
  return read<Svd>(svd, text, delimiters);
}

}  // namespace noc837::grammar
