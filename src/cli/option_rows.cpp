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
    // Boost shows a default behind the value's name: "FORMAT (=text)".
    if (auto const at = row.value.find(" (="); at != std::string::npos) {
      row.otherwise = row.value.substr(at + 3, row.value.size() - at - 4);
      row.value.resize(at);
    }
    row.description = option->description();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> choices_of(Command const &command, OptionRow const &row) {
  if (row.name == "snip") return {"0", "1", "2", "3", "4", "5"};
  if (row.name == "fail-on") return {"info", "warning", "error", "never"};
  if (row.value == "MODE") return {"split", "annotate"};
  if (row.value == "HOW") return {"auto", "none", "zstd", "gzip"};
  if (row.name == "csv") return {"plain", "excel"};
  if (row.value == "WHEN") return {"auto", "always", "never"};
  if (row.name == "format" && command.name == "extract") return {"csv", "jsonl"};
  if (row.name == "format" && command.name == "check") return {"text", "csv", "jsonl"};
  if (row.value != "RULE") return {};
  std::vector<std::string> ids;
  for (rules::Rule const *rule : rules::all_rules()) ids.emplace_back(rule->id);
  return ids;
}

}  // namespace noc837::cli
