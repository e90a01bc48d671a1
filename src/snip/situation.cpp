// SPDX-License-Identifier: Apache-2.0
#include "snip/situation.hpp"

#include <fmt/format.h>

#include "edi/elements.hpp"
#include "snip/values.hpp"

namespace noc837::snip {
namespace {

using edi::tag;
using Segments = std::span<Placed const>;

/// True if `value` is one of the words of `list`.
bool is_one_of(std::string_view value, std::string_view list) {
  while (!list.empty()) {
    auto const word = list.substr(0, list.find(' '));
    if (word == value) return true;
    list.remove_prefix(std::min(list.size(), word.size() + 1));
  }
  return false;
}

bool has_value(std::string_view value, std::string_view wanted) {
  if (wanted.empty()) return !value.empty();
  if (wanted == "-") return value.empty();
  if (wanted.front() == '!') return !value.empty() && !is_one_of(value, wanted.substr(1));
  return is_one_of(value, wanted);
}

class Evaluation {
 public:
  Evaluation(Case const &unit, Around const &around, Issues &issues)
      : unit_(unit), around_(around), issues_(issues) {}

  void run(Situation const &situation) {
    Segments const all(unit_.segments);
    switch (situation.reach) {
      case Reach::unit:
        within(situation, all);
        break;
      case Reach::line:
        each_loop(situation, all, "2400");
        break;
      case Reach::payer:
        each_loop(situation, all, "2320");
        break;
      case Reach::segment:
        for (std::size_t i = 0; i < all.size(); ++i) within(situation, all.subspan(i, 1));
        break;
    }
  }

