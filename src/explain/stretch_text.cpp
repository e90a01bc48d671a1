// SPDX-License-Identifier: Apache-2.0
#include "explain/stretch_text.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "base/printable.hpp"
#include "edi/elements.hpp"
#include "explain/value_meaning.hpp"
#include "grammar/segments.hpp"
#include "output/element_names.hpp"
#include "output/privacy.hpp"
#include "snip/walker.hpp"

namespace noc837::explain {
namespace {

using grammar::ElementUse;
using grammar::Guide;

constexpr std::string_view element_indent = "       ";
constexpr std::string_view finding_indent = "                ";

class Writer {
 public:
  Writer(Guide const &guide, snip::Stretch const &stretch, rules::Findings const &findings,
         Options const &options)
      : guide_(guide),
        stretch_(stretch),
        findings_(findings),
        options_(options),
        privacy_(options.show_phi) {}

  std::string write(std::string_view loop) {
    edi::Segments segments;
    grammar::split_segments(stretch_.bytes, stretch_.delimiters, stretch_.offset, stretch_.ordinal,
                            segments);
    snip::Walker walker;
    snip::Issues issues;
    auto const &placed =
        walker.walk(guide_, guide_.loop_index(loop), stretch_, snip::Level::off, issues);
    auto at = placed.begin();
    for (auto const &segment : segments) {
      bool const has_place = at != placed.end() && at->text.data() == segment.text.data();
      write_segment(segment, has_place ? &*at : nullptr);
      if (has_place) ++at;
    }
    return std::move(out_);
  }

 private:
  void write_segment(edi::Segment const &segment, snip::Placed const *place) {
    if (place != nullptr && (place->begins || place->loop != loop_)) {
      loop_ = place->loop;
      auto const &loop = guide_.loops[loop_];
      out_ += "\n" + painted(fmt::emphasis::bold, fmt::format("{} {}", loop.id, loop.name)) + "\n";
    }
    privacy_.enter(segment, stretch_.delimiters);
    id_ = edi::upper(edi::element(segment.text, 0, stretch_.delimiters.element));
    out_ += fmt::format("{:>5}  {}\n", segment.ordinal,
                        painted(fg(fmt::terminal_color::cyan),
                                printable_utf8(privacy_.shown(segment, stretch_.delimiters))));
    left_.clear();
    for (auto const &finding : findings_) {
      if (finding.offset == segment.offset) left_.push_back(&finding);
    }
    if (place == nullptr) {
      out_.append(element_indent).append("the guide has no place for this segment here\n");
    } else {
      write_elements(segment.text, guide_.elements_of(guide_.segments[place->use]));
    }
    for (auto const *finding : left_) write_finding(*finding);
  }

  void write_elements(std::string_view text, std::span<ElementUse const> uses) {
    auto last = edi::element_count(text, stretch_.delimiters.element);
    for (auto const number : numbers_found()) last = std::max(last, number.element);
    for (std::size_t number = 1; number <= last; ++number) {
      auto const value = edi::element(text, number, stretch_.delimiters.element);
      auto const *use = number <= uses.size() ? &uses[number - 1] : nullptr;
      if (use != nullptr && use->type == grammar::ValueType::composite) {
        write_components(text, number, value, guide_.components_of(*use));
      } else {
        write_value(text, {number, 0}, value, use);
      }
    }
  }

  void write_components(std::string_view text, std::size_t number, std::string_view value,
                        std::span<ElementUse const> uses) {
    auto last = edi::element_count(value, stretch_.delimiters.component) + 1;
    for (auto const found : numbers_found()) {
      if (found.element == number) last = std::max(last, found.component);
    }
    for (std::size_t part = 1; part <= last; ++part) {
      auto const *use = part <= uses.size() ? &uses[part - 1] : nullptr;
      write_value(text, {number, part}, edi::component(value, part, stretch_.delimiters.component),
                  use);
    }
    write_findings({number, 0});
  }

