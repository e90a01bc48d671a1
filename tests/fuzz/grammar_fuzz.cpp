// SPDX-License-Identifier: Apache-2.0
// One segment of any bytes through every segment grammar, by any delimiters.
#include "fuzz.hpp"
#include "grammar/date.hpp"
#include "grammar/decimal.hpp"
#include "grammar/envelope.hpp"
#include "grammar/hierarchy.hpp"
#include "grammar/segments.hpp"
#include "grammar/service_line.hpp"

using namespace noc837;

namespace {

void read_segment(std::string_view text, edi::Delimiters const &delimiters) {
  auto const inside = [&](auto... slices) { (fuzz::require_inside(slices, text), ...); };
  auto const gs = grammar::read_gs(text, delimiters);
  inside(gs.function, gs.sender, gs.receiver, gs.date, gs.control_number, gs.version);
  auto const st = grammar::read_st(text, delimiters);
  inside(st.transaction_set, st.control_number, st.guide);
  auto const trailer = grammar::read_trailer(text, delimiters);
  inside(trailer.count, trailer.control_number);
  auto const bht = grammar::read_bht(text, delimiters);
  inside(bht.structure, bht.reference, bht.type);
  auto const hl = grammar::read_hl(text, delimiters);
  inside(hl.id, hl.parent, hl.level, hl.child_code);
  auto const nm1 = grammar::read_nm1(text, delimiters);
  inside(nm1.entity, nm1.name, nm1.id);
  auto const sbr = grammar::read_sbr(text, delimiters);
  inside(sbr.sequence, sbr.filing);
  auto const clm = grammar::read_clm(text, delimiters);
  inside(clm.id, clm.charge, clm.facility, clm.frequency);
  grammar::HealthCodes codes;
  grammar::read_hi(text, delimiters, codes);
  for (auto const &code : codes) inside(code.qualifier, code.code, code.extra);
  auto const sv1 = grammar::read_sv1(text, delimiters);
  inside(sv1.procedure.code, sv1.procedure.description, sv1.procedure.extra, sv1.charge, sv1.units,
         sv1.pointers);
  auto const sv2 = grammar::read_sv2(text, delimiters);
  inside(sv2.revenue, sv2.procedure.code, sv2.charge, sv2.noncovered);
  auto const lin = grammar::read_lin(text, delimiters);
  inside(lin.qualifier, lin.id, lin.extra);
  auto const ctp = grammar::read_ctp(text, delimiters);
  inside(ctp.quantity, ctp.unit, ctp.unit_extra, ctp.extra);
  auto const nte = grammar::read_nte(text, delimiters);
  inside(nte.code, nte.text);
  auto const dtp = grammar::read_dtp(text, delimiters);
  inside(dtp.qualifier, dtp.format, dtp.period);
  static_cast<void>(grammar::read_period(dtp.format.view(), dtp.period.view()));
  auto const svd = grammar::read_svd(text, delimiters);
  inside(svd.payer, svd.paid, svd.procedure.code);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  if (size < 4) return 0;
  edi::Delimiters delimiters;
  if (data[0] % 2 != 0) {
    delimiters.element = static_cast<char>(data[1]);
    delimiters.component = static_cast<char>(data[2]);
    delimiters.terminator = static_cast<char>(data[3]);
  }
  auto const bytes = fuzz::text_of(data + 4, size - 4);
  grammar::IsaFault fault;
  static_cast<void>(grammar::looks_like_isa(bytes));
  if (auto const isa = grammar::read_isa(bytes, fault)) {
    fuzz::require_inside(isa->control_number, bytes);
  }
  edi::Segments segments;
  grammar::split_segments(bytes, delimiters, 0, 1, segments);
  std::size_t total = 0;
  for (auto const &segment : segments) {
    read_segment(segment.text, delimiters);
    total += segment.text.size() + segment.tail.size();
  }
  // Blanks before the first segment are left out.
  auto const begin = segments.empty() ? bytes.size() : static_cast<std::size_t>(segments[0].offset);
  fuzz::require(total + begin == bytes.size(), "texts and tails are the bytes");
  read_segment(bytes, delimiters);
  return 0;
}
