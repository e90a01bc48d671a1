// SPDX-License-Identifier: Apache-2.0
// noc837 rules: the table of rules, or one of them explained.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/rule_text.hpp"
#include "rules/modifier_table.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("modifiers",
                        "list the modifiers that occur on drug lines, and when to use them");
  options.add_options()("markdown", "write the page docs/rules.md: every rule explained");
}

/// Code and description, and below them when to use it on an unclassified-drug line.
void print_modifiers() {
  for (rules::Modifier const &modifier : rules::modifier_table()) {
    fmt::print("{}  {}\n    {}\n", modifier.code, modifier.description, modifier.use);
  }
}

Result<ExitCode> run_rules(po::variables_map const &options) {
  if (options.count("modifiers") != 0) {
    print_modifiers();
    return ExitCode::clean;
  }
  if (options.count("markdown") != 0) {
    fmt::print("{}", rule_page());
    return ExitCode::clean;
  }
  if (options.count("argument") == 0) {
    fmt::print("{}", rule_table());
    return ExitCode::clean;
  }
  bool first = true;
  for (auto const &name : options["argument"].as<std::vector<std::string>>()) {
    auto const rule = rule_named(name);
    if (!rule) return tl::unexpected(rule.error());
    if (!first) fmt::print("\n");
    first = false;
    fmt::print("{}", rule_text(**rule));
  }
  return ExitCode::clean;
}

}  // namespace

Command rules_command() {
  return {"rules",
          "[RULE...]",
          "list the rules, or explain one",
          "Without an argument prints the table of rules. With ids or names prints each: what "
          "it means, what to do, an example before and after, and its source. With "
          "--modifiers prints the table of modifiers instead.",
          add_options,
          run_rules};
}

}  // namespace noc837::cli
