// SPDX-License-Identifier: Apache-2.0
// noc837 ledger: what a ledger holds, and forgetting what is too old.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

#include "base/printable.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "ledger/upkeep.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("older-than", po::value<unsigned>()->value_name("DAYS"),
                        "prune: forget files that came more than so many days ago");
}

std::string days_ago(unsigned days) {
  constexpr std::time_t day = 86400;
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr) - day * days));
}

void print(std::string const &file, ledger::Stats const &stats) {
  fmt::print("{}: version {}\n", printable(file), stats.version);
  fmt::print("  {:<24}{:>12}\n", "files", stats.inputs);
  fmt::print("  {:<24}{:>12}\n", "claims and doses", stats.entries);
  fmt::print("  {:<24}{:>12}\n", "replacements and voids", stats.amended);
  if (stats.inputs != 0) fmt::print("  from {} to {}\n", stats.first_day, stats.last_day);
}

Result<ExitCode> run_ledger(po::variables_map const &options) {
  constexpr auto usage = "noc837 ledger stats FILE or noc837 ledger prune FILE --older-than DAYS";
  auto const words = arguments_of(options, "action");
  if (!words || words->size() != 2)
    return fail(Fault::usage, "ledger takes an action and a FILE", usage);
  auto const &action = words->front();
  auto const &file = words->back();
  bool const prunes = action == "prune";
  if (!prunes && action != "stats") {
    return fail(Fault::usage, fmt::format("ledger cannot '{}'", printable(action)), usage);
  }
  if (prunes != (options.count("older-than") != 0)) {
    return fail(Fault::usage, "prune takes --older-than DAYS, stats does not", usage);
  }
  auto const stats = prunes ? ledger::prune(file, days_ago(options["older-than"].as<unsigned>()))
                            : ledger::stats(file);
  if (!stats) return tl::unexpected(stats.error());
  print(file, *stats);
  return ExitCode::clean;
}

}  // namespace

Command ledger_command() {
  return {"ledger",
          "stats|prune FILE",
          "look into a ledger of what was billed, or shorten it",
          "ledger stats tells how much a ledger of --ledger holds and since when. ledger prune "
          "forgets what came more than --older-than DAYS ago; the room is used again.",
          add_options,
          run_ledger};
}

}  // namespace noc837::cli
