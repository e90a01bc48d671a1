// SPDX-License-Identifier: Apache-2.0
#include "compare/difference_text.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

namespace noc837::compare {
namespace {

std::string value_text(std::string const &value, bool hidden) {
  if (value.empty()) return "(nothing)";
  return hidden ? "HIDDEN" : value;
}

std::string place_text(Record const &record, Record const *other) {
  std::string out =
      record.place && !record.place->empty() ? *record.place + ": " + record.kind : record.kind;
  if (record.ordinal == 0) return out;
  out += fmt::format(" ({}", record.ordinal);
  if (other != nullptr && other->ordinal != record.ordinal)
    out += fmt::format(", now {}", other->ordinal);
  return out + ")";
}

}  // namespace

std::string difference_text(Difference const &difference, bool color) {
  auto const painted = [&](fmt::terminal_color tone, std::string const &text) {
    return color ? fmt::format(fg(tone), "{}", text) : text;
  };
  if (!difference.after) {
    auto const &record = *difference.before;
    return painted(fmt::terminal_color::red, "- " + place_text(record, nullptr)) + "\n    " +
           record.text + "\n";
  }
  if (!difference.before) {
    auto const &record = *difference.after;
    return painted(fmt::terminal_color::green, "+ " + place_text(record, nullptr)) + "\n    " +
           record.text + "\n";
  }
  auto out = painted(fmt::terminal_color::yellow,
                     "~ " + place_text(*difference.before, &*difference.after)) +
             "\n";
  for (auto const &change : difference.changes) {
    out +=
        fmt::format("    {:<8} {} -> {}\n", change.name, value_text(change.before, change.hidden),
                    value_text(change.after, change.hidden));
  }
  return out;
}

std::string counts_text(Counts const &counts) {
  return fmt::format("{} changed, {} only in the first, {} only in the second", counts.changed,
                     counts.only_before, counts.only_after);
}

}  // namespace noc837::compare
