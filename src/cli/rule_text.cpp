// SPDX-License-Identifier: Apache-2.0
#include "cli/rule_text.hpp"

#include <fmt/format.h>

#include "cli/wrap.hpp"
#include "rules/table.hpp"

namespace noc837::cli {
namespace {

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

/// The explanation, and why a rule outside the catalogue's core says less than it could.
std::string explanation(rules::Rule const &rule) {
  std::string out(rule.explanation);
  if (rule.default_severity() == rule.severity) return out;
  return out +
         fmt::format(
             " It is outside the core of the catalogue and starts as {}, so that it holds no claim "
             "back unasked; --severity {}={}, noc837.toml or a payer's profile gives it its full "
             "weight.",
             to_string(rule.default_severity()), rule.id, to_string(rule.severity));
}

/// Text in a table of Markdown.
std::string cell(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string page_section(rules::Rule const &rule) {
  auto out =
      fmt::format("### {} {}\n\n{}\n\n", rule.id, rule.name, wrapped(explanation(rule), 100));
  if (!rule.before.empty()) out += fmt::format("```\nbefore  {}\n", rule.before);
  if (!rule.after.empty()) out += fmt::format("after   {}\n", rule.after);
  if (!rule.before.empty()) out += "```\n\n";
  return out + fmt::format("Source: {}\n\n", rule.source);
}

}  // namespace

std::string rule_table() {
  auto out = fmt::format("{:<7}{:<36}{:<9}{:<6}{:<8}{}\n", "id", "name", "severity", "guide", "fix",
                         "what");
  for (rules::Rule const *rule : rules::all_rules()) {
    out += fmt::format("{:<7}{:<36}{:<9}{:<6}{:<8}{}{}\n", rule->id, rule->name,
                       to_string(rule->default_severity()), scope_text(rule->scope),
                       fix_text(rule->fix), rule->summary,
                       rules::needs_tables(*rule) ? " (needs tables)" : "");
  }
  return out;
}

std::string rule_text(rules::Rule const &rule) {
  auto out = fmt::format("{} {}\n{}\n", rule.id, rule.name, paragraph(rule.summary));
  out += fmt::format("severity    {}", to_string(rule.default_severity()));
  if (rule.default_severity() != rule.severity) {
    out += fmt::format(" by default; a profile may raise it to {}", to_string(rule.severity));
  }
  out += fmt::format("\nguide       {}\ncorrection  {}\nstatus code {}\n", scope_text(rule.scope),
                     fix_sentence(rule.fix), rule.stc.empty() ? "-" : rule.stc);
  if (rules::needs(rule, rules::Given::directory)) {
    out += "tables      silent without the FDA's NDC directory\n";
  }
  if (rules::needs(rule, rules::Given::crosswalk)) {
    out += "tables      silent without the CMS crosswalk\n";
  }
  out += fmt::format("\n{}\n", paragraph(explanation(rule)));
  if (!rule.before.empty()) out += fmt::format("before\n{}\n", paragraph(rule.before));
  if (!rule.after.empty()) out += fmt::format("after\n{}\n", paragraph(rule.after));
  out += fmt::format("source\n{}", paragraph(rule.source));
  return out;
}

std::string rule_page() {
  std::string out =
      "# Rules\n\n"
      "Written by `noc837 rules --markdown`. Severities are those of the generic profile; payers'\n"
      "profiles raise, lower or switch off (docs/payers.md). A fix that is `safe` is applied by\n"
      "default, `opt-in` where a profile or `--fix` switches it on. `*` marks rules that need\n"
      "reference tables.\n\n"
      "| id | name | severity | guide | fix | status | what |\n"
      "| --- | --- | --- | --- | --- | --- | --- |\n";
  for (rules::Rule const *rule : rules::all_rules()) {
    out += fmt::format(
        "| {}{} | {} | {} | {} | {} | {} | {} |\n", rule->id, rules::needs_tables(*rule) ? "*" : "",
        rule->name, to_string(rule->default_severity()), scope_text(rule->scope),
        fix_text(rule->fix), rule->stc.empty() ? "-" : rule->stc, cell(rule->summary));
  }
  out += "\n";
  for (rules::Rule const *rule : rules::all_rules()) out += page_section(*rule);
  out.pop_back();
  return out;
}

}  // namespace noc837::cli