  /// One value with its name and meaning, and what was found on it. Empty ones only where
  /// something was found.
  void write_value(std::string_view text, edi::ElementNumber number, std::string_view value,
                   ElementUse const *use) {
    if (value.empty() && !found_at(number)) return;
    auto const id = number.component == 0
                        ? fmt::format("{}{:02}", id_, number.element)
                        : fmt::format("{}{:02}-{}", id_, number.element, number.component);
    out_ += fmt::format("{}{:<9}{:<40} {}\n", element_indent, id, name_of(id, use),
                        shown(text, number, value, use));
    write_findings(number);
  }

  [[nodiscard]] std::string_view name_of(std::string_view id, ElementUse const *use) const {
    if (use == nullptr) return "(not in the guide)";
    auto const usual = output::element_name(id);
    return usual.empty() ? guide_.data_elements[use->data_element].name : usual;
  }

  [[nodiscard]] std::string shown(std::string_view text, edi::ElementNumber number,
                                  std::string_view value, ElementUse const *use) const {
    if (value.empty()) return "(empty)";
    if (privacy_.hides(number.element)) return "HIDDEN";
    auto out = printable_utf8(value);
    if (use == nullptr) return out;
    auto const meaning =
        value_meaning({id_, text, number, value, guide_.data_elements[use->data_element].number,
                       stretch_.delimiters});
    return meaning.empty() || meaning == out ? out : out + " = " + meaning;
  }

  /// The elements of this segment that findings speak of.
  [[nodiscard]] std::vector<edi::ElementNumber> numbers_found() const {
    std::vector<edi::ElementNumber> out;
    for (auto const *finding : left_) {
      if (auto const number = edi::element_number(finding->element, id_)) out.push_back(*number);
    }
    return out;
  }

  [[nodiscard]] bool is_at(rules::Finding const &finding, edi::ElementNumber number) const {
    return edi::element_number(finding.element, id_) == number;
  }
  [[nodiscard]] bool found_at(edi::ElementNumber number) const {
    return std::any_of(left_.begin(), left_.end(),
                       [&](rules::Finding const *finding) { return is_at(*finding, number); });
  }

  void write_findings(edi::ElementNumber number) {
    for (auto const *finding : left_) {
      if (is_at(*finding, number)) write_finding(*finding);
    }
    std::erase_if(left_, [&](rules::Finding const *finding) { return is_at(*finding, number); });
  }

  void write_finding(rules::Finding const &finding) {
    auto const tone = finding.status == Status::corrected   ? fmt::terminal_color::green
                      : finding.severity == Severity::error ? fmt::terminal_color::red
                                                            : fmt::terminal_color::yellow;
    auto const place = finding.element == id_ ? std::string() : finding.element + ": ";
    out_ += fmt::format("{}{} {}{} [{}]\n", finding_indent,
                        painted(fmt::emphasis::bold | fg(tone),
                                fmt::format("^ {} {} {}:", to_string(finding.severity),
                                            finding.rule->id, finding.rule->name)),
                        place, finding.message, to_string(finding.status));
    auto const line = [&](std::string_view label, std::string_view text) {
      out_ += fmt::format("{}  {} {}\n", finding_indent, label, printable_utf8(text));
    };
    if (finding.status == Status::corrected) line("becomes", finding.after);
    if (!finding.suggestion.empty()) line("suggest", finding.suggestion);
  }

  [[nodiscard]] std::string painted(fmt::text_style style, std::string const &text) const {
    return options_.color ? fmt::format(style, "{}", text) : text;
  }

  Guide const &guide_;
  snip::Stretch const &stretch_;
  rules::Findings const &findings_;
  Options const &options_;
  output::Privacy privacy_;
  std::size_t loop_ = static_cast<std::size_t>(-1);
  std::string id_;                            ///< of the segment at hand
  std::vector<rules::Finding const *> left_;  ///< on it, not yet written
  std::string out_;
};

}  // namespace

std::string stretch_text(Guide const &guide, std::string_view loop, snip::Stretch const &stretch,
                         rules::Findings const &findings, Options const &options) {
  return Writer(guide, stretch, findings, options).write(loop);
}

}  // namespace noc837::explain