 private:
  /// Each stretch that begins at the first segment of `loop` and ends before the next one, or
  /// where the loops begin that follow it.
  void each_loop(Situation const &situation, Segments all, std::string_view loop) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].begins || unit_.loop_of(all[i]) != loop) continue;
      std::size_t end = i + 1;
      while (end < all.size() && inside(all[end], loop)) ++end;
      within(situation, all.subspan(i, end - i));
    }
  }

  [[nodiscard]] bool inside(Placed const &segment, std::string_view loop) const {
    auto const id = unit_.loop_of(segment);
    if (segment.begins && id == loop) return false;
    return loop == "2400" ? id.starts_with("24") : id.starts_with("232") || id.starts_with("233");
  }

  void within(Situation const &situation, Segments segments) {
    Placed const *when = find(situation.when, segments);
    if (when == nullptr || !holds(situation.also, segments)) return;
    Placed const *then = find(situation.then, segments);
    if ((then != nullptr) == situation.must) return;
    Issue &issue =
        situation.must ? report_missing(situation, *when, segments) : report(situation, *then);
    issue.trigger = trigger_at(unit_, *when, {situation.when.element, situation.when.component, 0});
  }

  [[nodiscard]] bool holds(Term const &term, Segments segments) const {
    if (term.id.empty()) return true;
    if (term.loop == "2000B" && unit_.guide.loops[unit_.segments[0].loop].id == "2300") {
      return around_holds(term);
    }
    return find(term, segments) != nullptr;
  }

  /// A term about the subscriber level that the claim stands under.
  [[nodiscard]] bool around_holds(Term const &term) const {
    auto const &delimiters = unit_.stretch.delimiters;
    std::string_view rest = around_.subscriber;
    while (!rest.empty()) {
      auto const text = rest.substr(0, rest.find(delimiters.terminator));
      rest.remove_prefix(std::min(rest.size(), text.size() + 1));
      auto const segment = edi::trim(text);
      if (edi::element(segment, 0, delimiters.element) != term.id) continue;
      return has_value(edi::element(segment, term.element, delimiters.element), term.values);
    }
    return false;
  }

  [[nodiscard]] Placed const *find(Term const &term, Segments segments) const {
    auto const id = tag(term.id);
    for (auto const &segment : segments) {
      if (segment.id != id || !unit_.loop_of(segment).starts_with(term.loop)) continue;
      if (!term.keys.empty() && !is_one_of(unit_.element(segment, 1), term.keys)) continue;
      if (term.element == 0) return &segment;
      auto const value = term.component == 0
                             ? unit_.element(segment, term.element)
                             : unit_.component(segment, term.element, term.component);
      if (has_value(value, term.values)) return &segment;
    }
    return nullptr;
  }

  /// Something stands that must not.
  Issue &report(Situation const &situation, Placed const &segment) {
    auto const &then = situation.then;
    Issue &issue =
        add_issue(unit_, situation.check, segment, {then.element, then.component, 0}, issues_);
    issue.segment_code = then.element == 0 ? "I9" : "8";
    issue.element_code = then.element == 0 ? "" : "I13";
    return issue;
  }

  /// Something is missing: an element of a segment that is there, or a segment.
  Issue &report_missing(Situation const &situation, Placed const &when, Segments segments) {
    Term whole = situation.then;
    Position const position{whole.element, whole.component, 0};
    whole.element = 0;
    Placed const *segment = situation.then.element == 0 ? nullptr : find(whole, segments);
    if (segment != nullptr) {
      Issue &issue = add_issue(unit_, situation.check, *segment, position, issues_);
      issue.segment_code = "8";
      issue.element_code = situation.then.values.empty() ? "I9" : "I6";
      if (!situation.then.values.empty() && situation.then.values.front() != '-' &&
          situation.then.values.front() != '!') {
        issue.suggestion = situation.then.values;
      }
      return issue;
    }
    return add_missing(unit_, situation.check, when, situation.then.id,
                       home_of(situation.then, when.loop), issues_);
  }

  /// The loop that a segment like `term` belongs into: `near` where it has a place there, else the
  /// first that has one; empty where none has.
  [[nodiscard]] std::string_view home_of(Term const &term, std::size_t near) const {
    auto const &guide = unit_.guide;
    if (has_place(term, guide.loops[near])) return guide.loops[near].id;
    for (auto const &loop : guide.loops) {
      if (has_place(term, loop)) return loop.id;
    }
    return {};
  }

  [[nodiscard]] bool has_place(Term const &term, grammar::Loop const &loop) const {
    auto const &guide = unit_.guide;
    if (!loop.id.starts_with(term.loop)) return false;
    auto const key = term.keys.substr(0, term.keys.find(' '));
    for (auto const &child : guide.children.subspan(loop.children, loop.child_count)) {
      if (child.is_loop) continue;
      auto const &segment = guide.segments[child.target];
      if (guide.tags[segment.tag].tag != tag(term.id)) continue;
      if (key.empty() || has_code(guide, guide.elements_of(segment)[0], key)) return true;
    }
    return false;
  }

  Case const &unit_;
  Around const &around_;
  Issues &issues_;
};

bool is_for(Situation const &situation, grammar::Guide const &guide, bool claim) {
  if (situation.where == Where::claim && !claim) return false;
  if (situation.where == Where::level && claim) return false;
  switch (situation.check.only) {
    case Only::professional:
      return guide.name == "837P";
    case Only::institutional:
      return guide.name == "837I";
    case Only::both:
      break;
  }
  return true;
}

}  // namespace

std::array<std::span<Situation const>, 5> all_situations() {
  return {claim_situations(), line_situations(), name_situations(), payer_situations(),
          value_situations()};
}

void check_situations(Case const &unit, bool claim, Around const &around, Issues &issues) {
  if (unit.segments.empty()) return;
  Evaluation evaluation(unit, around, issues);
  for (auto const rows : all_situations()) {
    for (Situation const &situation : rows) {
      if (!is_for(situation, unit.guide, claim)) continue;
      if (situation.run != nullptr) {
        situation.run(unit, around, situation.check, issues);
      } else {
        evaluation.run(situation);
      }
    }
  }
}

}  // namespace noc837::snip
