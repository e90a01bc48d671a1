// SPDX-License-Identifier: Apache-2.0
#include "cli/profile_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "profiles/key_names.hpp"

namespace noc837::cli {
namespace {

using profiles::Match;
using profiles::Profile;
using profiles::Statement;

std::string joined(std::vector<std::string> const &values, std::string_view between) {
  return fmt::format("{}", fmt::join(values, between));
}

/// "payer id 05102 or 05202; and filing indicator MB"
std::string match_text(Match const &match) {
  std::vector<std::string> parts;
  for (auto const &[what, values] :
       {std::pair{"payer id", &match.payer_ids}, std::pair{"SBR09", &match.filing_indicators},
        std::pair{"name", &match.names}, std::pair{"billing state", &match.states}}) {
    if (!values->empty()) parts.push_back(fmt::format("{} {}", what, joined(*values, ", ")));
  }
  return joined(parts, " and ");
}

std::string ancestry(Profile const &profile) {
  std::vector<std::string> names;
  for (Profile const *at = profile.parent; at != nullptr; at = at->parent)
    names.push_back(at->name);
  return joined(names, ", ");
}

Statement const *statement(Profile const &profile, std::string_view key) {
  auto const found = std::find_if(profile.statements.begin(), profile.statements.end(),
                                  [&](Statement const &s) { return s.key == key; });
  return found == profile.statements.end() ? nullptr : &*found;
}

std::string value_of(Profile const &profile, std::string_view key) {
  Statement const *said = statement(profile, key);
  return said == nullptr || said->value.empty() ? "-" : said->value;
}

/// A source as Markdown: addresses as links.
std::string linked(std::string_view source) {
  std::string out;
  while (!source.empty()) {
    auto const begin = std::min(source.find("http"), source.size());
    out += source.substr(0, begin);
    source.remove_prefix(begin);
    auto const end = std::min(source.find_first_of("; "), source.size());
    if (end != 0) out += fmt::format("<{}>", source.substr(0, end));
    source.remove_prefix(end);
    // What separates addresses is no part of them.
    auto const next = std::min(source.find("http"), source.size());
    out += source.substr(0, next);
    source.remove_prefix(next);
  }
  return out;
}

/// The keys that are worth a column each: those in which payers differ.
constexpr std::array<std::string_view, 12> compared = {
    "ndc",       "quantity",      "units_of_measure", "description_place", "need_name",
    "need_dose", "need_strength", "need_route",       "noc_units",         "reject_mg_per_ml",
    "jw_jz",     "multi_ndc"};

std::string comparison(profiles::ProfileSet const &profiles) {
  std::string out = "| profile |";
  std::string rule = "| --- |";
  for (auto const key : compared) {
    out += fmt::format(" {} |", profiles::title_of(key));
    rule += " --- |";
  }
  out += "\n" + rule + "\n";
  for (auto const &[name, profile] : profiles.all()) {
    out += fmt::format("| [{}](#{}) |", name, name);
    for (auto const key : compared) out += fmt::format(" {} |", value_of(profile, key));
    out += "\n";
  }
  return out;
}

std::string section(Profile const &profile) {
  std::string out = fmt::format("\n## {}\n\n{}.", profile.name, profile.title);
  if (profile.parent != nullptr) out += fmt::format(" Inherits from {}.", ancestry(profile));
  out += fmt::format(" Sources read {}.\n", profile.checked);
  if (!profile.matches.empty()) out += "\nRecognised by\n\n";
  for (Match const &match : profile.matches) {
    out += fmt::format("- {} ({})\n", match_text(match), linked(match.source));
  }
  auto const own = [&](Statement const &s) { return s.from == profile.name; };
  if (std::any_of(profile.statements.begin(), profile.statements.end(), own)) {
    out += "\n| key | value | source |\n| --- | --- | --- |\n";
  }
  for (Statement const &said : profile.statements) {
    if (!own(said)) continue;
    out += fmt::format("| `{}` | {} | {} |\n", said.key, said.value.empty() ? "-" : said.value,
                       linked(said.source));
  }
  bool first = true;
  for (Statement const &remark : profile.remarks) {
    if (!own(remark)) continue;
    out += fmt::format("{}- {} ({})\n", first ? "\n" : "", remark.value, linked(remark.source));
    first = false;
  }
  return out;
}

}  // namespace

std::string profile_list(profiles::ProfileSet const &profiles) {
  std::string out = fmt::format("{:<26}{:<18}{}\n", "name", "inherits", "payer");
  for (auto const &[name, profile] : profiles.all()) {
    out += fmt::format("{:<26}{:<18}{}\n", name,
                       profile.parent == nullptr ? "-" : profile.parent->name, profile.title);
  }
  return out;
}

std::string profile_text(Profile const &profile) {
  std::string out = fmt::format("{}: {}\n", profile.name, profile.title);
  if (profile.parent != nullptr) out += fmt::format("inherits from {}\n", ancestry(profile));
  if (!profile.checked.empty()) out += fmt::format("sources read {}\n", profile.checked);
  if (!profile.matches.empty()) out += "\nrecognised by\n";
  for (Match const &match : profile.matches) {
    out += fmt::format("  {}\n      source: {}\n", match_text(match), match.source);
  }
  out += "\nwants\n";
  for (Statement const &said : profile.statements) {
    out += fmt::format(
        "  {:<26}{}{}\n      source: {}\n", said.key, said.value.empty() ? "-" : said.value,
        said.from == profile.name ? "" : fmt::format("   (from {})", said.from), said.source);
  }
  if (!profile.remarks.empty()) out += "\nremarks\n";
  for (Statement const &remark : profile.remarks) {
    out += fmt::format("  {}{}\n      source: {}\n", remark.value,
                       remark.from == profile.name ? "" : fmt::format(" (from {})", remark.from),
                       remark.source);
  }
  return out;
}

std::string profile_page(profiles::ProfileSet const &profiles) {
  std::string out =
      "# What payers ask of an unclassified-drug line\n\n"
      "Written by `noc837 profiles --markdown` from the files in `src/profiles/data`; change those "
      "and write it again. A claim is judged by the profile that its payer id (2010BB NM109), "
      "filing indicator (2000B SBR09) and name (2010BB NM103) fit best, in that order. "
      "`noc837 profiles NAME` shows one with all that it inherits.\n\n"
      "## Side by side\n\n";
  out += comparison(profiles);
  out += "\n## Keys of [wants]\n\n| key | meaning | values |\n| --- | --- | --- |\n";
  for (auto const &row : profiles::key_names()) {
    out += fmt::format("| `{}` | {} | {} |\n", row.name, row.what, row.expected);
  }
  for (auto const &[_, profile] : profiles.all()) out += section(profile);
  return out;
}

}  // namespace noc837::cli
