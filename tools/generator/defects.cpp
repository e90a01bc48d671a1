// SPDX-License-Identifier: Apache-2.0
// The table of known defects as a whole: selection, and what is common to all rows.
#include "tools/generator/defects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "tools/generator/drug_line.hpp"

namespace noc837::generator {
namespace {

std::string_view name_of(Scope scope) {
  switch (scope) {
    case Scope::professional:
      return "P";
    case Scope::institutional:
      return "I";
    case Scope::both:
      return "PI";
  }
  return "";
}

std::string_view name_of(Family family) {
  switch (family) {
    case Family::core:
      return "core";
    case Family::later:
      return "later";
    case Family::tables:
      return "tables";
  }
  return "";
}

bool in_group(Defect const &defect, std::string_view group) {
  return group == name_of(defect.family) || (group == "all" && defect.family != Family::tables);
}

}  // namespace

ServiceLine &Target::add_line() const {
  auto &lines = claim().lines;
  auto const at = lines.begin() + static_cast<std::ptrdiff_t>(line_index);
  ServiceLine copy = *at;
  copy.control.append("A");
  return *lines.insert(at + 1, std::move(copy));
}

std::size_t Target::drug_lines() const {
  auto const &lines = claim().lines;
  return static_cast<std::size_t>(std::count_if(
      lines.begin(), lines.end(), [](ServiceLine const &line) { return line.drug != nullptr; }));
}

std::vector<Defect const *> all_defects() {
  std::vector<Defect const *> rows;
  for (auto const family : {Family::core, Family::later, Family::tables}) {
    for (auto const &part :
         {structure_defects(), ndc_defects(), quantity_defects(), description_defects(),
          charge_defects(), code_defects(), modifier_defects(), claim_defects(), setting_defects(),
          directory_defects()}) {
      for (auto const &row : part) {
        if (row.family == family) rows.push_back(&row);
      }
    }
  }
  return rows;
}

std::vector<Defect const *> select_defects(std::string_view names) {
  auto const rows = all_defects();
  std::vector<Defect const *> chosen;
  auto const add = [&chosen](Defect const *row) {
    if (std::find(chosen.begin(), chosen.end(), row) == chosen.end()) chosen.push_back(row);
  };
  while (!names.empty()) {
    auto const comma = names.find(',');
    auto const name = names.substr(0, comma);
    names.remove_prefix(comma == std::string_view::npos ? names.size() : comma + 1);
    bool known = false;
    for (auto const *row : rows) {
      if (row->name != name && !in_group(*row, name)) continue;
      add(row);
      known = true;
    }
    if (!known) {
      throw std::invalid_argument(
          fmt::format("'{}' is no defect: --list-defects shows their names", name));
    }
  }
  return chosen;
}

bool fits(Defect const &defect, Target const &target) {
  bool const professional = target.claim().professional();
  if (defect.scope == (professional ? Scope::institutional : Scope::professional)) return false;
  if (target.delimiters.any_of(defect.bytes)) return false;
  return defect.suits == nullptr || defect.suits(target);
}

void apply(Defect const &defect, Target const &target) {
  // A remark or an NDC in the text that still says the truth would contradict the damage.
  auto &line = target.line();
  target.claim().note.clear();
  line.notes.clear();
  line.description = plain_description(target.claim(), line);
  defect.apply(target);
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::corrected:
      return "corrected";
    case Status::flagged:
      return "flagged";
    case Status::reported:
      return "reported";
  }
  return "";
}

std::string list_defects() {
  std::string text =
      fmt::format("{:<38} {:<6} {:<5} {:<9} rules\n", "defect", "family", "guide", "profile");
  for (auto const *row : all_defects()) {
    text += fmt::format("{:<38} {:<6} {:<5} {:<9}", row->name, name_of(row->family),
                        name_of(row->scope), row->profile);
    for (auto const &expected : row->expected) {
      if (expected.rule.empty()) continue;
      text += fmt::format(" {} {}{}", expected.rule, name_of(expected.status),
                          expected.at == At::claim   ? " (claim)"
                          : expected.at == At::added ? " (line after)"
                                                     : "");
    }
    text += "\n";
  }
  return text;
}

}  // namespace noc837::generator
