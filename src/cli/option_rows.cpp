// SPDX-License-Identifier: Apache-2.0
#include "cli/option_rows.hpp"

#include <boost/program_options/cmdline.hpp>

#include "cli/parse.hpp"
#include "rules/table.hpp"

namespace noc837::cli {

std::vector<OptionRow> option_rows(Command const &command) {
  std::vector<OptionRow> rows;
  auto const visible = visible_options(command);
  for (auto const &option : visible.options()) {
    OptionRow row;
    row.name = option->long_name();
    auto const shown = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    if (shown.size() == 2 && shown[0] == '-') row.letter = shown[1];
    auto const &semantic = *option->semantic();
    if (semantic.max_tokens() != 0) row.value = semantic.name();
    row.description = option->description();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> choices_of(std::string const &command, std::string const &value) {
  if (value == "LEVEL") return {"info", "warning", "error", "never"};
  if (value == "MODE") return {"split", "annotate"};
  if (value == "HOW") return {"auto", "none", "zstd", "gzip"};
  if (value == "WHEN") return {"auto", "always", "never"};
  if (value == "FORMAT" && command == "extract") return {"csv", "jsonl"};
  if (value == "FORMAT" && command == "check") return {"text", "csv", "jsonl"};
  if (value != "RULE") return {};
  std::vector<std::string> ids;
  for (rules::Rule const *rule : rules::all_rules()) ids.emplace_back(rule->id);
  return ids;
}

}  // namespace noc837::cli
