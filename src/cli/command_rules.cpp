// SPDX-License-Identifier: Apache-2.0
// noc837 rules: the table of rules, or one of them explained.
#include <fmt/format.h>

#include <cstdio>

#include "base/suggest.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/wrap.hpp"
#include "rules/modifier_table.hpp"
#include "rules/table.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("modifiers",
                        "list the modifiers that occur on drug lines, and when to use them");
}

std::string_view scope_text(rules::Scope scope) {
  switch (scope) {
    case rules::Scope::professional:
      return "837P";
    case rules::Scope::institutional:
      return "837I";
    case rules::Scope::both:
      break;
  }
  return "both";
}

std::string_view fix_text(rules::Fix fix) {
  switch (fix) {
    case rules::Fix::safe:
      return "safe";
    case rules::Fix::opt_in:
      return "opt-in";
    case rules::Fix::none:
      break;
  }
  return "-";
}

std::string_view fix_sentence(rules::Fix fix) {
  switch (fix) {
    case rules::Fix::safe:
      return "corrected by default; --no-fix switches it off";
    case rules::Fix::opt_in:
      return "corrected where a profile or --fix switches it on";
    case rules::Fix::none:
      break;
  }
  return "never corrected: the answer would be a guess";
}

/// A paragraph of the explanation.
std::string paragraph(std::string_view text) {
  return wrapped(text, 76, "  ") + "\n";
}

void print_table() {
  fmt::print("{:<7}{:<36}{:<9}{:<6}{:<8}{}\n", "id", "name", "severity", "guide", "fix", "what");
  for (rules::Rule const *rule : rules::all_rules()) {
    fmt::print("{:<7}{:<36}{:<9}{:<6}{:<8}{}{}\n", rule->id, rule->name,
               to_string(rule->default_severity()), scope_text(rule->scope), fix_text(rule->fix),
               rule->summary, rules::needs_tables(*rule) ? " (needs tables)" : "");
  }
}

void print_rule(rules::Rule const &rule) {
  fmt::print("{} {}\n{}\n", rule.id, rule.name, paragraph(rule.summary));
  fmt::print("severity    {}", to_string(rule.default_severity()));
  if (rule.default_severity() != rule.severity) {
    fmt::print(" by default; a profile may raise it to {}", to_string(rule.severity));
  }
  fmt::print("\nguide       {}\ncorrection  {}\nstatus code {}\n", scope_text(rule.scope),
             fix_sentence(rule.fix), rule.stc.empty() ? "-" : rule.stc);
  if (rules::needs(rule, rules::Given::directory)) {
    fmt::print("tables      silent without the FDA's NDC directory\n");
  }
  if (rules::needs(rule, rules::Given::crosswalk)) {
    fmt::print("tables      silent without the CMS crosswalk\n");
  }
  fmt::print("\n{}\n", paragraph(rule.explanation));
  if (!rule.before.empty()) fmt::print("before\n{}\n", paragraph(rule.before));
  if (!rule.after.empty()) fmt::print("after\n{}\n", paragraph(rule.after));
  fmt::print("source\n{}", paragraph(rule.source));
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
  if (options.count("argument") == 0) {
    print_table();
    return ExitCode::clean;
  }
  bool first = true;
  for (auto const &name : options["argument"].as<std::vector<std::string>>()) {
    auto const rule = rule_named(name);
    if (!rule) return tl::unexpected(rule.error());
    if (!first) fmt::print("\n");
    first = false;
    print_rule(**rule);
  }
  return ExitCode::clean;
}

}  // namespace

Command rules_command() {
  return {"rules",
          "[RULE... | --modifiers]",
          "list the rules, or explain one",
          "Without an argument prints the table of rules. With ids or names prints each: what "
          "it means, what to do, an example before and after, and its source. With "
          "--modifiers prints the table of modifiers instead.",
          add_options,
          run_rules};
}

}  // namespace noc837::cli
