// SPDX-License-Identifier: Apache-2.0
// The terminals of the fast pass and the whole of it, against plain code and a naive grammar, over
// text that fits the cache. What is compared is checked to count the same before it is timed.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "grammar/segment_index.hpp"
#include "grammar/transmission.hpp"
#include "naive.hpp"

using namespace noc837;

namespace {

constexpr std::string_view claim =
    "HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*SANDERLING*CORA****MI*6SI0X27222~N3*938 SECOND STREET~"
    "N4*ORLANDO*FL*32801~DMG*D8*19400809*F~NM1*PR*2*MEDICARE FIRST COAST*****PI*09102~"
    "CLM*P000000002*735.05***11:B:1*Y*A*Y*Y~REF*D9*CH787941577905~HI*ABK:I2510*ABF:E039~"
    "NM1*82*1*UNDERHILL*PERCY****XX*1193845223~PRV*PE*PXC*208D00000X~"
    "LX*1~SV1*HC:80053*31.80*UN*1***1~DTP*472*D8*20240828~REF*6R*000000002L1~"
    "LX*2~SV1*HC:J3490:::::KETOROLAC 15MG IV*85*UN*1***1~DTP*472*D8*20240828~REF*6R*2L2~"
    "LIN**N4*00409379501~CTP****.5*ML~"
    "LX*3~SV1*HC:99215*248*UN*1***1:2~DTP*472*D8*20240828~REF*6R*000000002L3~";

/// 256 KB of claims: what the pipeline works on at a time stays in the second-level cache, too.
std::string const &text() {
  static std::string const all = [] {
    std::string out;
    while (out.size() + claim.size() < 256 * 1024) out.append(claim);
    return out;
  }();
  return all;
}

std::size_t segments() {
  return static_cast<std::size_t>(std::count(text().begin(), text().end(), '~'));
}

void check(std::size_t counted) {
  if (counted != segments()) throw std::runtime_error("the parsers do not agree");
}

void report(benchmark::State &state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text().size()));
}

void find_terminators(benchmark::State &state) {
  auto const run = [] {
    std::size_t count = 0;
    char const *at = text().data();
    char const *const end = at + text().size();
    while ((at = static_cast<char const *>(
                std::memchr(at, '~', static_cast<std::size_t>(end - at)))) != nullptr) {
      ++count;
      ++at;
    }
    return count;
  };
  check(run());
  for (auto _ : state) benchmark::DoNotOptimize(run());
  report(state);
}
BENCHMARK(find_terminators)->Name("terminators by memchr");

template <auto index>
void index_segments(benchmark::State &state) {
  std::size_t const words = (text().size() - 1) / 64;
  std::vector<grammar::IndexWord> out(words);
  for (auto _ : state) {
    grammar::IndexState indexed;
    index(text().data(), words, '~', indexed, out.data());
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  report(state);
}
BENCHMARK(index_segments<grammar::index_words>)->Name("segment index, vectors");
BENCHMARK(index_segments<grammar::index_words_plain>)->Name("segment index, a byte at a time");

void scan(benchmark::State &state) {
  grammar::Watch watch;
  watch.add("J3490");
  grammar::Scanner scanner(watch);
  grammar::Scan found;
  scanner.scan(text().data(), text().data() + text().size(), found);
  check(found.segments);
  for (auto _ : state) {
    scanner.scan(text().data(), text().data() + text().size(), found);
    benchmark::DoNotOptimize(found.marks.data());
  }
  report(state);
}
BENCHMARK(scan)->Name("the fast pass");

void parse_naively(benchmark::State &state) {
  check(bench::count_segments_naively(text()));
  for (auto _ : state) benchmark::DoNotOptimize(bench::count_segments_naively(text()));
  report(state);
}
BENCHMARK(parse_naively)->Name("naive X3 grammar");

}  // namespace
