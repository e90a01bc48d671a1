// SPDX-License-Identifier: Apache-2.0
// The summary for a person.
#include <fmt/format.h>

#include <iterator>

#include "base/printable.hpp"
#include "output/ranking.hpp"
#include "output/sizes.hpp"
#include "output/summary.hpp"
#include "rules/table.hpp"

namespace noc837::output {
namespace {

constexpr std::size_t most_rows = 10;

std::string clipped(std::string const &text) {
  constexpr std::size_t width = 40;
  auto const shown = printable_utf8(text);
  return shown.size() <= width ? shown : shown.substr(0, width - 3) + "...";
}

template <class... Args>
void line(std::string &out, fmt::format_string<Args...> format, Args &&...args) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
  out += '\n';
}

/// What was read and where it went; rows of nothing are left out.
void reconciliation_text(std::string &out, edits::Reconciliation const &account) {
  using edits::Volume;
  if (account.read == Volume()) return;
  line(out, "");
  line(out, "{:<16}{:>10}{:>10}{:>12}{:>16}", "account", "claims", "lines", "segments", "bytes");
  auto const row = [&](char const *what, Volume const &volume) {
    if (volume == Volume()) return;
    line(out, "{:<16}{:>10}{:>10}{:>12}{:>16}", what, volume.claims, volume.lines, volume.segments,
         volume.bytes);
  };
  row("  read", account.read);
  row("+ inserted", account.inserted);
  row("+ repeated", account.repeated);
  row("- removed", account.removed);
  row("- left out", account.left_out);
  row("= corrected", account.corrected);
  row("+ flagged", account.flagged);
  row("= annotated", account.annotated);
  row("+ passed", account.passed);
}

}  // namespace

std::string summary_text(Summary const &s, bool timing) {
  std::string out;
  std::string speed;
  if (timing) {
    speed = fmt::format(" in {:.2f} s", s.seconds);
    if (s.seconds >= 0.01) {
      speed += fmt::format(
          " ({}/s)",
          size_text(static_cast<std::uint64_t>(static_cast<double>(s.bytes) / s.seconds)));
    }
  }
  line(out, "read        {} {}, {}{}", s.files, s.files == 1 ? "file" : "files", size_text(s.bytes),
       speed);
  line(out, "sets        {} 837P, {} 837I, {} passed through", s.sets_professional,
       s.sets_institutional, s.sets_passed);
  line(out, "claims      {}: {} clean, {} corrected, {} flagged", s.claims,
       s.claims - s.claims_corrected - s.claims_flagged, s.claims_corrected, s.claims_flagged);
  line(out, "drug lines  {} of {} service lines, charges {}", s.drug_lines, s.lines,
       s.drug_charges.to_money());
  line(out, "at stake    {}", s.charges_at_stake.to_money());
  for (auto const &[payer, charge] : sorted(s.at_stake_by_payer)) {
    line(out, "              payer {:<28} {:>14}", clipped(payer), charge.to_money());
  }
  if (!s.rules.empty()) {
    line(out, "");
    line(out, "{:<8}{:<34}{:>10}{:>9}{:>10}", "rule", "name", "corrected", "flagged", "reported");
    for (auto const &[id, count] : s.rules) {
      rules::Rule const *rule = rules::find_rule(id);
      line(out, "{:<8}{:<34}{:>10}{:>9}{:>10}", id, rule != nullptr ? rule->name : "",
           count.corrected, count.flagged, count.reported);
    }
  }
  auto drugs = top_drugs(s.drugs_by_text);
  if (drugs.size() > most_rows) drugs.resize(most_rows);
  if (!drugs.empty()) {
    line(out, "");
    line(out, "{:<42}{:>10}{:>16}", "drug as described", "lines", "charges");
    for (auto const &[name, count] : drugs) {
      line(out, "{:<42}{:>10}{:>16}", clipped(name), count.lines, count.charges.to_money());
    }
  }
  reconciliation_text(out, s.reconciliation);
  if (!s.silent_rules.empty()) {
    line(out, "note: silent without reference tables (--tables): {}",
         fmt::join(s.silent_rules, " "));
  }
  for (auto const &[what, count] : s.notices) line(out, "note: {} ({}x)", what, count);
  if (!s.outputs.empty()) {
    line(out, "");
    for (auto const &fact : s.outputs) {
      line(out, "wrote {} ({})", printable(fact.path), size_text(fact.bytes));
    }
  }
  return out;
}

}  // namespace noc837::output
