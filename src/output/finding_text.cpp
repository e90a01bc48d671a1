// SPDX-License-Identifier: Apache-2.0
#include "output/finding_text.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/printable.hpp"
#include "output/excerpt.hpp"
#include "output/finding_segment.hpp"
#include "output/privacy.hpp"

namespace noc837::output {
namespace {

/// What a terminal of 80 columns holds beside the segment's number.
constexpr std::size_t excerpt_width = 68;

/// Paints where colours are wanted.
class Paint {
 public:
  explicit Paint(bool color) : color_(color) {}

  [[nodiscard]] std::string operator()(fmt::text_style style, std::string_view text) const {
    return color_ ? fmt::format(style, "{}", text) : std::string(text);
  }

 private:
  bool color_;
};

fmt::text_style style_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return fmt::emphasis::bold | fg(fmt::terminal_color::cyan);
    case Severity::warning:
      return fmt::emphasis::bold | fg(fmt::terminal_color::yellow);
    case Severity::error:
      break;
  }
  return fmt::emphasis::bold | fg(fmt::terminal_color::red);
}

fmt::text_style style_of(Status status) {
  return status == Status::corrected ? fg(fmt::terminal_color::green) : fmt::text_style();
}

/// The finding's segment with its element marked, if it is one of the finding's service line.
std::optional<Excerpt> line_excerpt(rules::Finding const &finding, edits::Review const &review) {
  if (!finding.line_index) return std::nullopt;
  auto const *segment = segment_of(finding, review.claim);
  if (segment == nullptr) return std::nullopt;
  auto const &claim = review.claim;
  auto const at = static_cast<claims::Index>(segment - claim.segments->data());
  auto const &line = claim.lines[*finding.line_index];
  if (at < line.begin || at >= line.end) return std::nullopt;
  Privacy privacy(false);
  privacy.enter(*claim.segments, at, claim.delimiters);
  return excerpt(privacy.shown(*segment, claim.delimiters), finding.element, claim.delimiters,
                 excerpt_width);
}

std::string change_text(rules::Finding const &finding) {
  auto const before = printable_utf8(shown_value(finding, finding.before));
  auto after = printable_utf8(shown_value(finding, finding.after));
  if (before.empty()) return after;
  return before + " -> " + (after.empty() ? "(nothing)" : after);
}

std::string place_of(FindingRecord const &record) {
  auto const &context = record.context;
  auto const &finding = record.finding;
  std::string place = printable(context.file);
  if (!context.claim.empty()) place += ": claim " + printable(context.claim);
  if (!finding.line.empty()) place += " line " + printable(finding.line);
  return fmt::format("{}: {} (segment {}, byte {})", place, finding.element, finding.segment,
                     finding.offset);
}

}  // namespace

std::string finding_text(FindingRecord const &record, edits::Review const *review, bool color) {
  auto const &finding = record.finding;
  Paint const paint(color);
  auto const severity = style_of(finding.severity);
  auto const frame = fg(fmt::terminal_color::blue);
  std::string const number = std::to_string(finding.segment);
  std::string const indent(number.size(), ' ');

  std::string out = fmt::format(
      "{} {} [{}]\n",
      paint(severity, fmt::format("{} {}", to_string(finding.severity), finding.rule->id)),
      fmt::format("{}: {}", finding.rule->name, finding.message),
      paint(style_of(finding.status), to_string(finding.status)));
  out += fmt::format("{}{} {}\n", indent, paint(frame, "-->"), place_of(record));
  auto const shown = review != nullptr ? line_excerpt(finding, *review) : std::nullopt;
  if (shown) {
    out += fmt::format("{} {}\n", indent, paint(frame, "|"));
    out += fmt::format("{} {}{}{}\n", paint(frame, number + " |"), shown->before,
                       paint(severity, shown->marked), shown->after);
    std::string const carets(std::max<std::size_t>(1, columns_of(shown->marked)), '^');
    out += fmt::format("{} {} {}{}\n", indent, paint(frame, "|"),
                       std::string(columns_of(shown->before), ' '), paint(severity, carets));
  }
  auto const note = [&](std::string_view label, std::string_view text) {
    out += fmt::format("{} {} {:<7} {}\n", indent, paint(frame, "="), label, text);
  };
  if (finding.status == Status::corrected) {
    note("fixed", change_text(finding));
  } else if (auto const found = printable_utf8(shown_value(finding, finding.before));
             !found.empty() && !(shown && shown->marked == found)) {
    note("found", found);
  }
  if (!finding.suggestion.empty()) {
    note("suggest", printable_utf8(shown_value(finding, finding.suggestion)));
  }
  return out + "\n";
}

}  // namespace noc837::output
