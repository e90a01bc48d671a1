// SPDX-License-Identifier: Apache-2.0
// Any input split any way: both outputs are X12, each claim is in one of them, once, and the
// account comes out even. Decided by code that shares nothing with the splitting (src/verify).
#include <string>

#include "claims/hierarchy.hpp"
#include "claims/reader.hpp"
#include "edits/reconciliation.hpp"
#include "edits/split.hpp"
#include "fuzz.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "verify/verify.hpp"

using namespace noc837;

namespace {

struct Output {
  explicit Output(std::size_t most_held)
      : sink(bytes), split([this]() -> Result<io::Sink *> { return &sink; }, {}, most_held) {}

  std::string bytes;
  io::StringSink sink;
  edits::SplitOutput split;
};

verify::Named named(char const *name, std::string_view bytes) {
  return {name, io::memory_source(bytes)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  if (size < 8) return 0;
  // The first seven bytes say which claims are flagged; the eighth, how much may be held.
  auto const bytes = fuzz::text_of(data + 8, size - 8);
  auto const most_held = std::size_t{data[7]} * 64;
  Output corrected(most_held);
  Output flagged(most_held);
  edits::SplitAccount account;
  auto const source = io::memory_source(bytes);
  claims::Reader reader(*source, fuzz::usual_watch());
  claims::Hierarchy hierarchy;
  auto const must = [](Result<void> const &done) {
    fuzz::require(done.has_value(), "memory can be written to");
  };
  for (std::size_t claim = 0;;) {
    auto const next = reader.next();
    if (!next) {
      fuzz::require_no_internal(next.error());
      return 0;
    }
    if (*next == nullptr) break;
    auto const &unit = **next;
    if (unit.kind == claims::UnitKind::claim) {
      bool const flag = (data[claim / 8 % 7] >> claim % 8 & 1U) != 0;
      using To = edits::SplitAccount::To;
      account.claim(unit, nullptr, flag ? To::flagged : To::corrected);
      must((flag ? flagged : corrected).split.claim(unit, nullptr, hierarchy));
      ++claim;
      continue;
    }
    account.unit(unit);
    must(corrected.split.close(unit, hierarchy));
    must(flagged.split.close(unit, hierarchy));
    hierarchy.enter(unit);
    if (unit.kind == claims::UnitKind::passed ||
        (unit.kind == claims::UnitKind::set && unit.guide == edi::Guide::other)) {
      must(corrected.split.pass(unit, hierarchy));
    }
  }
  account.finish();
  auto const even = account.with(corrected.split.written(), flagged.split.written());
  if (auto const done = even.check(); !done) fuzz::require_no_internal(done.error());
  fuzz::require(even.read.bytes == reader.bytes(), "all that is read is accounted for");

  std::vector<verify::Named> outputs;
  if (!corrected.bytes.empty()) outputs.push_back(named("corrected", corrected.bytes));
  if (!flagged.bytes.empty()) outputs.push_back(named("flagged", flagged.bytes));
  auto const verdict = verify::verify(named("input", bytes), std::move(outputs));
  if (!verdict) {
    // Text that mentions ISA between interchanges is read differently by two readers.
    fuzz::require_no_internal(verdict.error());
    return 0;
  }
  for (auto const &fault : verdict->faults) std::fprintf(stderr, "%s\n", fault.c_str());
  fuzz::require(verdict->faults.empty(), "each claim is in one output, once");
  return 0;
}
