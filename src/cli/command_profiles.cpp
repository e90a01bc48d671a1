// SPDX-License-Identifier: Apache-2.0
// noc837 profiles: the payer profiles, or one of them with all that it inherits.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/payer_options.hpp"
#include "cli/profile_text.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  add_profiles_option(options);
  options.add_options()("markdown", "write the page docs/payers.md: every profile, side by side");
}

Result<ExitCode> run_profiles(po::variables_map const &options) {
  auto const payers = payers_of(options);
  if (!payers) return tl::unexpected(payers.error());
  auto const &profiles = *payers->profiles;
  if (options.count("markdown") != 0) {
    fmt::print("{}", profile_page(profiles));
    return ExitCode::clean;
  }
  if (options.count("argument") == 0) {
    fmt::print("{}", profile_list(profiles));
    return ExitCode::clean;
  }
  bool first = true;
  for (auto const &name : options["argument"].as<std::vector<std::string>>()) {
    auto const *profile = profiles.find(name);
    if (profile == nullptr) return tl::unexpected(profiles.unknown(name));
    fmt::print("{}{}", first ? "" : "\n", profile_text(*profile));
    first = false;
  }
  return ExitCode::clean;
}

}  // namespace

Command profiles_command() {
  return {"profiles",
          "[NAME...]",
          "list the payer profiles, or show one",
          "Without an argument lists the profiles. With names shows each: how its payer is "
          "recognised, what it asks for, from which profile that is inherited, and who says so.",
          add_options,
          run_profiles};
}

}  // namespace noc837::cli
