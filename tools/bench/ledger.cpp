// SPDX-License-Identifier: Apache-2.0
// How fast a ledger of many entries answers, and what it costs to fill one:
//   noc837-bench-ledger FILE [MILLIONS]
// Fills FILE with MILLIONS (10) of entries unless it is there, then asks it for entries that it has
// and for as many that it has not, in random order, from one connection and from two at once.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

#include "ledger/ledger.hpp"

namespace {

using noc837::ledger::Ledger;
using Clock = std::chrono::steady_clock;

constexpr std::uint64_t an_input = 100'000;  ///< entries of an input
constexpr std::int64_t mark = 837;

/// Spreads numbers over all hashes, each to its own (the finalizer of SplitMix64).
std::int64_t hash_of(std::uint64_t number) {
  number += 0x9E3779B97F4A7C15U;
  number = (number ^ number >> 30U) * 0xBF58476D1CE4E5B9U;
  number = (number ^ number >> 27U) * 0x94D049BB133111EBU;
  return static_cast<std::int64_t>(number ^ number >> 31U);
}

template <class T>
T must(noc837::Result<T> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "{}\n", result.error().message());
  std::exit(1);
}
void must(noc837::Result<void> const &result) {
  if (result) return;
  fmt::print(stderr, "{}\n", result.error().message());
  std::exit(1);
}

/// Of the processor, all threads together.
double processor_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  auto const seconds = [](timeval const &time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Seconds {
  double wall = 0;
  double processor = 0;
};

Seconds seconds_of(std::function<void()> const &work) {
  auto const start = Clock::now();
  auto const processor = processor_seconds();
  work();
  return {std::chrono::duration<double>(Clock::now() - start).count(),
          processor_seconds() - processor};
}

void fill(std::string const &file, std::uint64_t entries) {
  for (std::uint64_t first = 0; first < entries; first += an_input) {
    auto const ledger = must(Ledger::open(file, mark));
    must(ledger->begin("-", fmt::format("file-{}.edi", first / an_input)));
    must(ledger->enter(1, "000000001", "2026-09-14"));
    for (std::uint64_t i = 0; i < an_input; ++i) {
      must(ledger->add(hash_of(first + i), i / 2 + 1, hash_of(entries + i)));
    }
    must(ledger->write(fmt::format("{:064x}", first), first + 1));
    must(ledger->commit());
  }
}

/// Half of the look-ups are for what is there.
void look(std::string const &file, std::uint64_t entries, std::uint64_t looks, std::uint64_t seed) {
  auto const ledger = must(Ledger::open(file, mark));
  must(ledger->begin("-", "asking.edi"));
  std::uint64_t found = 0;
  for (std::uint64_t i = 0; i < looks; ++i) {
    auto const number = static_cast<std::uint64_t>(hash_of(seed + i)) % entries;
    auto const there = i % 2 == 0;
    auto const earlier = must(ledger->find(hash_of(there ? number : number + 2 * entries)));
    if (earlier.has_value() != there) {
      fmt::print(stderr, "a wrong answer\n");
      std::exit(1);
    }
    found += earlier ? 1 : 0;
  }
  if (found != (looks + 1) / 2) std::exit(1);
}

long peak_mebibytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

}  // namespace

int main(int argc, char **argv) {
  if (argc < 2) {
    fmt::print(stderr, "noc837-bench-ledger FILE [MILLIONS]\n");
    return 2;
  }
  std::string const file = argv[1];
  std::uint64_t const entries = (argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10) * 1'000'000;
  constexpr std::uint64_t looks = 1'000'000;
  auto const row = [&](std::string_view what, std::uint64_t count, Seconds const &took) {
    fmt::print("| {} | {:.0f} | {:.0f} |\n", what, static_cast<double>(count) / took.wall,
               static_cast<double>(count) / took.processor);
  };
  fmt::print("| of {} entries | a second | a second of processor |\n| --- | --- | --- |\n",
             entries);
  if (!std::filesystem::exists(file)) {
    row("added", entries, seconds_of([&] { fill(file, entries); }));
  }
  row("look-ups", looks, seconds_of([&] { look(file, entries, looks, 1); }));
  row("look-ups of two connections at once", 2 * looks, seconds_of([&] {
        std::thread other([&] { look(file, entries, looks, looks); });
        look(file, entries, looks, 2 * looks);
        other.join();
      }));
  fmt::print("\nthe file has {} MB; peak memory {} MiB\n",
             std::filesystem::file_size(file) / 1'000'000, peak_mebibytes());
  return 0;
}
